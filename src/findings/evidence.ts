import { domainOf } from '../email/domain-of.ts';
import { nfkcLowerStrip, normalForm } from '../email/normal-form.ts';
import { keysOf, oldValue, sentAttributes, sentValue } from '../matcher/addresses.ts';
import { KeyIndex } from '../matcher/key-index.ts';
import type { Switch } from '../matcher/outcome.ts';
import type { MatchedPerson } from '../matcher/people.ts';
import { countActive, firstByPlace } from '../matcher/places.ts';
import { BOTH, bothSides, type PairedSide, type Sides } from '../matcher/sides.ts';
import type { LoadedInput } from '../model/input.ts';
import { ATTRIBUTES, type Attribute, type IdKind, type Side, type User, type UserList } from '../model/user.ts';
import type { UserTable } from '../model/user-table.ts';
import { MadeOnce } from './made-once.ts';
import { NameEvidence } from './name-evidence.ts';

/** More users than this are not listed with a finding; its message says how many there are. */
const MOST_OTHERS = 20;
/** More users than this are not counted one by one for each of them. */
const CROWD = 1000;

type Form = 'policy' | 'near';

/** What every detector sees: both sides, who is whom, what happens, and indexes made when first asked for. */
export class Evidence {
  readonly world: Switch;
  readonly people: readonly MatchedPerson[];
  readonly inputs: readonly LoadedInput[];
  readonly names: NameEvidence;
  readonly #holders = new MadeOnce<PairedSide, Form, KeyIndex>();
  readonly #sharers = new MadeOnce<PairedSide, Form, ReadonlySet<number>>();
  readonly #sharedIds = new MadeOnce<PairedSide, IdKind, ReadonlyMap<string, readonly number[]>>();
  readonly #oldIds: { [kind in IdKind]?: ReadonlySet<string | null> } = {};
  readonly #sent = new MadeOnce<PairedSide, Attribute, boolean>();
  readonly #spellings = new MadeOnce<PairedSide, string, ReadonlyMap<string, readonly number[]>>();
  readonly #few = new WeakMap<readonly number[], readonly number[]>();
  readonly #ownerIn = new WeakMap<readonly number[], boolean>();
  #hasGroups: boolean | undefined;
  #inactiveOld: KeyIndex | undefined;
  #oldDomains: ReadonlySet<string> | undefined;

  constructor(world: Switch, people: readonly MatchedPerson[], inputs: readonly LoadedInput[]) {
    this.world = world;
    this.people = people;
    this.inputs = inputs;
    this.names = new NameEvidence(world);
  }

  isActive(side: PairedSide, index: number): boolean {
    return index >= 0 && this.world.tables[side].isActive(index);
  }

  value(side: PairedSide, index: number, attribute: Attribute): string | null {
    return this.world.tables[side].value(attribute, index);
  }

  /** What an active new user sends as an attribute in this mode, or null. */
  sent(person: MatchedPerson, attribute: Attribute): string | null {
    return sentValue(this.world.tables.new, person.new, attribute, this.world.mode);
  }

  get sentAttributes(): readonly Attribute[] {
    return sentAttributes(this.world.mode);
  }

  /** What the person's old user sent; the other value stands for a missing one. */
  before(person: MatchedPerson, attribute: Attribute): string | null {
    return person.old < 0 ? null : oldValue(this.world.tables.old, person.old, attribute);
  }

  /** The values by which active users of a side are held against each other: what is sent in this mode. */
  compared(side: PairedSide, index: number): string[] {
    if (!this.isActive(side, index)) return [];
    const sso = this.#compared(side, index, 'sso');
    const scim = this.world.mode === 'scim' ? this.#compared(side, index, 'scim') : null;
    if (sso === null) return scim === null ? [] : [scim];
    return scim === null || scim === sso ? [sso] : [sso, scim];
  }

  form(form: Form, value: string): string {
    return form === 'policy' ? this.world.key(value) : nfkcLowerStrip(value);
  }

  /** Active users of a side by what they send, under the compare policy or loosely. */
  holders(side: PairedSide, form: Form): KeyIndex {
    return this.#holders.get(side, form, () => {
      const holders = new KeyIndex();
      for (let index = 0; index < this.world.tables[side].length; index += 1) {
        const [first, second] = this.compared(side, index);
        if (first === undefined) continue;
        const key = this.form(form, first);
        holders.add(key, index);
        const other = second === undefined ? key : this.form(form, second);
        if (other !== key) holders.add(other, index);
      }
      return holders;
    });
  }

  /** The different spellings of one loose form, by compare policy, each with a few of the users who send it. */
  spellings(side: PairedSide, near: string): ReadonlyMap<string, readonly number[]> {
    return this.#spellings.get(side, near, () => {
      const spellings = new KeyIndex();
      for (const index of this.holders(side, 'near').get(near)) {
        for (const value of this.compared(side, index)) {
          if (this.form('near', value) === near) spellings.add(this.form('policy', value), index);
        }
      }
      return new Map([...spellings.keys()].map((key) => [key, this.fewOf(side, spellings.get(key))]));
    });
  }

  /** Whether somebody else of a side sends what this user sends, under the compare policy or loosely. */
  isShared(side: PairedSide, index: number, form: Form): boolean {
    const sharers = this.#sharers.get(
      side,
      form,
      () => new Set([...this.holders(side, form).shared().values()].flat()),
    );
    return sharers.has(index);
  }

  /** Active users of a side by an id that two or more of them carry. */
  sharedIds(side: PairedSide, kind: IdKind): ReadonlyMap<string, readonly number[]> {
    return this.#sharedIds.get(side, kind, () => {
      const holders = new KeyIndex();
      if (!this.world.correlated.identifiers.areShared(kind, side)) return holders.shared();
      this.world.correlated.identifiers.forms[kind][side].forEach((id, index) => {
        if (id !== null && this.isActive(side, index)) holders.add(id, index);
      });
      return holders.shared();
    });
  }

  /** The comparable form of a user's id, usable or not; null where there is none. */
  id(kind: IdKind, side: PairedSide, index: number): string | null {
    return this.world.correlated.identifiers.forms[kind][side][index] ?? null;
  }

  /** Whether any old user, active or not, carries an id. */
  hasOldId(kind: IdKind, id: string): boolean {
    this.#oldIds[kind] ??= new Set(this.world.correlated.identifiers.forms[kind].old);
    return this.#oldIds[kind].has(id);
  }

  /** Whether a side sends an attribute at all: somebody has a value. */
  isSent(side: PairedSide, attribute: Attribute): boolean {
    return this.#sent.get(side, attribute, () => {
      const { length } = this.world.tables[side];
      for (let index = 0; index < length; index += 1) if (this.value(side, index, attribute) !== null) return true;
      return false;
    });
  }

  /** Inactive old users by the key of any value of theirs. */
  get inactiveOld(): KeyIndex {
    if (this.#inactiveOld === undefined) {
      const { tables, key } = this.world;
      this.#inactiveOld = new KeyIndex();
      for (let index = 0; index < tables.old.length; index += 1) {
        if (tables.old.isActive(index)) continue;
        for (const value of keysOf(tables.old, index, key)) this.#inactiveOld.add(value, index);
      }
    }
    return this.#inactiveOld;
  }

  /** Domains of every value of the old side, as lower-case A-labels. */
  get oldDomains(): ReadonlySet<string> {
    if (this.#oldDomains === undefined) {
      const domains = new Set<string>();
      for (let index = 0; index < this.world.tables.old.length; index += 1) {
        for (const attribute of ATTRIBUTES) {
          const domain = domainOf(this.value('old', index, attribute));
          if (domain !== null) domains.add(domain);
        }
      }
      this.#oldDomains = domains;
    }
    return this.#oldDomains;
  }

  /** Whether groups are known on both sides. */
  get hasGroups(): boolean {
    this.#hasGroups ??= BOTH.every((side) => hasAny(this.world.tables[side], 'groups'));
    return this.#hasGroups;
  }

  /** The value of an old user that is an address but for its spelling. */
  spellingOf(old: number, address: string | null): string | null {
    const form = address === null ? null : normalForm(address);
    const values = ATTRIBUTES.map((attribute) => this.value('old', old, attribute));
    return values.find((value) => value !== null && normalForm(value) === form) ?? null;
  }

  /** Whether the person behind a user owns an account today. */
  isOwner(side: PairedSide, index: number): boolean {
    const { correlated, ownership } = this.world;
    const [old, next] =
      side === 'old' ? [index, correlated.partner('old', index)] : [correlated.partner('new', index), index];
    return ownership.accountsOf(old, next).length > 0;
  }

  /** Users to list with a finding, by file and line; the first few where there are very many. */
  users(side: Side, indices: Iterable<number>): User[] {
    const table = this.#table(side);
    if (table === null) return [];
    return firstByPlace(table, indices, MOST_OTHERS).map((index) => table.user(index));
  }

  /** Some of a list that many users share, enough to list the others of any of them; made once a list. */
  fewOf(side: PairedSide, list: readonly number[]): readonly number[] {
    return once(this.#few, list, () => firstByPlace(this.world.tables[side], list, MOST_OTHERS + 1));
  }

  /**
   * Everybody of some lists but one user: how many there are, and a few of them. Lists that a crowd shares are not
   * gone through again for each of the crowd.
   */
  gather(side: PairedSide, lists: readonly (readonly number[])[], but: number): { count: number; few: number[] } {
    const total = lists.reduce((sum, list) => sum + list.length, 0);
    if (total <= CROWD) {
      const all = new Set(lists.flat());
      all.delete(but);
      return { count: all.size, few: [...all] };
    }
    const few = new Set(lists.flatMap((list) => [...this.fewOf(side, list)]));
    few.delete(but);
    return { count: Math.max(...lists.map((list) => list.length)) - 1, few: [...few] };
  }

  /** Whether anybody of a list that new users share owns an account; found out once a list. */
  holdsOwner(list: readonly number[]): boolean {
    return once(this.#ownerIn, list, () => list.some((index) => this.isOwner('new', index)));
  }

  /** Where a finding about one user points. */
  place(side: Side, index: number): { side: Side; file?: string; line: number } {
    const table = this.#table(side);
    const file = table?.file(index) ?? null;
    const line = table?.line(index) ?? 0;
    return file === null ? { side, line } : { side, file, line };
  }

  /** How many users of each side are active. */
  get active(): Sides<number> {
    return bothSides((side) => countActive(this.world.tables[side]));
  }

  #table(side: Side): UserTable | null {
    return side === 'app' ? this.world.ownership.app : this.world.tables[side];
  }

  #compared(side: PairedSide, index: number, attribute: Attribute): string | null {
    const { tables, mode } = this.world;
    return side === 'old' ? oldValue(tables.old, index, attribute) : sentValue(tables.new, index, attribute, mode);
  }
}

function hasAny(table: UserTable, list: UserList): boolean {
  for (let index = 0; index < table.length; index += 1) if (table.list(list, index).length > 0) return true;
  return false;
}

function once<K, T>(cache: { get(key: K): T | undefined; set(key: K, made: T): unknown }, key: K, make: () => T): T {
  const known = cache.get(key) ?? make();
  cache.set(key, known);
  return known;
}
