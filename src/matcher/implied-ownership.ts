import type { Mode } from '../model/reconciliation.ts';
import type { UserTable } from '../model/user-table.ts';
import { accountAddress, type Key, keysOf } from './addresses.ts';
import { KeyIndex } from './key-index.ts';
import type { Holders, Ownership } from './ownership.ts';

const NONE: readonly never[] = [];

/**
 * Ownership without the service provider's own list: every active old user owns the account at their address, and an
 * account that several share belongs to each. Any other value of theirs counts as theirs when somebody arrives at it.
 */
export class ImpliedOwnership implements Ownership {
  readonly app = null;
  readonly unclaimed = NONE;
  readonly claimed = { accounts: 0, byOld: 0 };
  readonly #old: UserTable;
  readonly #mode: Mode;
  readonly #key: Key;
  /** Old users by the key of their account. */
  readonly #accounts = new KeyIndex();
  /** Active old users by the key of any value of theirs. */
  readonly #values = new KeyIndex();

  constructor(old: UserTable, mode: Mode, key: Key) {
    this.#old = old;
    this.#mode = mode;
    this.#key = key;
    for (let index = 0; index < old.length; index += 1) {
      const [account] = this.accountsOf(index);
      if (account === undefined) continue;
      this.#accounts.add(account, index);
      for (const value of keysOf(old, index, key)) this.#values.add(value, index);
    }
  }

  accountsOf(old: number): readonly string[] {
    if (old < 0 || !this.#old.isActive(old)) return NONE;
    const address = accountAddress(this.#old, old, this.#mode);
    return address === null ? NONE : [this.#key(address)];
  }

  isAccount(key: string): boolean {
    return this.#accounts.has(key);
  }

  isOthers(key: string, old: number): boolean {
    return this.#values.isHeldByOthers(key, old);
  }

  holders(key: string): Holders {
    return { old: this.#values.get(key), new: NONE, app: NONE };
  }

  rowOf(): number {
    return -1;
  }

  driftedRowsOf(): readonly number[] {
    return NONE;
  }

  contradictingRowsOf(): readonly number[] {
    return NONE;
  }

  standingOf(): 'not-theirs' {
    return 'not-theirs';
  }
}
