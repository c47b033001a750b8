import type { PairedSide } from '../sides.ts';
import type { Claim } from './crosswalk.ts';

/** What humans said of the accounts that users claim by an address. */
export class RowDecisions {
  readonly #same = new Set<string>();
  readonly #different = new Set<string>();

  constructor(claims: readonly Claim[]) {
    for (const { decision, side, user, rows } of claims) {
      const said = { same: this.#same, different: this.#different };
      if (decision.decision === undefined) continue;
      for (const row of rows) said[decision.decision].add(keyOf(side, user, row));
    }
  }

  get hasConfirmed(): boolean {
    return this.#same.size > 0;
  }

  /** The account of these rows is theirs, whatever its name. */
  isConfirmed(side: PairedSide, user: number, rows: readonly number[]): boolean {
    return this.#same.size > 0 && rows.some((row) => this.#same.has(keyOf(side, user, row)));
  }

  /** One of the rows of an account is somebody else's: then so is the account, whatever else was said of it. */
  isRefused(side: PairedSide, user: number, rows: readonly number[]): boolean {
    return this.#different.size > 0 && rows.some((row) => this.#different.has(keyOf(side, user, row)));
  }
}

function keyOf(side: PairedSide, user: number, row: number): string {
  return `${side} ${user} ${row}`;
}
