import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packUsers, unpackUsers } from '../../src/loaders/packed-users.ts';
import { UserColumns } from '../../src/loaders/user-columns.ts';

test('any users come back as they were packed', () => {
  const units = fc.string({
    unit: fc.constantFrom('a', ' ', '\u{1F600}', '\uD83D', '\uDE00'),
    minLength: 1,
    maxLength: 4,
  });
  const text = fc.option(units, { nil: null });
  const user = fc.record({
    sso: text,
    scim: text,
    username: text,
    name: text,
    'employee-id': text,
    'immutable-id': text,
    'external-id': text,
    active: fc.boolean(),
    file: fc.constant('old.csv'),
    line: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(user), (list) => {
      const users = new UserColumns('new');
      for (const values of list) users.add(values);
      const unpacked = unpackUsers(structuredClone(packUsers(users)));
      expect(unpacked.length).toBe(list.length);
      expect(unpacked.side).toBe('new');
      for (let index = 0; index < list.length; index += 1) expect(unpacked.user(index)).toEqual(users.user(index));
    }),
    { numRuns: 300 },
  );
});
