import type { Mode } from '../model/reconciliation.ts';
import type { UserTable } from '../model/user-table.ts';
import { accountAddress, type Key, keysOf, sentValue } from './addresses.ts';
import { KeyIndex } from './key-index.ts';

/**
 * Whose accounts exist before the switch, and which the new side will create, without the service provider's own
 * list: every active old user owns the account at their address; an account that several share belongs to each.
 */
export class Ownership {
  readonly #old: UserTable;
  readonly #mode: Mode;
  readonly #key: Key;
  /** Old users by the key of their account. */
  readonly #accounts = new KeyIndex();
  /** Active old users by the key of any value of theirs. */
  readonly #values = new KeyIndex();
  /** Active new users who create an account, by its key. */
  readonly #creators = new KeyIndex();

  constructor(old: UserTable, next: UserTable, mode: Mode, key: Key) {
    this.#old = old;
    this.#mode = mode;
    this.#key = key;
    for (let index = 0; index < old.length; index += 1) this.#addOwner(index);
    for (let index = 0; index < next.length; index += 1) {
      const created = this.#createdBy(next, index);
      if (created !== null) this.#creators.add(created, index);
    }
  }

  /** The key of the account an old user owns, or null. */
  accountOf(oldIndex: number): string | null {
    if (oldIndex < 0 || !this.#old.isActive(oldIndex)) return null;
    const address = accountAddress(this.#old, oldIndex, this.#mode);
    return address === null ? null : this.#key(address);
  }

  isAccount(key: string): boolean {
    return this.#accounts.has(key);
  }

  /** Whether an address belongs to active old users, and not to this one. */
  isOthers(key: string, oldIndex: number): boolean {
    return this.#values.isHeldByOthers(key, oldIndex);
  }

  /** Active old users to whom an address belongs, as their account or as another value of theirs. */
  holders(key: string): readonly number[] {
    return this.#values.get(key);
  }

  /** Whether a new user other than this one creates the account. */
  isCreatedByAnother(key: string, newIndex: number): boolean {
    return this.#creators.isHeldByAnother(key, newIndex);
  }

  /** New users who create the account. */
  creators(key: string): readonly number[] {
    return this.#creators.get(key);
  }

  /** The key of the account that a new user makes: by SCIM in scim mode, at sign-in in jit mode, never in manual mode. */
  #createdBy(next: UserTable, newIndex: number): string | null {
    if (this.#mode === 'manual') return null;
    const value = sentValue(next, newIndex, this.#mode === 'scim' ? 'scim' : 'sso', this.#mode);
    if (value === null) return null;
    const key = this.#key(value);
    return this.isAccount(key) ? null : key;
  }

  #addOwner(index: number): void {
    const account = this.accountOf(index);
    if (account === null) return;
    this.#accounts.add(account, index);
    for (const key of keysOf(this.#old, index, this.#key)) this.#values.add(key, index);
  }
}
