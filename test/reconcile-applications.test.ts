/** Several apps say of each what a check of it alone says, wherever pairing does not come into it. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usersFromRecords } from '../src/loaders/from-records.ts';
import type { UserRecord } from '../src/model/user.ts';
import { reconcileTables } from '../src/reconcile.ts';
import { type ApplicationTables, reconcileApplications } from '../src/reconcile-applications.ts';
import { POLICIES } from './reference/addresses.ts';
import { toRecords } from './reference/agreement.ts';
import { organisation } from './reference/organisation.ts';
import { MODES } from './reference/simulation.ts';

function tablesOf(input: { old: UserRecord[]; new: UserRecord[]; app?: UserRecord[] }): ApplicationTables['tables'] {
  return {
    old: usersFromRecords('old', input.old),
    new: usersFromRecords('new', input.new),
    app: input.app === undefined ? null : usersFromRecords('app', input.app),
  };
}

/** Where everybody stands who is left when some are taken out. */
function placesWithout(count: number, isOut: (index: number) => boolean): Int32Array {
  return Int32Array.from(Array.from({ length: count }, (_, index) => index).filter((index) => !isOut(index)));
}

test('an app that has everybody in its scope is told what it is told alone, also by way of their places', () => {
  fc.assert(
    fc.property(
      organisation,
      fc.boolean(),
      fc.constantFrom(...MODES),
      fc.constantFrom(...POLICIES),
      (drawn, listed, mode, compare) => {
        const tables = tablesOf(toRecords(listed ? drawn : { ...drawn, app: null }));
        const alone = reconcileTables(tables, { mode, compare });
        const places = {
          old: placesWithout(tables.old.length, () => false),
          new: placesWithout(tables.new.length, () => false),
        };
        const found = reconcileApplications(tables, [
          { tables, places: null, mode, compare },
          { tables, places, mode, compare },
        ]);
        expect(found).toEqual([alone, alone]);
      },
    ),
    { numRuns: 300 },
  );
});

const record = (sso: string, id: string | null, more: Partial<UserRecord> = {}): UserRecord => ({
  sso,
  ...(id === null ? {} : { ids: { 'employee-id': id } }),
  ...more,
});

function inScope(
  everybody: { old: UserRecord[]; new: UserRecord[] },
  isOut: (user: UserRecord) => boolean,
  app?: UserRecord[],
): Pick<ApplicationTables, 'tables' | 'places'> {
  const left = (users: UserRecord[]) => users.filter((user) => !isOut(user));
  const at = (users: UserRecord[]) => placesWithout(users.length, (index) => isOut(users[index] as UserRecord));
  const tables = tablesOf({
    old: left(everybody.old),
    new: left(everybody.new),
    ...(app === undefined ? {} : { app }),
  });
  return { tables, places: { old: at(everybody.old), new: at(everybody.new) } };
}

describe('an app with a scope of its own', () => {
  test('has the pairs that were found among everybody, and whose other half is outside has none', () => {
    const everybody = {
      old: [record('ann@example.com', '1'), record('bob@example.com', '2', { name: 'out' })],
      new: [record('ann@example.org', '1'), record('bob@example.com', '2')],
    };
    const [found] = reconcileApplications(tablesOf(everybody), [
      { ...inScope(everybody, ({ name }) => name === 'out'), mode: 'jit' },
    ]);
    expect(
      found?.people.map(({ old, new: next, outcome, correlation }) => [
        old?.sso,
        next?.sso,
        outcome,
        correlation?.tier,
      ]),
    ).toEqual([
      ['ann@example.com', 'ann@example.org', 'duplicate-account', 'employee-id'],
      [undefined, 'bob@example.com', 'new-account', undefined],
    ]);
  });

  test('stays ambiguous where a candidate is out of its scope: who it is has not been decided', () => {
    const shared = {
      old: [record('ann@example.com ', null), record('ANN@example.com', null, { name: 'out' })],
      new: [record('ann@example.com', null)],
    };
    const [found] = reconcileApplications(tablesOf(shared), [
      { ...inScope(shared, ({ name }) => name === 'out'), mode: 'jit' },
    ]);
    expect(found?.people.map(({ outcome }) => outcome)).toEqual(['unverified', 'unverified']);
  });

  test('knows two people by ids that nobody in its scope would make doubtful', () => {
    const everybody = {
      old: [record('ann@example.com', '1', { name: 'Ann Lee' })],
      new: [record('ann@example.com', '2', { name: 'Ann Lee' })],
    };
    const [found] = reconcileApplications(tablesOf(everybody), [{ ...inScope(everybody, () => false), mode: 'jit' }]);
    expect(found?.summary.outcomes).toMatchObject({ 'account-takeover': 1, 'loses-access': 1 });
  });
});

describe('a crosswalk', () => {
  const everybody = {
    old: [record('ann@example.com', null, { name: 'Ann Lee' })],
    new: [record('a.lee@example.org', null, { name: 'Ann Lee' })],
  };
  const tables = tablesOf(everybody);
  const same = { decision: 'same', old: { email: 'ann@example.com' }, new: { email: 'a.lee@example.org' } } as const;
  const kindsOf = (found: ReturnType<typeof reconcileApplications>) =>
    found.map(({ inputFindings }) => inputFindings.map(({ kind }) => kind));

  test('says who is whom for every app', () => {
    const found = reconcileApplications(
      tables,
      [
        { tables, places: null, mode: 'jit' },
        { ...inScope(everybody, () => false), mode: 'manual' },
      ],
      [same],
    );
    expect(found.map(({ people }) => people[0]?.correlation?.tier)).toEqual(['crosswalk', 'crosswalk']);
  });

  test('may name an account of one app, which is unknown only where no app lists it', () => {
    const listed = (email: string) => ({ ...tables, app: usersFromRecords('app', [{ sso: email }]) });
    const of = (app: string) => ({ decision: 'same', new: { email: 'a.lee@example.org' }, app }) as const;
    const apps = [
      { tables: listed('a.lee@example.org'), places: null, mode: 'jit' },
      { tables: listed('other@example.org'), places: null, mode: 'jit' },
    ] as const;
    expect(kindsOf(reconcileApplications(tables, apps, [of('a.lee@example.org')])).flat()).not.toContain(
      'crosswalk-unknown',
    );
    const nowhere = kindsOf(reconcileApplications(tables, apps, [of('nobody@example.org')]));
    expect(nowhere.every((kinds) => kinds.includes('crosswalk-unknown'))).toBe(true);
  });
});

test('an app without users of a side is refused', () => {
  const everybody = { old: [record('ann@example.com', '1')], new: [record('ann@example.com', '1')] };
  expect(() =>
    reconcileApplications(tablesOf(everybody), [{ ...inScope(everybody, () => true), mode: 'jit' }]),
  ).toThrowError(expect.objectContaining({ code: 'ERR_INPUT_EMPTY' }));
});
