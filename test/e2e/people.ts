/** The people of a reconciliation as records of the organisation, and whose the server's accounts are among them. */
import { normalizedEmail } from '../reference/addresses.ts';
import type { ReconciliationLike } from '../reference/agreement.ts';
import type { RefUser } from '../reference/records.ts';
import type { Played } from './play.ts';
import type { Account } from './service-provider.ts';

/** What the library is given: the organisation, and the server's own list of accounts instead of the drawn one. */
export interface Predicted {
  old: RefUser | null;
  new: RefUser | null;
  /** The account that the library shows for the person. */
  app: Account | null;
  outcome: string;
}

export function predictedPeople(played: Played, { people }: ReconciliationLike): Predicted[] {
  const { organisation, before } = played;
  return people.map((person) => ({
    old: organisation.old.find(({ line }) => line === person.old?.line) ?? null,
    new: organisation.new.find(({ line }) => line === person.new?.line) ?? null,
    app: before.find((_, index) => lineOf(index) === person.app?.line) ?? null,
    outcome: person.outcome,
  }));
}

export function lineOf(index: number): number {
  return index + 2;
}

/** Which accounts are whose before the switch, in the sense of the contract; whether an address leads to one, the server said. */
export class Ownership {
  readonly #owners = new Map<string, Set<Predicted>>();

  constructor(played: Played, people: readonly Predicted[]) {
    for (const account of played.before) {
      const owners = played.listed ? listedOwners(played, people, account) : impliedOwners(played, people, account);
      this.#owners.set(account.id, new Set(owners));
    }
  }

  has(person: Predicted, account: string | null | undefined): boolean {
    return account != null && this.#owners.get(account)?.has(person) === true;
  }

  isOwner(person: Predicted): boolean {
    return [...this.#owners.values()].some((owners) => owners.has(person));
  }

  isUnclaimed(account: string): boolean {
    return this.#owners.get(account)?.size === 0;
  }
}

function impliedOwners({ homes }: Played, people: readonly Predicted[], { id }: Account): Predicted[] {
  return people.filter(({ old }) => old?.active === true && homes.get(old.ref) === id);
}

/** Active old users to one of whose values the account answers; else inactive ones; else those but for the spelling; else the one invited. */
function listedOwners(played: Played, people: readonly Predicted[], account: Account): Predicted[] {
  const values = (user: RefUser | null): string[] => [user?.sso, user?.scim].filter((value) => value != null);
  const answers = (user: RefUser | null): boolean => values(user).some((v) => played.leadsTo.get(v) === account.id);
  const resembles = (user: RefUser | null): boolean =>
    values(user).some((value) => normalizedEmail(value) === normalizedEmail(account.email));
  for (const isTheirs of [answers, resembles]) {
    for (const active of [true, false]) {
      const owners = people.filter(({ old }) => old?.active === active && isTheirs(old));
      if (owners.length > 0) return owners;
    }
  }
  const invited = people.filter((person) => {
    const { scim, sso } = played.arrivals.get(person.new?.ref ?? '') ?? {};
    return person.old === null && person.outcome !== 'unverified' && [scim, sso].some((l) => l?.account === account.id);
  });
  return invited.length === 1 ? invited : [];
}
