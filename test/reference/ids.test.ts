import { expect, test } from 'vitest';
import { idKey, toldApart, trusted, usableId } from './ids.ts';
import { A, B, C, type Sketch, write } from './write.ts';

test('compare without leading zeros, case and outer white space', () => {
  expect(idKey('employee-id', '00123')).toBe('123');
  expect(idKey('employee-id', ' 123\u00a0')).toBe('123');
  expect(idKey('external-id', 'AB-1 ')).toBe('ab-1');
  expect(idKey('external-id', '0x1')).toBe('0x1');
});

test('a placeholder, an address or nothing but zeros is no id', () => {
  for (const value of ['-', 'N/A', 'na', 'None', 'NULL', ' unknown ', 'tbd', '0', '0000', A, '  ']) {
    expect(idKey('employee-id', value), value).toBeNull();
  }
});

test('immutable ids compare by the bytes of the GUID', () => {
  const bytes = 'ff19966f868b11d0b42d00c04fc964ff';
  expect(idKey('immutable-id', '6f9619ff-8b86-d011-b42d-00c04fc964ff')).toBe(bytes);
  expect(idKey('immutable-id', '{6F9619FF-8B86-D011-B42D-00C04FC964FF}')).toBe(bytes);
  expect(idKey('immutable-id', '/xmWb4aLEdC0LQDAT8lk/w==')).toBe(bytes);
  expect(idKey('immutable-id', ':: /xmWb4aLEdC0LQDAT8lk/w==')).toBe(bytes);
});

const employee = (id: string) => ({ 'employee-id': id });

test('an id that two active users of one side share is unusable on both', () => {
  const shared = employee('9');
  const two = write(
    [
      { mail: A, ids: shared },
      { mail: B, ids: shared },
    ],
    [{ mail: C, ids: shared }],
  );
  expect([...two.old, ...two.new].map((user) => usableId(two, 'employee-id', user))).toEqual([null, null, null]);
  const one = write(
    [
      { mail: A, ids: shared, active: false },
      { mail: B, ids: shared },
    ],
    [],
  );
  expect(one.old.map((user) => usableId(one, 'employee-id', user))).toEqual(['9', '9']);
});

test('a kind is believed until fewer than half of at least five agree', () => {
  const side = (n: number, id: (i: number) => string): Sketch[] =>
    Array.from({ length: n }, (_, i) => ({ mail: `u${i}@example.com`, ids: { 'external-id': id(i) } }));
  const believed = (n: number, id: (i: number) => string) => {
    const people = write(
      side(n, (i) => `x${i}`),
      side(n, id),
    );
    const [old, next] = [people.old.at(-1), people.new.at(-1)];
    if (old === undefined || next === undefined) throw new Error('nobody');
    return [trusted(people, 'external-id'), toldApart(people, old, next)];
  };
  expect(believed(4, (i) => `y${i}`)).toEqual([true, true]);
  expect(believed(5, (i) => `y${i}`)).toEqual([false, false]);
  expect(believed(6, (i) => (i < 3 ? `x${i}` : `y${i}`))).toEqual([true, true]);
});

test('who is called otherwise has no say about a kind', () => {
  const side = (id: string, name: string): Sketch[] =>
    Array.from({ length: 5 }, (_, i) => ({
      mail: `u${i}@example.com`,
      ids: { 'external-id': `${id}${i}` },
      name: i === 0 ? name : `Ann Lee${i}`,
    }));
  expect(trusted(write(side('x', 'Ann Lee'), side('y', 'Ann Lee')), 'external-id')).toBe(false);
  expect(trusted(write(side('x', 'Ann Lee'), side('y', 'Bo Ng')), 'external-id')).toBe(true);
});
