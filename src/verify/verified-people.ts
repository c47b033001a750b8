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
  { app, scim, next }: VerifiedTables,
  baseline: Baseline,
  key: Key,
): VerifiedPerson[] {
  const judged = seen.map(
    (one): Judged => ({
      one,
      account: app === null ? null : accountResultOf(one, key),
      sync: scim === null ? null : syncResultOf(one, key),
    }),
  );
  const evidence = evidenceOf(judged, app, scim, baseline, key);
  const lost = next === null || scim === null ? null : lostGroups(next, scim);
  return judged.map(({ one, account, sync }) => {
    const { expectation, inactive } = one;
    const person = expectation?.person ?? null;
    const accounts = firstRows(one.accounts, app, expectation?.before.map(key) ?? []);
    const synced = firstRows(one.synced, scim, []);
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
    } else if (person.owner) {
      add(
        owners,
        [person.old, person.new, person.app].find((user) => user !== null && user.name !== null),
      );
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
  };
}

/** Nobody of whom it was predicted is left out, nor somebody else. */
const ARRIVED: ReadonlySet<SyncResult> = new Set(['arrived', 'none', 'unexpected']);

/** One row for each address; those of before come first. */
function firstRows(rows: RowsByKey, table: UserTable | null, first: readonly string[]): User[] {
  if (table === null) return [];
  const ofKeys = [...rows].sort(([a], [b]) => Number(first.includes(b)) - Number(first.includes(a)));
  return ofKeys.flatMap(([, [row]]) => (row === undefined ? [] : [table.user(row)]));
}

function rowsOf(rows: RowsByKey, table: UserTable | null): User[] {
  return table === null ? [] : [...rows.values()].flat().map((row) => table.user(row));
}
