import { normalForm } from '../../email/normal-form.ts';
import type { PersonKey } from '../../model/crosswalk.ts';
import { ID_KINDS, type IdKind } from '../../model/user.ts';
import type { UserTable } from '../../model/user-table.ts';
import { keysOf } from '../addresses.ts';
import { idForm } from '../id-forms.ts';
import { KeyIndex } from '../key-index.ts';
import { isSameFullName } from '../names.ts';

/** The user who is meant, or why it is nobody. */
export type Found = { readonly index: number } | { readonly fault: string };

/** Finds the users of one side whom a crosswalk names. */
export class UserFinder {
  readonly #table: UserTable;
  readonly #byId = new Map<string, KeyIndex>();
  #byEmail: KeyIndex | undefined;
  #byNormalForm: KeyIndex | undefined;
  #byUsername: KeyIndex | undefined;

  constructor(table: UserTable) {
    this.#table = table;
  }

  find(key: PersonKey): Found {
    const whose = `user of the ${this.#table.side} IdP`;
    const byIds = this.#byIds(key);
    if (byIds === null) return { fault: `the ids are those of different users of the ${this.#table.side} IdP` };
    const found = byIds.length > 0 ? byIds : this.#byAddress(key);
    if (found.length === 0) return { fault: `no ${whose} in scope has this id or address` };
    // An address outlives its holder: whoever carries another id has been given it since.
    const candidates = byIds.length > 0 ? found : found.filter((index) => this.#differingId(key, index) === undefined);
    if (candidates.length === 0) return { fault: `the ${whose} with this address has another id by now` };
    const named = candidates.filter((index) => this.#hasName(key, index));
    if (named.length === 0) return { fault: `the ${whose} with this id or address has another name by now` };
    const meant = this.#narrowed(key, named);
    const [index] = meant;
    if (index === undefined || meant.length > 1) return { fault: `${meant.length} records could be the ${whose}` };
    return { index };
  }

  /** Those who carry the ids, which outlast a corrected address; null where two ids lead to different users. */
  #byIds(key: PersonKey): readonly number[] | null {
    let found: readonly number[] = [];
    for (const kind of ID_KINDS) {
      const form = idForm(kind, key.ids?.[kind] ?? null);
      const holders = form === null ? [] : this.#ids(kind).get(form);
      if (holders.length === 0) continue;
      found = found.length === 0 ? holders : found.filter((index) => holders.includes(index));
      if (found.length === 0) return null;
    }
    return found;
  }

  /** Those at the address: exact, but for its spelling, or as login. */
  #byAddress(key: PersonKey): readonly number[] {
    if (key.email !== undefined) {
      this.#byEmail ??= this.#indexed((index) => keysOf(this.#table, index, (email) => email));
      const exact = this.#byEmail.get(key.email);
      if (exact.length > 0) return exact;
      this.#byNormalForm ??= this.#indexed((index) => keysOf(this.#table, index, normalForm));
      const near = this.#byNormalForm.get(normalForm(key.email));
      if (near.length > 0) return near;
    }
    if (key.username === undefined) return [];
    this.#byUsername ??= this.#indexed((index) => {
      const username = this.#table.value('username', index);
      return username === null ? [] : [username];
    });
    return this.#byUsername.get(key.username);
  }

  /** A kind of which the user carries another id than the one that is named. */
  #differingId(key: PersonKey, index: number): IdKind | undefined {
    return ID_KINDS.find((kind) => {
      const [named, now] = [key.ids?.[kind] ?? null, this.#table.value(kind, index)].map((id) => idForm(kind, id));
      return named != null && now != null && named !== now;
    });
  }

  /** Of several, those whom everything else that is known of them fits; of these the active one. */
  #narrowed(key: PersonKey, candidates: readonly number[]): readonly number[] {
    const { email, username, name } = key;
    const fits = [
      (index: number) => this.#differingId(key, index) === undefined,
      (index: number) => email === undefined || keysOf(this.#table, index, (value) => value).includes(email),
      (index: number) => username === undefined || this.#table.value('username', index) === username,
      (index: number) => name === undefined || this.#table.value('name', index) === name,
      (index: number) => this.#table.isActive(index),
    ];
    return fits.reduce<readonly number[]>((left, fit) => {
      const rest = left.length > 1 ? left.filter(fit) : left;
      return rest.length > 0 ? rest : left;
    }, candidates);
  }

  #hasName({ name }: PersonKey, index: number): boolean {
    const now = this.#table.value('name', index);
    return name === undefined || now === null || name === now || isSameFullName(name, now);
  }

  #ids(kind: IdKind): KeyIndex {
    const known = this.#byId.get(kind);
    if (known !== undefined) return known;
    const made = this.#indexed((index) => {
      const form = idForm(kind, this.#table.value(kind, index));
      return form === null ? [] : [form];
    });
    this.#byId.set(kind, made);
    return made;
  }

  #indexed(keys: (index: number) => readonly string[]): KeyIndex {
    const found = new KeyIndex();
    for (let index = 0; index < this.#table.length; index += 1) for (const key of keys(index)) found.add(key, index);
    return found;
  }
}
