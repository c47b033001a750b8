import type { Mode } from '../model/reconciliation.ts';
import { ATTRIBUTES } from '../model/user.ts';
import type { UserTable } from '../model/user-table.ts';
import { accountAddress, sentValue } from './addresses.ts';
import { addTo } from './multimap.ts';

/** Turns an address into what the service provider compares. */
export type Key = (address: string) => string;

/**
 * Whose accounts exist before the switch, and which the new side will create, without the service provider's own
 * list: every active old user owns the account at their address; an account that several share belongs to each.
 */
export class Ownership {
  readonly #old: UserTable;
  readonly #mode: Mode;
  readonly #key: Key;
  /** Old users by the key of their account. */
  readonly #accounts = new Map<string, number[]>();
  /** Active old users by the key of any value of theirs. */
  readonly #values = new Map<string, number[]>();
  /** Active new users who create an account, by its key. */
  readonly #creators = new Map<string, number[]>();

  constructor(old: UserTable, next: UserTable, mode: Mode, key: Key) {
    this.#old = old;
    this.#mode = mode;
    this.#key = key;
    for (let index = 0; index < old.length; index += 1) this.#addOwner(index);
    for (let index = 0; index < next.length; index += 1) {
      const created = this.#createdBy(next, index);
      if (created !== null) addTo(this.#creators, created, index);
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

  /** Active old users to whom an address belongs, as their account or as another value of theirs. */
  holders(key: string): readonly number[] {
    return this.#values.get(key) ?? [];
  }

  /** New users other than this one who create the account. */
  otherCreators(key: string, newIndex: number): number[] {
    return (this.#creators.get(key) ?? []).filter((creator) => creator !== newIndex);
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
    addTo(this.#accounts, account, index);
    const keys = ATTRIBUTES.map((attribute) => this.#old.value(attribute, index))
      .filter((value) => value !== null)
      .map(this.#key);
    for (const key of new Set(keys)) addTo(this.#values, key, index);
  }
}
