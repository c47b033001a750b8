import type { UserTable } from '../model/user-table.ts';
import type { Claim } from './crosswalk/crosswalk.ts';

/** Users who hold an address, by side; rows of the app's list that nobody claims stand for themselves. */
export interface Holders {
  readonly old: readonly number[];
  readonly new: readonly number[];
  readonly app: readonly number[];
}

/**
 * Whose accounts exist before the switch. People are given by the indices of their users, -1 for none; accounts by
 * the key that the service provider compares.
 */
export interface Ownership {
  /** The service provider's own list, where it is known. */
  readonly app: UserTable | null;
  /** The accounts that a person owns; empty for none. */
  accountsOf(old: number, next: number): readonly string[];
  isAccount(key: string): boolean;
  /** Whether whoever arrives at an address arrives at somebody else, and not at this person. */
  isOthers(key: string, old: number, next: number): boolean;
  /** To whom an address belongs. */
  holders(key: string): Holders;
  /** The row of the app's list that shows a person's account; -1 for none. */
  rowOf(old: number, next: number): number;
  /** Rows that are a person's but for their spelling. */
  driftedRowsOf(old: number): readonly number[];
  /** The rows whose names speak against the person who claims them by an address alone. */
  contradictingRowsOf(old: number, next: number): readonly number[];
  /** How the account that a human spoke of stands to the user: it may be theirs under a name that speaks against it. */
  standingOf(claim: Claim): 'theirs' | 'doubted' | 'not-theirs';
  /** Rows of accounts that nobody claims. */
  readonly unclaimed: readonly number[];
  /** How many rows of the app's list are accounts, and how many of these are old users'. */
  readonly claimed: { readonly accounts: number; readonly byOld: number };
}
