import type { Mode } from '../model/reconciliation.ts';
import type { UserTable } from '../model/user-table.ts';
import type { Key } from './addresses.ts';
import { accountRows, type Claim, claimAccounts } from './claims.ts';
import type { Correlated } from './correlate.ts';
import type { Claim as RowClaim } from './crosswalk/crosswalk.ts';
import { RowDecisions } from './crosswalk/row-decisions.ts';
import { type Elsewhere, NOBODY_ELSEWHERE } from './elsewhere.ts';
import { noPartAgrees } from './names.ts';
import type { Holders, Ownership } from './ownership.ts';
import { byPlace, compareText, countActive } from './places.ts';
import type { PairedSide, Sides } from './sides.ts';

const NONE: readonly never[] = [];

/** Ownership by the service provider's own list: the accounts listed there are all there are. */
export class ListedOwnership implements Ownership {
  readonly app: UserTable;
  readonly unclaimed: readonly number[];
  readonly #tables: Sides<UserTable>;
  readonly #rows: ReadonlyMap<string, readonly number[]>;
  readonly #claims: ReadonlyMap<string, Claim>;
  readonly #decisions: RowDecisions;
  readonly #key: Key;
  /** The accounts of each owner, by index. */
  readonly #accounts: Sides<Map<number, string[]>> = { old: new Map(), new: new Map() };

  /**
   * @param decided - what humans said of users and rows
   * @param elsewhere - the addresses of old users who are out of the scope of this app
   */
  constructor(
    tables: Sides<UserTable>,
    app: UserTable,
    mode: Mode,
    key: Key,
    correlated: Correlated,
    decided: readonly RowClaim[] = [],
    elsewhere: Elsewhere = NOBODY_ELSEWHERE,
  ) {
    this.app = app;
    this.#tables = tables;
    this.#key = key;
    this.#rows = accountRows(app, key);
    this.#decisions = new RowDecisions(decided);
    this.#claims = claimAccounts(tables, app, this.#rows, mode, key, correlated, this.#decisions, elsewhere);
    for (const [account, { side, users }] of this.#claims) {
      for (const user of users) {
        const known = this.#accounts[side].get(user);
        if (known === undefined) this.#accounts[side].set(user, [account]);
        else known.push(account);
      }
    }
    this.unclaimed = this.#unclaimedRows();
  }

  get claimed(): Ownership['claimed'] {
    let byOld = 0;
    for (const [account, { side }] of this.#claims) {
      if (side === 'old') byOld += this.#rows.get(account)?.length ?? 0;
    }
    return { accounts: countActive(this.app), byOld };
  }

  accountsOf(old: number, next: number): readonly string[] {
    const accounts = old >= 0 ? this.#accounts.old.get(old) : this.#accounts.new.get(next);
    return accounts ?? NONE;
  }

  isAccount(key: string): boolean {
    return this.#rows.has(key);
  }

  isOthers(key: string, old: number, next: number): boolean {
    return this.#rows.has(key) && !this.accountsOf(old, next).includes(key);
  }

  holders(key: string): Holders {
    const claim = this.#claims.get(key);
    return {
      old: claim?.side === 'old' ? claim.users : NONE,
      new: claim?.side === 'new' ? claim.users : NONE,
      app: claim === undefined ? (this.#rows.get(key) ?? NONE) : NONE,
    };
  }

  rowOf(old: number, next: number): number {
    return this.#rowsOf(old, next, false)[0] ?? this.#rowsOf(old, next, true)[0] ?? -1;
  }

  driftedRowsOf(old: number): readonly number[] {
    return this.#rowsOf(old, -1, true);
  }

  contradictingRowsOf(old: number, next: number): readonly number[] {
    const [side, user] = old >= 0 ? (['old', old] as const) : (['new', next] as const);
    if (!this.#mayHaveBeenGiven(side, user)) return NONE;
    const rows = [...this.#rowsOf(old, next, false), ...this.#rowsOf(old, next, true)];
    return rows.filter(
      (row) => this.#speaksAgainst(side, user, row) && !this.#decisions.isConfirmed(side, user, [row]),
    );
  }

  standingOf({ side, user, rows }: RowClaim): 'theirs' | 'doubted' | 'not-theirs' {
    const claims = rows.map((row) => this.#claims.get(this.#key(this.app.value('sso', row) ?? '')));
    if (!claims.some((claim) => claim?.side === side && claim.users.includes(user))) return 'not-theirs';
    const isDoubted = this.#mayHaveBeenGiven(side, user) && rows.some((row) => this.#speaksAgainst(side, user, row));
    return isDoubted ? 'doubted' : 'theirs';
  }

  /** An active old user is known to have the address; anybody else may have been given it since. */
  #mayHaveBeenGiven(side: PairedSide, user: number): boolean {
    return side === 'new' || !this.#tables.old.isActive(user);
  }

  #speaksAgainst(side: PairedSide, user: number, row: number): boolean {
    return noPartAgrees(this.#tables[side].value('name', user), this.app.value('name', row));
  }

  /** Rows of a person's accounts: those with the very address, or those but for its spelling. */
  #rowsOf(old: number, next: number, isDrifted: boolean): number[] {
    const accounts = this.accountsOf(old, next);
    if (accounts.length === 0) return [];
    return accounts
      .filter((account) => this.#claims.get(account)?.isDrifted === isDrifted)
      .flatMap((account) => this.#rows.get(account) ?? NONE)
      .sort(this.#byContent);
  }

  /** What a row says comes before its place: the order of the list must not decide which one is shown. */
  readonly #byContent = (a: number, b: number): number => {
    const value = (field: 'sso' | 'name', row: number) => this.app.value(field, row) ?? '';
    return (
      compareText(value('sso', a), value('sso', b)) ||
      compareText(value('name', a), value('name', b)) ||
      byPlace(this.app)(a, b)
    );
  };

  /** Accounts that nobody claims; also rows without an address, which nobody can. */
  #unclaimedRows(): number[] {
    const unclaimed = [...this.#rows].flatMap(([account, rows]) => (this.#claims.has(account) ? NONE : rows));
    for (let row = 0; row < this.app.length; row += 1) {
      if (this.app.isActive(row) && this.app.value('sso', row) === null) unclaimed.push(row);
    }
    return unclaimed;
  }
}
