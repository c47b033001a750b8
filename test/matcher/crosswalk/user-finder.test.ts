import { describe, expect, it } from 'vitest';
import { usersFromRecords } from '../../../src/loaders/from-records.ts';
import { UserFinder } from '../../../src/matcher/crosswalk/user-finder.ts';
import type { PersonKey } from '../../../src/model/crosswalk.ts';
import type { UserRecord } from '../../../src/model/user.ts';

const A = 'ann@example.com';
const B = 'bob@example.com';
const employee = (id: string) => ({ 'employee-id': id });

/** The index of the user who is found, or what is wrong. */
function find(records: readonly UserRecord[], key: PersonKey): number | string {
  const found = new UserFinder(usersFromRecords('old', records)).find(key);
  return 'index' in found ? found.index : found.fault;
}

describe('by id', () => {
  it('goes before the address, which may have been corrected or given on since', () => {
    const records = [
      { sso: 'ann.lee@example.com', ids: employee('7') },
      { sso: A, ids: employee('8') },
    ];
    expect(find(records, { ids: employee('7'), email: A })).toBe(0);
  });

  it('forgives lost zeros, case and space', () => {
    const records = [
      { sso: A, ids: employee('7') },
      { sso: B, ids: employee('E-8') },
    ];
    expect(find(records, { ids: employee('0007') })).toBe(0);
    expect(find(records, { ids: employee(' e-8 ') })).toBe(1);
  });

  it('knows a GUID in any form', () => {
    const guid = '00112233-4455-6677-8899-aabbccddeeff';
    const records = [{ sso: A, ids: { 'immutable-id': 'MyIRAFVEd2aImaq7zN3u/w==' } }];
    for (const form of [guid, `{${guid.toUpperCase()}}`]) {
      expect(find(records, { ids: { 'immutable-id': form } })).toBe(0);
    }
  });

  it('looks at the address where no record has the id any more', () => {
    expect(find([{ sso: A }], { ids: employee('7'), email: A })).toBe(0);
    expect(find([{ sso: A, ids: { 'external-id': 'x' } }], { ids: employee('7'), email: A })).toBe(0);
  });

  it('takes no placeholder for an id', () => {
    expect(find([{ sso: B, ids: employee('n/a') }], { ids: employee('n/a') })).toMatch(/^no user of the old IdP/);
  });

  it('finds nobody where two ids lead to two users', () => {
    const records = [
      { sso: A, ids: employee('7') },
      { sso: B, ids: { 'external-id': 'x' } },
    ];
    const both = { ...employee('7'), 'external-id': 'x' };
    expect(find(records, { ids: both })).toBe('the ids are those of different users of the old IdP');
  });

  it('narrows an id that several carry by another id, the address, the login, the name as written, and who is active', () => {
    const ids = employee('7');
    expect(
      find(
        [
          { sso: A, ids: { ...ids, 'external-id': 'x' } },
          { sso: B, ids },
        ],
        { ids: { ...ids, 'external-id': 'x' } },
      ),
    ).toBe(0);
    // Nobody has this external id, and somebody has another one.
    expect(
      find(
        [
          { sso: A, ids: { ...ids, 'external-id': 'y' } },
          { sso: B, ids },
        ],
        { ids: { ...ids, 'external-id': 'x' } },
      ),
    ).toBe(1);
    expect(
      find(
        [
          { sso: A, ids },
          { sso: B, ids },
        ],
        { ids, email: B },
      ),
    ).toBe(1);
    expect(
      find(
        [
          { sso: A, ids, active: false },
          { sso: B, ids },
        ],
        { ids, email: A },
      ),
    ).toBe(0);
    const logins = [
      { sso: A, username: 'ann', ids },
      { sso: A, username: 'bob', ids },
    ];
    expect(find(logins, { ids, email: A, username: 'bob' })).toBe(1);
    const names = [
      { sso: A, name: 'Lee, Ann', ids },
      { sso: A, name: 'Ann Lee', ids },
    ];
    expect(find(names, { ids, email: A, name: 'Ann Lee' })).toBe(1);
    expect(
      find(
        [
          { sso: A, ids, active: false },
          { sso: B, ids },
        ],
        { ids, email: 'c@example.com' },
      ),
    ).toBe(1);
    expect(
      find(
        [
          { sso: A, ids },
          { sso: A, ids },
        ],
        { ids, email: A },
      ),
    ).toBe('2 records could be the user of the old IdP');
  });
});

describe('by address', () => {
  it('is exact first, then but for its spelling, in either attribute', () => {
    const records = [{ sso: 'Ann@example.com' }, { scim: A }];
    expect(find(records, { email: A })).toBe(1);
    expect(find(records, { email: 'Ann@example.com' })).toBe(0);
    expect(find([{ sso: 'Ann@Example.com ' }], { email: A })).toBe(0);
  });

  it('is the login where no address is the one that is named', () => {
    const records = [{ sso: A, username: 'ann' }];
    expect(find(records, { username: 'ann' })).toBe(0);
    expect(find(records, { email: B, username: 'ann' })).toBe(0);
  });

  it('finds nobody who carries another id: the address was given to somebody else', () => {
    expect(find([{ sso: A, ids: employee('8') }], { ids: employee('7'), email: A })).toBe(
      'the user of the old IdP with this address has another id by now',
    );
    expect(find([{ sso: A, ids: employee('8') }, { sso: A }], { ids: employee('7'), email: A })).toBe(1);
  });

  it('tells who shares an address apart by name, login and who is active', () => {
    const shared = [
      { sso: A, name: 'Ann Lee', username: 'ann' },
      { sso: A, name: 'Bob Roe', username: 'bob' },
    ];
    expect(find(shared, { email: A, name: 'Roe, Bob' })).toBe(1);
    expect(find(shared, { email: A, username: 'ann' })).toBe(0);
    expect(find(shared, { email: A })).toBe('2 records could be the user of the old IdP');
    expect(find([{ sso: A, active: false }, { sso: A }], { email: A })).toBe(1);
  });
});

describe('the name', () => {
  it('is the same in any order, case and spelling of it', () => {
    expect(find([{ sso: A, name: 'MÜLLER, Ann' }], { email: A, name: 'Ann Mueller' })).toBe(0);
    expect(find([{ sso: A, name: '***' }], { email: A, name: '***' })).toBe(0);
  });

  it('has to be the one that was decided on, wherever there is one', () => {
    const other = 'the user of the old IdP with this id or address has another name by now';
    expect(find([{ sso: A, name: 'Cem Ito' }], { email: A, name: 'Ann Lee' })).toBe(other);
    expect(find([{ sso: A, name: 'Cem Ito', ids: employee('7') }], { ids: employee('7'), name: 'Ann Lee' })).toBe(
      other,
    );
    expect(find([{ sso: A }], { email: A, name: 'Ann Lee' })).toBe(0);
    expect(find([{ sso: A, name: 'Ann Lee' }], { email: A })).toBe(0);
  });

  it('alone names nobody; nor does nothing', () => {
    const nobody = 'no user of the old IdP in scope has this id or address';
    expect(find([{ sso: A, name: 'Ann Lee' }], { name: 'Ann Lee' })).toBe(nobody);
    expect(find([{ sso: A }], {})).toBe(nobody);
    expect(find([{ sso: A }], { email: B, username: 'ann' })).toBe(nobody);
  });
});
