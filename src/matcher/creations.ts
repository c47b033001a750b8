import type { Mode } from '../model/reconciliation.ts';
import type { UserTable } from '../model/user-table.ts';
import { type Key, sentValue } from './addresses.ts';
import { KeyIndex } from './key-index.ts';
import type { Ownership } from './ownership.ts';

/** The accounts that the new side will make: by SCIM in scim mode, at sign-in in jit mode, none in manual mode. */
export class Creations {
  readonly #creators = new KeyIndex();

  constructor(next: UserTable, mode: Mode, key: Key, ownership: Ownership) {
    if (mode === 'manual') return;
    for (let index = 0; index < next.length; index += 1) {
      const value = sentValue(next, index, mode === 'scim' ? 'scim' : 'sso', mode);
      if (value === null) continue;
      const account = key(value);
      if (!ownership.isAccount(account)) this.#creators.add(account, index);
    }
  }

  /** Whether a new user other than this one creates the account. */
  isByAnother(key: string, next: number): boolean {
    return this.#creators.isHeldByAnother(key, next);
  }

  /** New users who create the account. */
  creators(key: string): readonly number[] {
    return this.#creators.get(key);
  }
}
