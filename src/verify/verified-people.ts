import { KeyIndex } from '../matcher/key-index.ts';
import { fullNameKey } from '../matcher/names.ts';
import type { User } from '../model/user.ts';
import type { UserTable } from '../model/user-table.ts';
import type { AccountResult, SyncResult, VerifiedPerson } from '../model/verification.ts';
import type { Baseline } from './baseline.ts';
import type { Key } from './expectation.ts';
import type { SeenPerson, VerificationEvidence } from './findings/define-verification.ts';
import { verificationFindingsOf } from './findings/index.ts';
import { lostGroups } from './groups.ts';
import { accountResultOf, syncResultOf } from './results.ts';
import type { RowsByKey, Seen } from './seen.ts';
import type { VerifiedTables } from './tables.ts';

interface Judged {
  readonly one: Seen;
  readonly account: AccountResult | null;
  readonly sync: SyncResult | null;
}

/** What became of everybody, and what was found about them. */
export function verifiedPeople(
  seen: readonly Seen[],
  { app, scim, next, suspended }: VerifiedTables,
  baseline: Baseline,
  key: Key,
): VerifiedPerson[] {
  const judged = seen.map(
    (one): Judged => ({
      one,
      account: app === null ? null : accountResultOf(one, key, (row) => app.value('sso', row)),
      sync: scim === null ? null : syncResultOf(one, key),
    }),
  );
  const evidence = evidenceOf(judged, app, scim, baseline, key);
  const lost = next === null || scim === null ? null : lostGroups(next, scim);
  return judged.map(({ one, account, sync }) => {
    const { expectation, inactive } = one;
    const person = expectation?.person ?? null;
    const accounts = firstRows(one.accounts, app, 'sso', expectation?.before.map(key) ?? []);
    const synced = firstRows(one.synced, scim, 'scim', []);
    const rows = [...one.accounts.values()].flat();
    const idle = scim === null ? [] : inactive.map((row) => scim.user(row));
    const isExpected = expectation !== null && expectation.pushed !== null;
    const findings = verificationFindingsOf(
      {
        expectation,
        account,
        sync,
        accounts,
        synced,
        inactive: idle,
        isSuspended: rows.length > 0 && rows.every((row) => suspended?.has(row) === true),
        lostGroups:
          lost === null || person === null || !isExpected ? [] : lost(person, [...one.synced.values()].flat()),
      } satisfies SeenPerson,
      evidence,
    );
    return {
      old: person?.old ?? null,
      new: person?.new ?? null,
      app: person?.app ?? null,
      predicted: person?.outcome ?? null,
      owner: person?.owner ?? false,
      account,
      sync,
      accounts: rowsOf(one.accounts, app),
      synced: [...rowsOf(one.synced, scim), ...idle],
      findings,
      ...(person?.waiver === undefined ? {} : { waiver: person.waiver }),
    };
  });
}

function evidenceOf(
  judged: readonly Judged[],
  app: UserTable | null,
  scim: UserTable | null,
  baseline: Baseline,
  key: Key,
): VerificationEvidence {
  const strangers = new KeyIndex();
  const owners = new KeyIndex();
  const everybody = new KeyIndex();
  const users: User[] = [];
  const add = (index: KeyIndex, user: User | null | undefined) => {
    const name = fullNameKey(user?.name ?? null);
    if (name === '' || user === null || user === undefined) return;
    index.add(name, users.push(user) - 1);
  };
  for (const { one } of judged) {
    const person = one.expectation?.person;
    if (person === undefined) {
      for (const user of [...rowsOf(one.accounts, app), ...rowsOf(one.synced, scim)]) add(strangers, user);
    } else {
      const named = [person.old, person.new, person.app].filter((user) => user !== null && user.name !== null);
      if (person.owner) add(owners, named[0]);
      for (const user of named) add(everybody, user);
    }
  }
  const named = (index: KeyIndex) => (name: string | null) => {
    const of = fullNameKey(name);
    return of === '' ? [] : index.get(of).flatMap((at) => users[at] ?? []);
  };
  return {
    mode: baseline.mode,
    key,
    isListed: baseline.summary.listed,
    haveAllArrived: scim !== null && judged.every(({ sync }) => sync !== null && ARRIVED.has(sync)),
    hasHiddenRows: baseline.hiddenRows > 0,
    strangersNamed: named(strangers),
    ownersNamed: named(owners),
    everybodyNamed: named(everybody),
  };
}

/** Nobody of whom it was predicted is left out, nor somebody else. */
const ARRIVED: ReadonlySet<SyncResult> = new Set(['arrived', 'none', 'unexpected']);

/** One row for each address as it is written; those of before come first. */
function firstRows(rows: RowsByKey, table: UserTable | null, field: 'sso' | 'scim', first: readonly string[]): User[] {
  if (table === null) return [];
  const ofKeys = [...rows].sort(([a], [b]) => Number(first.includes(b)) - Number(first.includes(a)));
  return ofKeys.flatMap(([, of]) => {
    const addresses = of.map((row) => table.value(field, row));
    return of.filter((_, at) => addresses.indexOf(addresses[at] ?? null) === at).map((row) => table.user(row));
  });
}

function rowsOf(rows: RowsByKey, table: UserTable | null): User[] {
  return table === null ? [] : [...rows.values()].flat().map((row) => table.user(row));
}
