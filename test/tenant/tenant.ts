import type { Side } from '../../src/model/user.ts';
import {
  ALL_LOCALES,
  type Identity,
  LATIN_LOCALES,
  latinNameOf,
  nameOf,
  Registry,
} from '../golden/organisation/identity.ts';
import type { Cells, Entry } from '../golden/organisation/story.ts';

/** What is the matter with somebody, which decides how the gate comes to open for them. */
export const SORTS = [
  'keeps',
  'without the app',
  'real problem',
  'out of scope',
  'ambiguous',
  'name change',
  'takeover',
  'waiver',
  'leaver',
  'joiner',
] as const;
export type Sort = (typeof SORTS)[number];

/** One of the 3,000: a person, or something that has an account like one. */
export interface Somebody extends Identity {
  readonly sort: Sort;
}

/** The exports of the tenant, in the order in which they are taken. */
export const EXPORTS = [
  'okta-users.csv',
  'entra-users.csv',
  'claude-members.csv',
  'entra-users-fixed.csv',
  'claude-members-later.csv',
] as const;
export type ExportName = (typeof EXPORTS)[number];

/** One record, whose it is, and in which exports it stands. */
export interface Planted extends Entry {
  readonly who: Somebody;
  readonly files: readonly ExportName[];
}

const DEPARTMENTS = ['Engineering', 'Sales', 'Optics', 'Finance', 'Support', 'Legal', 'Operations', 'Research'];
const NEW: readonly ExportName[] = ['entra-users.csv', 'entra-users-fixed.csv'];
const APP: readonly ExportName[] = ['claude-members.csv', 'claude-members-later.csv'];

/** Everybody of the tenant, and their records. */
export class Tenant {
  readonly everybody: Somebody[] = [];
  readonly records: Planted[] = [];
  readonly #registry = new Registry();

  /** Plants one story a number of times, each with people of its own. */
  plant(name: string, times: number, tell: (story: Story, index: number) => void): void {
    for (let index = 0; index < times; index += 1) tell(new Story(this, this.#registry, `${name} ${index + 1}`), index);
  }

  count(sort: Sort): number {
    return this.everybody.filter((who) => who.sort === sort).length;
  }
}

/** One planting of a story. */
export class Story {
  readonly #tenant: Tenant;
  readonly #registry: Registry;
  readonly #scope: string;

  constructor(tenant: Tenant, registry: Registry, scope: string) {
    this.#tenant = tenant;
    this.#registry = registry;
    this.#scope = scope;
  }

  /** Somebody with an employee number. */
  employee(sort: Sort, locales = ALL_LOCALES): Somebody {
    return this.#somebody(sort, this.#registry.person(locales));
  }

  /** Somebody without any id, whose name is written in Latin letters. */
  stranger(sort: Sort): Somebody {
    return this.#somebody(sort, this.#registry.person(LATIN_LOCALES, false));
  }

  /** Something that has a record like a person: a room, a service account. */
  thing(sort: Sort, given: string, family: string, local: string): Somebody {
    const one = this.#registry.person(LATIN_LOCALES, false);
    return this.#somebody(sort, { ...one, given, family, latinGiven: given, latinFamily: family, local });
  }

  /** A record of the old IdP: active, everything as it should be, but for the cells given. */
  old(who: Somebody, cells: Cells = {}, damage?: Entry['damage']): void {
    this.#add(
      'old',
      who,
      ['okta-users.csv'],
      {
        login: who.address,
        firstName: who.given,
        lastName: who.family,
        email: who.address,
        displayName: nameOf(who),
        userType: 'Employee',
        employeeNumber: who.number,
        department: departmentOf(who),
        workEmail: who.address,
        status: 'ACTIVE',
        ...cells,
      },
      damage,
    );
  }

  /** A record of the new IdP that nobody has to change. */
  next(who: Somebody, cells: Cells = {}): void {
    this.#next(who, NEW, cells);
  }

  /** A record of the new IdP as it is at first; null for none. */
  before(who: Somebody, cells: Cells | null): void {
    if (cells !== null) this.#next(who, ['entra-users.csv'], cells);
  }

  /** The record after it was put right. */
  after(who: Somebody, cells: Cells = {}): void {
    this.#next(who, ['entra-users-fixed.csv'], cells);
  }

  /** A row of the member list. */
  row(who: Somebody, cells: Cells = {}): void {
    this.#row(who, APP, cells);
  }

  /** A row of an account that is removed before the list is exported again. */
  rowBefore(who: Somebody, cells: Cells = {}): void {
    this.#row(who, ['claude-members.csv'], cells);
  }

  #next(who: Somebody, files: readonly ExportName[], cells: Cells): void {
    this.#add('new', who, files, {
      userPrincipalName: who.address,
      displayName: nameOf(who),
      surname: who.family,
      mail: who.address,
      givenName: who.given,
      id: `e1fd6f0b-0c9d-4f38-bf1a-${who.serial.toString(16).padStart(12, '0')}`,
      userType: 'Member',
      department: departmentOf(who),
      accountEnabled: 'True',
      employeeId: who.number,
      ...cells,
    });
  }

  #row(who: Somebody, files: readonly ExportName[], cells: Cells): void {
    this.#add('app', who, files, {
      Name: latinNameOf(who),
      Email: who.address,
      Role: who.serial % 400 === 0 ? 'Owner' : 'User',
      Status: 'Active',
      'Seat Tier': who.serial % 9 === 0 ? 'Premium' : 'Standard',
      ...cells,
    });
  }

  #add(side: Side, who: Somebody, files: readonly ExportName[], cells: Cells, damage?: Entry['damage']): void {
    this.#tenant.records.push({ side, who, files, cells, scope: this.#scope, damage });
  }

  #somebody(sort: Sort, identity: Identity): Somebody {
    // One domain for all: where another one turns up, something is the matter.
    const who = { ...identity, address: `${identity.local}@example.com`, sort };
    this.#tenant.everybody.push(who);
    return who;
  }
}

function departmentOf({ serial }: Identity): string {
  return DEPARTMENTS[serial % DEPARTMENTS.length] ?? '';
}
