import { nfkcLowerStrip } from '../email/normal-form.ts';
import { splitAddress, toALabel } from '../email/domain.ts';
import { oldValue, sentAttributes, sentValue } from '../matcher/addresses.ts';
import { addTo } from '../matcher/multimap.ts';
import type { Switch } from '../matcher/outcome.ts';
import type { MatchedPerson } from '../matcher/people.ts';
import { bothSides, type PairedSide, type Sides } from '../matcher/sides.ts';
import type { LoadedInput } from '../model/input.ts';
import { ATTRIBUTES, type Attribute, type IdKind, type User } from '../model/user.ts';

/** More users than this are not listed with a finding; its message says how many there are. */
const MOST_OTHERS = 20;

type Form = 'policy' | 'near';
type Holders = ReadonlyMap<string, readonly number[]>;

/** What every detector sees: both sides, who is whom, what happens, and indexes made when first asked for. */
export class Evidence {
  readonly world: Switch;
  readonly people: readonly MatchedPerson[];
  readonly inputs: readonly LoadedInput[];
  readonly #holders = new Map<string, Holders>();
  readonly #sharedIds = new Map<string, Holders>();
  readonly #oldIds: { [kind in IdKind]?: ReadonlySet<string | null> } = {};
  readonly #sent = new Map<string, boolean>();
  #inactiveOld: Holders | undefined;
  #oldDomains: ReadonlySet<string> | undefined;

  constructor(world: Switch, people: readonly MatchedPerson[], inputs: readonly LoadedInput[]) {
    this.world = world;
    this.people = people;
    this.inputs = inputs;
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
    const { tables, mode } = this.world;
    const values = this.sentAttributes.map((attribute) =>
      side === 'old' ? oldValue(tables.old, index, attribute) : sentValue(tables.new, index, attribute, mode),
    );
    return [...new Set(values.filter((value) => value !== null))];
  }

  form(form: Form, value: string): string {
    return form === 'policy' ? this.world.key(value) : nfkcLowerStrip(value);
  }

  /** Active users of a side by what they send, under the compare policy or loosely. */
  holders(side: PairedSide, form: Form): Holders {
    return this.#once(this.#holders, `${side} ${form}`, () => {
      const holders = new Map<string, number[]>();
      for (let index = 0; index < this.world.tables[side].length; index += 1) {
        const keys = this.compared(side, index).map((value) => this.form(form, value));
        for (const key of new Set(keys)) addTo(holders, key, index);
      }
      return holders;
    });
  }

  /** Active users of a side by an id that two or more of them carry. */
  sharedIds(side: PairedSide, kind: IdKind): Holders {
    return this.#once(this.#sharedIds, `${side} ${kind}`, () => {
      const holders = new Map<string, number[]>();
      this.world.correlated.identifiers.forms[kind][side].forEach((id, index) => {
        if (id !== null && this.isActive(side, index)) addTo(holders, id, index);
      });
      for (const [id, users] of holders) if (users.length < 2) holders.delete(id);
      return holders;
    });
  }

  /** Whether any old user, active or not, carries an id. */
  hasOldId(kind: IdKind, id: string): boolean {
    this.#oldIds[kind] ??= new Set(this.world.correlated.identifiers.forms[kind].old);
    return this.#oldIds[kind].has(id);
  }

  /** Whether a side sends an attribute at all: somebody has a value. */
  isSent(side: PairedSide, attribute: Attribute): boolean {
    const key = `${side} ${attribute}` as const;
    let known = this.#sent.get(key);
    if (known === undefined) {
      const { length } = this.world.tables[side];
      known = false;
      for (let index = 0; index < length && !known; index += 1) known = this.value(side, index, attribute) !== null;
      this.#sent.set(key, known);
    }
    return known;
  }

  /** Inactive old users by the key of any value of theirs. */
  get inactiveOld(): Holders {
    if (this.#inactiveOld === undefined) {
      const holders = new Map<string, number[]>();
      for (let index = 0; index < this.world.tables.old.length; index += 1) {
        if (this.isActive('old', index)) continue;
        const values = ATTRIBUTES.map((attribute) => this.value('old', index, attribute));
        const keys = values.filter((value) => value !== null).map(this.world.key);
        for (const key of new Set(keys)) addTo(holders, key, index);
      }
      this.#inactiveOld = holders;
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

  /** Whether the person behind a user owns an account today. */
  isOwner(side: PairedSide, index: number): boolean {
    const { correlated, ownership } = this.world;
    return ownership.accountOf(side === 'old' ? index : correlated.partner('new', index)) !== null;
  }

  /** Users to list with a finding, by file and line; the first few where there are very many. */
  users(side: PairedSide, indices: Iterable<number>): User[] {
    const table = this.world.tables[side];
    return [...indices]
      .sort((a, b) => compareText(table.file(a) ?? '', table.file(b) ?? '') || table.line(a) - table.line(b))
      .slice(0, MOST_OTHERS)
      .map((index) => table.user(index));
  }

  /** Where a finding about one user points. */
  place(side: PairedSide, index: number): { side: PairedSide; file?: string; line: number } {
    const table = this.world.tables[side];
    const file = table.file(index);
    return file === null ? { side, line: table.line(index) } : { side, file, line: table.line(index) };
  }

  /** How many users of each side are active. */
  get active(): Sides<number> {
    return bothSides((side) => {
      const table = this.world.tables[side];
      let count = 0;
      for (let index = 0; index < table.length; index += 1) if (table.isActive(index)) count += 1;
      return count;
    });
  }

  #once(cache: Map<string, Holders>, key: string, make: () => Holders): Holders {
    const known = cache.get(key) ?? make();
    cache.set(key, known);
    return known;
  }
}

/** The domain of an address as a lower-case A-label, without white space around it; null where there is none. */
export function domainOf(address: string | null): string | null {
  const domain = address === null ? undefined : splitAddress(address)?.domain;
  return domain === undefined || domain === '' ? null : toALabel(nfkcLowerStrip(domain));
}

/** Orders text by UTF-16 code unit, the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
