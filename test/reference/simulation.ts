/**
 * Plays the switch: the accounts of the service provider before it, all SCIM creates, all sign-ins, the
 * deprovisioning; then looks where everybody ended up.
 *
 * Three premises are not played but supposed, since without the provider's own member list nobody can see
 * them:
 *
 * 1. *Memory.* We do not know by which of an active old user's two values the provider knows them. Their
 *    account is put at one (SCIM mode: the SCIM value, else the SSO value); the provider remembers the other
 *    as theirs too, and who arrives there arrives at them.
 * 2. *A route that worked keeps working.* Somebody whose SSO and SCIM values differed, and who could work,
 *    got from the one to their account by a way that we do not see. If both values stay as they were, and
 *    nobody makes a new account at the sign-in address, they still get there, whoever else is known by that
 *    address.
 * 3. *Crossed values.* If the values differed, and a new value is the other one's old value, it depends on
 *    premise 1 whether they arrive at their account. That is `unverified`; it is not played.
 *
 * Creation has no order: those who bring the same address to which there was no account made it together, and
 * each of them shares it with a stranger.
 */
import type { RefUser } from './organisation.ts';

export type Mode = 'scim' | 'jit' | 'manual';

export const OUTCOMES = [
  'unverified',
  'account-takeover',
  'keeps-account',
  'duplicate-account',
  'sign-in-blocked',
  'loses-access',
  'new-account',
  'not-provisioned',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * Somebody with all their records: one a side at most where the contract draws up people, any number in
 * truth.
 */
export interface Party {
  id: string;
  olds: readonly RefUser[];
  news: readonly RefUser[];
  /** A human has to say who this is. What they own and send counts all the same. */
  undecided: boolean;
}

export interface Account {
  address: string;
  /** Whose it was before the switch. */
  owners: Set<string>;
  /** Who made it in the switch. */
  creators: Set<string>;
  /** Refs of the new users whom SCIM linked to it. */
  linked: Set<string>;
  alive: boolean;
}

export interface Arrival {
  party: string;
  user: RefUser;
  channel: 'scim' | 'sso';
  address: string;
  /** Where it led; null: refused. */
  account: Account | null;
}

export interface Switch {
  mode: Mode;
  accounts: Map<string, Account>;
  /** Every address that the provider may know an active old user by, and whose it is. */
  memory: Map<string, Set<string>>;
  arrivals: Arrival[];
}

/** The address of the account that an old user has; null if none. */
export function homeOf(old: RefUser, mode: Mode): string | null {
  if (!old.active) return null;
  return mode === 'scim' ? (old.scim ?? old.sso) : (old.sso ?? old.scim);
}

/** What the new IdP sends about a user. */
export function sent(user: RefUser, mode: Mode): { sso: string | null; scim: string | null } {
  if (!user.active) return { sso: null, scim: null };
  return { sso: user.sso, scim: mode === 'scim' ? user.scim : null };
}

export function play(parties: readonly Party[], mode: Mode): Switch {
  const accounts = new Map<string, Account>();
  const memory = new Map<string, Set<string>>();
  const arrivals: Arrival[] = [];

  const open = (address: string): Account => {
    const account: Account = {
      address,
      owners: new Set(),
      creators: new Set(),
      linked: new Set(),
      alive: true,
    };
    accounts.set(address, account);
    return account;
  };
  const makeOrJoin = (address: string, party: string): Account => {
    const account = accounts.get(address) ?? open(address);
    if (account.owners.size === 0) account.creators.add(party);
    return account;
  };

  // Before the switch.
  for (const party of parties) {
    for (const old of party.olds.filter((user) => user.active)) {
      const home = homeOf(old, mode);
      if (home !== null) (accounts.get(home) ?? open(home)).owners.add(party.id);
      for (const value of [old.sso, old.scim]) {
        if (value !== null) memory.set(value, (memory.get(value) ?? new Set()).add(party.id));
      }
    }
  }

  // SCIM creates.
  for (const party of parties) {
    for (const user of party.news) {
      const address = sent(user, mode).scim;
      if (address === null) continue;
      const account = makeOrJoin(address, party.id);
      account.linked.add(user.ref);
      arrivals.push({ party: party.id, user, channel: 'scim', address, account });
    }
  }

  // Sign-ins.
  for (const party of parties) {
    for (const user of party.news) {
      const address = sent(user, mode).sso;
      if (address === null) continue;
      const account = mode === 'jit' ? makeOrJoin(address, party.id) : (accounts.get(address) ?? null);
      arrivals.push({ party: party.id, user, channel: 'sso', address, account });
    }
  }

  // Deprovisioning.
  if (mode === 'scim') {
    for (const account of accounts.values()) account.alive = account.linked.size > 0;
  }
  return { mode, accounts, memory, arrivals };
}

/** Whose place an arrival came to, where it was not their own: other people's ids, empty if all is well. */
export function strangersAt(game: Switch, arrival: Arrival): string[] {
  const residents = new Set([...(arrival.account?.owners ?? []), ...(game.memory.get(arrival.address) ?? [])]);
  const creators = [...(arrival.account?.creators ?? [])].filter((id) => id !== arrival.party);
  return [...new Set([...(residents.has(arrival.party) ? [] : residents), ...creators])];
}

/** Did this new user get (and stay) into the account of this old user? */
export function arrivedHome(game: Switch, old: RefUser, next: RefUser): boolean {
  const home = game.accounts.get(homeOf(old, game.mode) ?? '');
  if (home === undefined || !home.alive) return false;
  const signIn = game.arrivals.find((a) => a.user.ref === next.ref && a.channel === 'sso');
  if (signIn === undefined) return false;
  if (game.mode !== 'scim') return signIn.account === home;
  if (!home.linked.has(next.ref)) return false;
  const sameRoute = next.sso === (old.sso ?? old.scim) && next.scim === (old.scim ?? old.sso);
  return signIn.account === home || (sameRoute && (signIn.account?.creators.size ?? 0) === 0);
}

/** The values of the old user differ, and one that is now sent is the old value of the other channel. */
function crossed(old: RefUser, next: RefUser, mode: Mode): boolean {
  if (!old.active || old.sso === null || old.scim === null || old.sso === old.scim) return false;
  const { sso, scim } = sent(next, mode);
  return sso === old.scim || scim === old.sso;
}

/** The name of what happened to somebody with one record a side at most. */
export function outcomeOf(game: Switch, party: Party): Outcome {
  const old = party.olds[0];
  const next = party.news[0];
  if (party.undecided) return 'unverified';
  if (old && next && crossed(old, next, game.mode)) return 'unverified';

  const mine = game.arrivals.filter((arrival) => arrival.party === party.id);
  if (mine.some((arrival) => strangersAt(game, arrival).length > 0)) return 'account-takeover';
  if (!next?.active) return old?.active ? 'loses-access' : 'not-provisioned';
  if (old && arrivedHome(game, old, next)) return 'keeps-account';

  const made = [...game.accounts.values()].some((account) => account.creators.has(party.id));
  const owned = [...game.accounts.values()].some((account) => account.owners.has(party.id));
  if (owned) return made ? 'duplicate-account' : 'sign-in-blocked';
  return made ? 'new-account' : 'not-provisioned';
}

export interface Fate {
  outcome: Outcome;
  /** They own an account before the switch. */
  owner: boolean;
  /** Whose accounts they came to, or who shares the one they made. */
  strangers: string[];
}

export function simulate(parties: readonly Party[], mode: Mode): Map<string, Fate> {
  const game = play(parties, mode);
  return new Map(
    parties.map((party): [string, Fate] => [
      party.id,
      {
        outcome: outcomeOf(game, party),
        owner: party.olds.some((old) => homeOf(old, mode) !== null),
        strangers: [...new Set(game.arrivals.filter((a) => a.party === party.id).flatMap((a) => strangersAt(game, a)))],
      },
    ]),
  );
}
