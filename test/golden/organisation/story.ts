import type { Outcome } from '../../../src/model/person.ts';
import type { Side } from '../../../src/model/user.ts';
import { ALL_LOCALES, type Identity, LATIN_LOCALES, latinNameOf, nameOf, Registry } from './identity.ts';

/** Cells by header. */
export type Cells = Readonly<Record<string, string>>;

/** One record of an export. */
export interface Entry {
  readonly side: Side;
  readonly cells: Cells;
  /** Which planting of a story it belongs to. */
  readonly scope: string;
  /** Turns the record as written into one that is damaged. */
  readonly damage?: ((record: string) => string) | undefined;
  /** Stands at the end of its file: what an unclosed quote swallows. */
  readonly isLast?: boolean | undefined;
  /** A record that stands there a second time. */
  readonly isAgain?: boolean | undefined;
}

type Kind = `${'error' | 'warning' | 'info'}:${string}`;
/** What must be said of one person: the outcome, and every kind with its severity. */
export type Told = readonly [outcome: Outcome, ...kinds: Kind[]];

/** The records of one person, and what is known of the pair. */
export interface Who {
  readonly old?: Entry;
  readonly new?: Entry;
  /** Of several rows one stands for all. */
  readonly app?: Entry | readonly Entry[];
  readonly tier?: string;
  /** Difference classes of the mismatch in each attribute. */
  readonly differs?: { readonly sso?: string; readonly scim?: string };
}

/** One row of a truth table. */
export interface Truth extends Who {
  readonly told: Told;
  readonly scope: string;
  readonly note: string;
}

/** Something that must be said of an export. */
export interface InputTruth {
  /** In both runs where it is left out. */
  readonly mode?: 'scim' | 'jit';
  readonly side: Side | '';
  readonly finding: Kind;
  readonly column?: string;
  /** The record that it is about, where it is about one. */
  readonly entry?: Entry;
  readonly note: string;
}

/** Both attributes differ in the same way. */
export const both = (classes: string) => ({ sso: classes, scim: classes });
/** What the new IdP sends: SSO reads `mail`, SCIM reads `userPrincipalName`. */
export const sends = (sso: string, scim = sso): Cells => ({ mail: sso, userPrincipalName: scim });
/** What the old IdP sent: SSO read `email`, SCIM read `login`. */
export const sent = (sso: string, scim = sso): Cells => ({ email: sso, login: scim });
export const SUSPENDED: Cells = { status: 'SUSPENDED' };
export const DISABLED: Cells = { accountEnabled: 'False' };

/** Everything that is planted, and the two truth tables that follow from it. */
export class Organisation {
  readonly entries: Entry[] = [];
  /** Mode scim, with the member list. */
  readonly scim: Truth[] = [];
  /** Mode jit, without it, and with external ids read from the wrong column. */
  readonly jit: Truth[] = [];
  readonly inputs: InputTruth[] = [];
  readonly #registry = new Registry();

  /** Plants one story a number of times, each with people, addresses and ids of its own. */
  plant(name: string, times: number, tell: (story: Story, index: number) => void): void {
    for (let index = 0; index < times; index += 1) tell(new Story(this, this.#registry, `${name} ${index + 1}`), index);
  }

  /** What must be said of the exports themselves. */
  tellInputs(...truths: readonly InputTruth[]): void {
    this.inputs.push(...truths);
  }

  count(side: Side): number {
    return this.entries.filter((entry) => entry.side === side).length;
  }
}

/** One planting of a story: writes the records of its people, and what must be said of them. */
export class Story {
  readonly scope: string;
  readonly #organisation: Organisation;
  readonly #registry: Registry;

  constructor(organisation: Organisation, registry: Registry, scope: string) {
    this.#organisation = organisation;
    this.#registry = registry;
    this.scope = scope;
  }

  /** Somebody with an employee number, whose name is written in Latin letters. */
  employee(): Identity {
    return this.#registry.person(LATIN_LOCALES);
  }

  /** Somebody without any id. */
  stranger(): Identity {
    return this.#registry.person(LATIN_LOCALES, false);
  }

  /** Somebody of any language. */
  anybody(number = true): Identity {
    return this.#registry.person(ALL_LOCALES, number);
  }

  /** A record of the old IdP: active, everything as it should be, but for the cells given. */
  old(person: Identity, cells: Cells = {}): Entry {
    return this.#add('old', {
      ...sent(person.address),
      firstName: person.given,
      lastName: person.family,
      displayName: nameOf(person),
      employeeNumber: person.number,
      status: 'ACTIVE',
      ...cells,
    });
  }

  /** A record of the new IdP. */
  next(person: Identity, cells: Cells = {}, extra: Pick<Entry, 'damage' | 'isLast'> = {}): Entry {
    return this.#add(
      'new',
      {
        ...sends(person.address),
        // What an IdP numbers its own records by pairs nobody.
        id: `e1fd6f0b-0c9d-4f38-bf1a-${this.#organisation.entries.length.toString(16).padStart(12, '0')}`,
        displayName: nameOf(person),
        givenName: person.given,
        surname: person.family,
        employeeId: person.number,
        userType: 'Member',
        accountEnabled: 'True',
        ...cells,
      },
      extra,
    );
  }

  /** A row of the member list. */
  row(person: Identity, cells: Cells = {}): Entry {
    return this.#add('app', {
      Name: latinNameOf(person),
      Email: person.address,
      Role: 'User',
      Status: 'Active',
      'Seat Tier': 'Standard',
      ...cells,
    });
  }

  /** The same record again, identical in every cell. */
  again(entry: Entry): void {
    this.#organisation.entries.push({ ...entry, isAgain: true });
  }

  /**
   * What must be said of a person.
   *
   * @param scim - in mode scim with the member list
   * @param jit - in mode jit without it; left out for who is not there then
   */
  tell(who: Who, note: string, scim: Told, jit?: Told): void {
    this.tellScim(who, note, scim);
    if (jit !== undefined) this.tellJit(who, note, jit);
  }

  tellScim(who: Who, note: string, told: Told): void {
    this.#organisation.scim.push({ ...who, told, scope: this.scope, note });
  }

  tellJit({ app: _, ...who }: Who, note: string, told: Told): void {
    this.#organisation.jit.push({ ...who, told, scope: this.scope, note });
  }

  #add(side: Side, cells: Cells, extra: Pick<Entry, 'damage' | 'isLast'> = {}): Entry {
    const entry: Entry = { side, cells, scope: this.scope, ...extra };
    this.#organisation.entries.push(entry);
    return entry;
  }
}
