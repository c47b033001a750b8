import { describe, expect, test } from 'vitest';
import { usersFromRecords } from '../../src/loaders/from-records.ts';
import { NameConflicts } from '../../src/matcher/name-conflicts.ts';
import type { UserRecord } from '../../src/model/user.ts';

describe('NameConflicts', () => {
  const user = (name: string | null, active = true): UserRecord => ({ sso: 'a@example.com', name, active });
  const conflicts = (old: UserRecord[], next: UserRecord[]) =>
    new NameConflicts({ old: usersFromRecords('old', old), new: usersFromRecords('new', next) });
  const has = (old: UserRecord[], next: UserRecord[]) => conflicts(old, next).has(0, 0);

  test('no part agrees', () => {
    expect(has([user('Ada Lovelace')], [user('Grace Hopper')])).toBe(true);
    expect(has([user('Ada Lovelace')], [user('Ada King')])).toBe(false);
    expect(has([user('Ada Lovelace')], [user('Lovelace, ADA')])).toBe(false);
  });

  test('the old user need not be active, the new one has to be', () => {
    expect(has([user('Ada Lovelace', false)], [user('Grace Hopper')])).toBe(true);
    expect(has([user('Ada Lovelace')], [user('Grace Hopper', false)])).toBe(false);
  });

  test.each([null, ' ', '-'])('without a name (%j) there is none', (nobody) => {
    expect(has([user(nobody)], [user('Grace Hopper')])).toBe(false);
    expect(has([user('Ada Lovelace')], [user(nobody)])).toBe(false);
  });

  test('either name is that of another active user of the opposite side', () => {
    const [king, lovelace] = [user('Ada King'), user('Ada Lovelace')];
    expect(has([king], [lovelace, user('King Ada')])).toBe(true);
    expect(has([king, user('LOVELACE Ada')], [lovelace])).toBe(true);
    expect(has([king, user('Ada King')], [lovelace, user('Ada Lovelace')])).toBe(false);
    expect(has([king], [lovelace, user('Ada King', false)])).toBe(false);
    expect(has([king, user('Ada Lovelace', false)], [lovelace])).toBe(false);
  });

  test('fewer given names are another full name where somebody else has it', () => {
    expect(has([user('Ana Maria Silva')], [user('Ana Silva')])).toBe(false);
    expect(has([user('Ana Maria Silva'), user('Ana Silva')], [user('Ana Silva')])).toBe(true);
  });
});
