import type { UserTable } from '../model/user-table.ts';
import { type Attribution, accountAttribution, syncAttribution } from './attribution.ts';
import type { Expectation, Key } from './expectation.ts';

/** Rows by the address that the service provider compares. */
export type RowsByKey = ReadonlyMap<string, readonly number[]>;

/** One person, or somebody whom nobody predicted, and the rows that are theirs after the switch. */
export interface Seen {
  /** Null for somebody whom nobody predicted. */
  readonly expectation: Expectation | null;
  /** Rows of the member list that are accounts. */
  readonly accounts: RowsByKey;
  /** Active users of the SCIM directory. */
  readonly synced: RowsByKey;
  /** Users of the SCIM directory who are not active. */
  readonly inactive: readonly number[];
}

/** Who was seen, and how many rows went where. */
export interface Sighting {
  readonly seen: readonly Seen[];
  readonly app: { readonly ofPeople: number; readonly unexpected: number; readonly removed: number } | null;
  readonly scim: { readonly ofPeople: number; readonly unexpected: number; readonly inactive: number } | null;
}

interface Collected {
  readonly accounts: Map<string, number[]>;
  readonly synced: Map<string, number[]>;
  readonly inactive: number[];
}

/** Gives every row of both lists to whom it belongs: people of the baseline in their order, then strangers in that of the rows. */
export function sightingOf(
  expectations: readonly Expectation[],
  lists: { readonly app: UserTable | null; readonly scim: UserTable | null },
  key: Key,
): Sighting {
  const people = expectations.map(() => nothing());
  const strangers = new Map<string, Collected>();
  const stranger = (address: string | null, list: string, row: number): Collected => {
    // A row without an address is like no other.
    const of = address === null ? `${list} ${row}` : `@ ${key(address)}`;
    const found = strangers.get(of) ?? nothing();
    strangers.set(of, found);
    return found;
  };
  const owners = (attribution: Attribution, address: string | null) =>
    address === null ? [] : attribution(address).flatMap((index) => people[index] ?? []);

  const app = lists.app === null ? null : { ofPeople: 0, unexpected: 0, removed: 0 };
  if (lists.app !== null && app !== null) {
    const whose = accountAttribution(expectations, key);
    for (let row = 0; row < lists.app.length; row += 1) {
      const address = lists.app.value('sso', row);
      if (!lists.app.isActive(row)) {
        app.removed += 1;
        continue;
      }
      const theirs = owners(whose, address);
      for (const one of theirs) push(one.accounts, key(address ?? ''), row);
      if (theirs.length > 0) app.ofPeople += 1;
      else {
        app.unexpected += 1;
        push(stranger(address, 'app', row).accounts, key(address ?? ''), row);
      }
    }
  }
  const scim = lists.scim === null ? null : { ofPeople: 0, unexpected: 0, inactive: 0 };
  if (lists.scim !== null && scim !== null) {
    const whose = syncAttribution(expectations, key);
    for (let row = 0; row < lists.scim.length; row += 1) {
      const address = lists.scim.value('scim', row);
      const isActive = lists.scim.isActive(row);
      const theirs = owners(whose, address);
      for (const one of theirs) isActive ? push(one.synced, key(address ?? ''), row) : one.inactive.push(row);
      if (theirs.length > 0) scim.ofPeople += 1;
      else if (!isActive) scim.inactive += 1;
      else {
        scim.unexpected += 1;
        push(stranger(address, 'scim', row).synced, key(address ?? ''), row);
      }
    }
  }
  const seen: Seen[] = people.map((rows, index) => ({ expectation: expectations[index] ?? null, ...rows }));
  for (const rows of strangers.values()) seen.push({ expectation: null, ...rows });
  return { seen, app, scim };
}

function nothing(): Collected {
  return { accounts: new Map(), synced: new Map(), inactive: [] };
}

function push(rows: Map<string, number[]>, key: string, row: number): void {
  const known = rows.get(key);
  if (known === undefined) rows.set(key, [row]);
  else known.push(row);
}
