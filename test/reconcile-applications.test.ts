/** Several apps say of each what a check of it alone says, wherever pairing does not come into it. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateGate } from '../src/index.ts';
import { usersFromRecords } from '../src/loaders/from-records.ts';
import type { CrosswalkDecision } from '../src/model/crosswalk.ts';
import type { Reconciliation } from '../src/model/reconciliation.ts';
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
        const { applications } = reconcileApplications(tables, [
          { name: 'A', tables, places: null, mode, compare },
          { name: 'B', tables, places, mode, compare },
        ]);
        expect(applications).toEqual([alone, alone]);
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

/** What is found for one app. */
function foundFor(
  everybody: { old: UserRecord[]; new: UserRecord[] },
  application: Omit<ApplicationTables, 'name'>,
  crosswalk: readonly CrosswalkDecision[] = [],
): Reconciliation {
  const { applications } = reconcileApplications(tablesOf(everybody), [{ name: 'A', ...application }], crosswalk);
  return applications[0] as Reconciliation;
}

const isOut = ({ name }: UserRecord) => name === 'out';
const kindsOf = ({ people, inputFindings }: Reconciliation) =>
  [...inputFindings, ...people.flatMap(({ findings }) => findings)].map(({ kind }) => kind);
const isOpen = (found: Reconciliation) => evaluateGate(found).status === 'open';

describe('an app with a scope of its own', () => {
  test('has the pairs that were found among everybody, and whose other half is outside has none', () => {
    const everybody = {
      old: [record('ann@example.com', '1'), record('bob@example.com', '2', { name: 'out' })],
      new: [record('ann@example.org', '1'), record('bob@example.com', '2')],
    };
    const found = foundFor(everybody, { ...inScope(everybody, isOut), mode: 'jit' });
    expect(
      found.people.map(({ old, new: next, outcome, correlation }) => [old?.sso, next?.sso, outcome, correlation?.tier]),
    ).toEqual([
      ['ann@example.com', 'ann@example.org', 'duplicate-account', 'employee-id'],
      [undefined, 'bob@example.com', 'new-account', undefined],
    ]);
  });

  test('says that their other half is out of its scope, which is an error', () => {
    const everybody = {
      old: [record('ann@example.com', '1'), record('bob@example.com', '2', { name: 'out' })],
      new: [record('ann@example.com', '1'), record('bob@example.com', '2')],
    };
    const found = foundFor(everybody, { ...inScope(everybody, isOut), mode: 'jit' });
    expect(isOpen(found)).toBe(false);
    const bob = found.people.find(({ new: next }) => next?.sso === 'bob@example.com');
    expect(bob?.findings).toEqual([
      expect.objectContaining({
        kind: 'unexpected-in-new',
        severity: 'error',
        message: expect.stringMatching(/^Their user of the old IdP is out of the scope of this app/),
      }),
    ]);
  });

  test('says it of an old user too, who would be missing', () => {
    const everybody = {
      old: [record('ann@example.com', '1'), record('bob@example.com', '2')],
      new: [record('ann@example.com', '1'), record('bob@example.com', '2', { name: 'out' })],
    };
    const found = foundFor(everybody, { ...inScope(everybody, isOut), mode: 'jit' });
    const bob = found.people.find(({ old }) => old?.sso === 'bob@example.com');
    expect(bob).toMatchObject({ outcome: 'loses-access' });
    expect(bob?.findings).toEqual([
      expect.objectContaining({
        kind: 'missing-in-new',
        message: expect.stringMatching(/^Their user of the new IdP is out of the scope of this app/),
      }),
    ]);
  });

  test('warns of a seat that nobody has today where nobody outside is the same person', () => {
    const everybody = {
      old: [record('ann@example.com', '1')],
      new: [record('ann@example.com', '1'), record('bob@example.com', '2')],
    };
    const found = foundFor(everybody, { ...inScope(everybody, isOut), mode: 'jit' });
    expect(isOpen(found)).toBe(true);
    expect(kindsOf(found)).toContain('unexpected-in-new');
  });

  test('stays ambiguous where a candidate is out of its scope, and tells of that one', () => {
    const shared = {
      old: [record('ann@example.com ', null), record('ANN@example.com', null, { name: 'out' })],
      new: [record('ann@example.com', null)],
    };
    const found = foundFor(shared, { ...inScope(shared, isOut), mode: 'jit' });
    expect(found.people.map(({ outcome }) => outcome)).toEqual(['unverified', 'unverified']);
    const messages = found.people.flatMap(({ findings }) =>
      findings.flatMap(({ kind, message }) => (kind === 'ambiguous-correlation' ? [message] : [])),
    );
    expect(messages).toContain('1 old user could be this person (and 1 out of the scope of this app).');
  });

  test('knows two people by ids that nobody in its scope would make doubtful', () => {
    const everybody = {
      old: [record('ann@example.com', '1', { name: 'Ann Lee' })],
      new: [record('ann@example.com', '2', { name: 'Ann Lee' })],
    };
    const found = foundFor(everybody, { ...inScope(everybody, () => false), mode: 'jit' });
    expect(found.summary.outcomes).toMatchObject({ 'account-takeover': 1, 'loses-access': 1 });
  });
});

describe('an account on its list that an old user out of its scope may have', () => {
  const ann = [record('ann@example.com', '1'), record('ann@example.com', '1')] as const;
  const outside = (sso: string, id: string | null, more: Partial<UserRecord> = {}) =>
    record(sso, id, { groups: ['out'], ...more });
  const isOutside = ({ groups }: UserRecord) => groups?.includes('out') === true;

  /** Ann, an old user outside and a new one inside, before accounts of Ann and of others. */
  function atAccounts(
    old: UserRecord,
    next: UserRecord,
    accounts: readonly UserRecord[],
    more: Partial<ApplicationTables> = {},
  ) {
    const everybody = { old: [ann[0], old], new: [ann[1], next] };
    const app = [{ sso: 'ann@example.com' }, ...accounts];
    return foundFor(everybody, { ...inScope(everybody, isOutside, app), mode: 'jit', ...more });
  }
  const outcomeOf = ({ people }: Reconciliation, sso: string) =>
    people.find(({ new: next }) => next?.sso === sso)?.outcome;

  test('is nobody’s who merely arrives at its address', () => {
    const found = atAccounts(outside('bob@example.com', '2'), record('bob@example.com', '3'), [
      { sso: 'bob@example.com' },
    ]);
    expect(outcomeOf(found, 'bob@example.com')).toBe('account-takeover');
    expect(isOpen(found)).toBe(false);
  });

  test('is nobody’s either where only its spelling differs', () => {
    const found = atAccounts(outside('Bob@example.com', '2'), record('bob@example.com', '3'), [
      { sso: 'bob@example.com' },
    ]);
    expect(outcomeOf(found, 'bob@example.com')).toBe('account-takeover');
  });

  test('is that of their own new user', () => {
    const found = atAccounts(outside('bob@example.com', '2'), record('bob@example.com', '2'), [
      { sso: 'bob@example.com' },
    ]);
    expect(outcomeOf(found, 'bob@example.com')).toBe('keeps-account');
    expect(isOpen(found)).toBe(true);
  });

  test('is not that of a new user whose name speaks against it: the address may have been given away', () => {
    const old = outside('bob@example.com', null, { name: 'Bob Ray' });
    const found = atAccounts(old, record('bob@example.com', null, { name: 'Cem Kaya' }), [{ sso: 'bob@example.com' }]);
    expect(isOpen(found)).toBe(false);
    const same = { decision: 'same', old: { email: 'bob@example.com' }, new: { email: 'bob@example.com' } } as const;
    const everybody = { old: [ann[0], old], new: [ann[1], record('bob@example.com', null, { name: 'Cem Kaya' })] };
    const app = [{ sso: 'ann@example.com' }, { sso: 'bob@example.com' }];
    expect(isOpen(foundFor(everybody, { ...inScope(everybody, isOutside, app), mode: 'jit' }, [same]))).toBe(true);
  });

  test('is all that their new user has: at another address they take over somebody’s account', () => {
    const accounts = [{ sso: 'bob@example.com' }, { sso: 'b.ray@example.com' }];
    const found = atAccounts(outside('bob@example.com', '2'), record('b.ray@example.com', '2'), accounts);
    expect(outcomeOf(found, 'b.ray@example.com')).toBe('account-takeover');
    expect(isOpen(found)).toBe(false);
  });

  test('is known by what the old IdP sends to this app, which may be another attribute', () => {
    const app = [{ sso: 'ann@example.com' }, { sso: 'bob@example.com' }];
    const everybody = {
      old: [ann[0], outside('login-2@example.com', '2')],
      new: [ann[1], record('bob@example.com', '3')],
    };
    const part = { ...inScope(everybody, isOutside, app), mode: 'jit' } as const;
    expect(isOpen(foundFor(everybody, part))).toBe(true);
    const sent = usersFromRecords('old', [ann[0], outside('bob@example.com', '2')]);
    const found = foundFor(everybody, { ...part, unscoped: [{ users: sent, places: Int32Array.of(0, 1) }] });
    expect(outcomeOf(found, 'bob@example.com')).toBe('account-takeover');
  });

  test('can be said by a human to be that of who arrives', () => {
    const everybody = {
      old: [ann[0], outside('bob@example.com', '2')],
      new: [ann[1], record('bob@example.com', '3')],
    };
    const app = [{ sso: 'ann@example.com' }, { sso: 'bob@example.com' }];
    const theirs = { decision: 'same', new: { email: 'bob@example.com' }, app: 'bob@example.com' } as const;
    const found = foundFor(everybody, { ...inScope(everybody, isOutside, app), mode: 'jit' }, [theirs]);
    expect(outcomeOf(found, 'bob@example.com')).toBe('keeps-account');
  });
});

describe('a crosswalk', () => {
  const everybody = {
    old: [record('ann@example.com', null, { name: 'Ann Lee' })],
    new: [record('a.lee@example.org', null, { name: 'Ann Lee' })],
  };
  const tables = tablesOf(everybody);
  const same = { decision: 'same', old: { email: 'ann@example.com' }, new: { email: 'a.lee@example.org' } } as const;
  const different = { ...same, decision: 'different' } as const;

  test('says who is whom for every app', () => {
    const { applications } = reconcileApplications(
      tables,
      [
        { name: 'A', tables, places: null, mode: 'jit' },
        { name: 'B', ...inScope(everybody, () => false), mode: 'manual' },
      ],
      [same],
    );
    expect(applications.map(({ people }) => people[0]?.correlation?.tier)).toEqual(['crosswalk', 'crosswalk']);
  });

  /** Bob was given an address that the app lists under the name of another: whose account it is has to be said. */
  const bob = record('bob@example.com', '2', { name: 'Bob Ray' });
  const withBob = { old: everybody.old, new: [...everybody.new, bob] };
  const listing = (name: string, email: string) => ({
    name,
    tables: { ...tablesOf(withBob), app: usersFromRecords('app', [{ sso: email, name: 'Cem Kaya' }]) },
    places: null,
    mode: 'jit' as const,
  });
  const twoApps = [listing('A', 'bob@example.com'), listing('B', 'bob@example.com')];
  const ofBob = (more: Partial<CrosswalkDecision>): CrosswalkDecision => ({
    decision: 'same',
    new: { email: 'bob@example.com' },
    app: 'bob@example.com',
    ...more,
  });
  const kindsAtEach = (decision: CrosswalkDecision, apps: readonly ApplicationTables[] = twoApps) =>
    reconcileApplications(tablesOf(withBob), apps, [decision]).applications.map(kindsOf);

  test('confirms the account at the app that it names, and at no other', () => {
    const [ofA = [], ofB = []] = kindsAtEach(ofBob({ application: 'A' }));
    expect(ofA).not.toContain('name-conflict');
    expect(ofB).toContain('name-conflict');
    expect([...ofA, ...ofB]).not.toContain('crosswalk-unknown');
  });

  test.each(['same', 'different'] as const)('is told of at every app where “%s” names none of them', (decision) => {
    for (const stray of [ofBob({ decision }), ofBob({ decision, application: 'C' })]) {
      for (const kinds of kindsAtEach(stray)) {
        expect(kinds).toContain('crosswalk-unknown');
        expect(kinds).toContain('name-conflict');
      }
    }
  });

  test('is told of where the only app is another one than it names, and needs no name where it is the only one', () => {
    const [one] = twoApps;
    if (one === undefined) throw new Error('no app');
    expect(kindsAtEach(ofBob({ application: 'B' }), [one])[0]).toContain('crosswalk-unknown');
    expect(kindsAtEach(ofBob({}), [one])[0]).not.toContain('crosswalk-unknown');
    expect(kindsAtEach(ofBob({}), [one])[0]).not.toContain('name-conflict');
  });

  test('is told of where it takes an account from somebody at an app that does not list it', () => {
    const apps = [listing('A', 'bob@example.com'), listing('B', 'other@example.com')];
    const [ofA = [], ofB = []] = kindsAtEach(ofBob({ decision: 'different', application: 'B' }), apps);
    expect(ofA).not.toContain('crosswalk-unknown');
    expect(ofB).toContain('crosswalk-unknown');
  });

  test('is not told of where nothing was decided', () => {
    const { decision: _, ...undecided } = ofBob({});
    expect(kindsAtEach(undecided).flat()).not.toContain('crosswalk-unknown');
  });

  test('names no app where it is about two users', () => {
    expect(kindsAtEach({ ...same, application: 'A' }).every((kinds) => kinds.includes('crosswalk-unknown'))).toBe(true);
  });

  test('keeps two people apart also where another row is about an account', () => {
    expect(kindsAtEach(ofBob({ application: 'A' }))[0]).toContain('possible-same-person');
    const { applications } = reconcileApplications(tablesOf(withBob), twoApps, [
      different,
      ofBob({ application: 'A' }),
    ]);
    for (const found of applications) expect(kindsOf(found)).not.toContain('possible-same-person');
  });

  test('is refused in a check of one app without a name where it names an application', () => {
    const [one] = twoApps;
    if (one === undefined) throw new Error('no app');
    const found = reconcileTables(one.tables, { mode: 'jit', crosswalk: [ofBob({ application: 'A' })] });
    expect(kindsOf(found)).toContain('crosswalk-unknown');
    expect(kindsOf(found)).toContain('name-conflict');
  });
});

test('an app without users of a side is refused', () => {
  const everybody = { old: [record('ann@example.com', '1')], new: [record('ann@example.com', '1')] };
  expect(() => foundFor(everybody, { ...inScope(everybody, () => true), mode: 'jit' })).toThrowError(
    expect.objectContaining({ code: 'ERR_INPUT_EMPTY' }),
  );
});
