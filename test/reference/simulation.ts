/**
 * Plays the switch: the accounts of the service provider before it, all SCIM creates, all sign-ins; then looks
 * where everybody ended up. With the provider's own member list its rows are the accounts; without it three
 * premises are not played but supposed, since nobody can see them:
 *
 * 1. *Memory.* We do not know by which of an active old user's two values the provider knows them. Their
 *    account is put at one (SCIM mode: the SCIM value, else the SSO value); the provider remembers the other
 *    as theirs too, and who arrives there arrives at them.
 * 2. *A route that worked keeps working.* Somebody whose SSO and SCIM values differed, and who could work,
 *    got from the one to their account by a way that we do not see. If both values stay as they were, and
 *    nobody makes a new account at the sign-in address, they still get there, whoever else is known by that
 *    address. (This one is supposed with a member list as well.)
 * 3. *Crossed values.* If the values differed, and a new value is the other one's old value, it depends on
 *    premise 1 whether they arrive at their account. That is `unverified`; it is not played.
 *
 * Creation has no order: those who bring the same address to which there was no account made it together, and
 * each of them shares it with a stranger.
 */
import { folded, type Policy, sameAddress } from './addresses.ts';
import type { RefRow, RefUser } from './records.ts';

export const MODES = ['scim', 'jit', 'manual'] as const;
export type Mode = (typeof MODES)[number];

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

/** What the service provider is like. */
export interface World {
  mode: Mode;
  policy: Policy;
  /** Its member list is given, and its rows are all the accounts there are. */
  listed: boolean;
}

/**
 * Somebody with all their records: one a side at most where the contract draws up people, any number in
 * truth.
 */
export interface Party {
  id: string;
  olds: readonly RefUser[];
  news: readonly RefUser[];
  /** The rows of the member list that are theirs; without a list there are none. */
  rows: readonly RefRow[];
  /** A human has to say who this is. What they own and send counts all the same. */
  undecided: boolean;
}

export interface Account {
  address: string;
  /** Whose it was before the switch. */
  owners: Set<string>;
  /** Who made it in the switch. */
  creators: Set<string>;
}

export interface Arrival {
  party: string;
  user: RefUser;
  channel: 'scim' | 'sso';
  address: string;
  /** Where it led; null: refused. */
  account: Account | null;
}

export interface Switch extends World {
  accounts: Map<string, Account>;
  /** Every address that the provider may know an active old user by, and whose it is; only without a list. */
  memory: Map<string, Set<string>>;
  arrivals: Arrival[];
}

/** The address at which an old user's account is supposed to be where there is no member list; null if none. */
export function homeOf(old: RefUser, mode: Mode): string | null {
  if (!old.active) return null;
  return mode === 'scim' ? (old.scim ?? old.sso) : (old.sso ?? old.scim);
}

/** What the new IdP sends about a user. */
export function sent(user: RefUser, mode: Mode): { sso: string | null; scim: string | null } {
  if (!user.active) return { sso: null, scim: null };
  return { sso: user.sso, scim: mode === 'scim' ? user.scim : null };
}

/** Everything that this mode sends is there, and is what it was. */
export function nothingChanges(old: RefUser, next: RefUser, { mode, policy }: World): boolean {
  const { sso, scim } = sent(next, mode);
  const same = sameAddress(policy, sso, old.sso ?? old.scim);
  return same && (mode !== 'scim' || sameAddress(policy, scim, old.scim ?? old.sso));
}

export function play(parties: readonly Party[], world: World): Switch {
  const { mode, policy, listed } = world;
  const accounts = new Map<string, Account>();
  const memory = new Map<string, Set<string>>();
  const arrivals: Arrival[] = [];

  const at = (address: string): Account | undefined => accounts.get(folded(policy, address));
  const open = (address: string): Account => {
    const account: Account = { address, owners: new Set(), creators: new Set() };
    accounts.set(folded(policy, address), account);
    return account;
  };
  const makeOrJoin = (address: string, party: string): Account => {
    const account = at(address) ?? open(address);
    if (account.owners.size === 0) account.creators.add(party);
    return account;
  };
  const remember = (address: string, party: string): void => {
    const key = folded(policy, address);
    memory.set(key, (memory.get(key) ?? new Set()).add(party));
  };

  // Before the switch.
  for (const party of parties) {
    for (const { email } of listed ? party.rows : []) (at(email) ?? open(email)).owners.add(party.id);
    for (const old of listed ? [] : party.olds.filter((user) => user.active)) {
      const home = homeOf(old, mode);
      if (home !== null) (at(home) ?? open(home)).owners.add(party.id);
      for (const value of [old.sso, old.scim]) if (value !== null) remember(value, party.id);
    }
  }

  // SCIM creates.
  for (const party of parties) {
    for (const user of party.news) {
      const address = sent(user, mode).scim;
      if (address === null) continue;
      arrivals.push({ party: party.id, user, channel: 'scim', address, account: makeOrJoin(address, party.id) });
    }
  }

  // Sign-ins.
  for (const party of parties) {
    for (const user of party.news) {
      const address = sent(user, mode).sso;
      if (address === null) continue;
      const account = mode === 'jit' ? makeOrJoin(address, party.id) : (at(address) ?? null);
      arrivals.push({ party: party.id, user, channel: 'sso', address, account });
    }
  }
  return { ...world, accounts, memory, arrivals };
}

/** Whose place an arrival came to, where it was not their own: other people's ids, empty if all is well. */
export function strangersAt(game: Switch, arrival: Arrival): string[] {
  const remembered = game.memory.get(folded(game.policy, arrival.address)) ?? [];
  const residents = new Set([...(arrival.account?.owners ?? []), ...remembered]);
  const creators = [...(arrival.account?.creators ?? [])].filter((id) => id !== arrival.party);
  return [...new Set([...(residents.has(arrival.party) ? [] : residents), ...creators])];
}

/** The accounts that somebody has before the switch, through this old user if there is no list. */
export function homesOf(game: Switch, party: Party, old: RefUser | null): Account[] {
  if (game.listed) return [...game.accounts.values()].filter((account) => account.owners.has(party.id));
  const home = old === null ? null : homeOf(old, game.mode);
  const account = home === null ? undefined : game.accounts.get(folded(game.policy, home));
  return account === undefined ? [] : [account];
}

/** Did this new user get (and stay) into one of these accounts, which were theirs or this old user's? */
export function arrivedHome(game: Switch, homes: readonly Account[], old: RefUser | null, next: RefUser): boolean {
  const led = (channel: Arrival['channel']): Arrival | undefined =>
    game.arrivals.find((a) => a.user.ref === next.ref && a.channel === channel);
  const isHome = (arrival: Arrival | undefined): boolean => homes.some((home) => home === arrival?.account);
  const [signIn, created] = [led('sso'), led('scim')];
  if (signIn === undefined) return false;
  if (game.mode !== 'scim') return isHome(signIn);
  if (created === undefined) return false;
  if (isHome(created) && signIn.account === created.account) return true;
  const sameRoute = old?.active === true && nothingChanges(old, next, game);
  return sameRoute && (isHome(created) || isHome(signIn)) && (signIn.account?.creators.size ?? 0) === 0;
}

/** The values of the old user differ, and one that is now sent is the old value of the other channel. */
function crossed(old: RefUser, next: RefUser, { mode, policy }: World): boolean {
  if (!old.active || old.sso === null || old.scim === null || sameAddress(policy, old.sso, old.scim)) return false;
  const { sso, scim } = sent(next, mode);
  return sameAddress(policy, sso, old.scim) || sameAddress(policy, scim, old.sso);
}

/** The name of what happened to somebody with one record a side at most. */
export function outcomeOf(game: Switch, party: Party): Outcome {
  const old = party.olds[0] ?? null;
  const next = party.news[0] ?? null;
  if (party.undecided) return 'unverified';
  if (!game.listed && old && next && crossed(old, next, game)) return 'unverified';
  // An account that nobody claims is out of reach of the new IdP, but for its deprovisioning.
  if (!old && !next) return game.mode === 'scim' ? 'loses-access' : 'keeps-account';

  const mine = game.arrivals.filter((arrival) => arrival.party === party.id);
  if (mine.some((arrival) => strangersAt(game, arrival).length > 0)) return 'account-takeover';

  const owned = [...game.accounts.values()].some((account) => account.owners.has(party.id));
  if (!next?.active) return owned || (!game.listed && old?.active) ? 'loses-access' : 'not-provisioned';
  if (arrivedHome(game, homesOf(game, party, old), old, next)) return 'keeps-account';

  const made = [...game.accounts.values()].some((account) => account.creators.has(party.id));
  if (owned) return made ? 'duplicate-account' : 'sign-in-blocked';
  return made ? 'new-account' : 'not-provisioned';
}

export interface Fate {
  outcome: Outcome;
  /** They own an account before the switch. */
  owner: boolean;
}

export function simulate(parties: readonly Party[], world: World): Map<string, Fate> {
  const game = play(parties, world);
  const owns = (party: Party): boolean => [...game.accounts.values()].some((account) => account.owners.has(party.id));
  return new Map(
    parties.map((party): [string, Fate] => [party.id, { outcome: outcomeOf(game, party), owner: owns(party) }]),
  );
}
