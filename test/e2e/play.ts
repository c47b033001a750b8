/**
 * Plays a switch on a real server: its accounts before it, as the old identity provider made them; all SCIM creates of
 * the new one; all sign-ins; the deprovisioning of whom SCIM did not link. Nothing here knows what was predicted, when
 * two addresses are one, or what the server would do: it only writes down where every request led.
 */
import type { Organisation, RefUser } from '../reference/records.ts';
import { homeOf, type Mode, sent } from '../reference/simulation.ts';
import type { Account, Idp, Landing, ServiceProvider } from './service-provider.ts';

export interface Way {
  mode: Mode;
  /** The server's accounts are those of the member list; otherwise one an active old user. */
  listed: boolean;
  /** Old users who are known by the other one of their two values; only where there is no list. */
  moved?: ReadonlySet<string>;
}

/** Where a new user's requests led. */
export interface Arrivals {
  scim: Landing | null;
  /** At the first sign-in. */
  sso: Landing | null;
  /** When all is over, and they sign in once more. */
  last: Landing | null;
}

export interface Played extends Way {
  organisation: Organisation;
  /** The accounts before the switch. */
  before: Account[];
  /** Whose accounts they are in truth: the human beings by the id of the account. */
  humans: Map<string, Set<string>>;
  /** The account of an old user, by their ref; only without a list. */
  homes: Map<string, string>;
  /** Where the sign-in of an old user led before the switch; only where none can make an account. */
  oldSignIns: Map<string, Landing>;
  /** Where the values of old users lead before the switch, by the value. */
  leadsTo: Map<string, string>;
  arrivals: Map<string, Arrivals>;
  after: Account[];
  /** The accounts that a SCIM user stands behind afterwards; only in scim mode. */
  provisioned: Set<string>;
  /** What the server takes for no address, and a side wanted to be known by. */
  refused: Set<string>;
}

/** A record that an account is made from. */
interface Member {
  ref: string;
  person: string;
  email: string;
  name: string | null;
}

export async function play(server: ServiceProvider, organisation: Organisation, way: Way): Promise<Played> {
  const { mode } = way;
  const refused = new Set<string>();
  const noting = async (email: string, asked: Promise<Landing>): Promise<Landing> => {
    const landing = await asked;
    if (landing.account === null && landing.refused === 'address') refused.add(email);
    if (landing.account === null && landing.refused === 'not-linked') throw new Error(`${email} is not linked`);
    return landing;
  };
  const signIn = (idp: Idp, user: RefUser, email: string): Promise<Landing> =>
    noting(email, server.signIn({ idp, subject: user.ref, email, name: user.name }));

  await server.install(mode);
  const humans = new Map<string, Set<string>>();
  const homes = new Map<string, string>();
  for (const member of members(organisation, way)) {
    const sender = { ...member, idp: 'old', subject: `member ${member.ref}` } as const;
    const { account } = await noting(member.email, server.admit(sender));
    if (account === null) continue;
    homes.set(member.ref, account);
    humans.set(account, (humans.get(account) ?? new Set()).add(member.person));
  }
  const before = await server.accounts();

  const leadsTo = new Map<string, string>();
  for (const value of new Set(organisation.old.flatMap(({ sso, scim }) => [sso, scim]))) {
    const account = value === null ? null : await server.accountAt(value);
    if (value !== null && account !== null) leadsTo.set(value, account);
  }
  const oldSignIns = new Map<string, Landing>();
  for (const user of mode === 'scim' ? organisation.old : []) {
    if (user.active && user.sso !== null) oldSignIns.set(user.ref, await signIn('old', user, user.sso));
  }

  const arrivals = new Map(
    organisation.new.map((user): [string, Arrivals] => [user.ref, { scim: null, sso: null, last: null }]),
  );
  for (const user of organisation.new) {
    const email = sent(user, mode).scim;
    if (email === null) continue;
    const sender = { idp: 'new', subject: user.ref, email, name: user.name } as const;
    Object.assign(arrivals.get(user.ref) ?? {}, { scim: await noting(email, server.provision(sender)) });
  }
  for (const user of organisation.new) {
    const email = sent(user, mode).sso;
    if (email === null) continue;
    const landing = await signIn('new', user, email);
    Object.assign(arrivals.get(user.ref) ?? {}, { sso: landing, last: landing });
  }
  if (mode === 'scim') {
    const linked = new Set([...arrivals.values()].map(({ scim }) => scim?.account));
    const left = before.filter(({ id }) => !linked.has(id)).map(({ id }) => id);
    for (const id of left) await server.deprovision(id);
    for (const user of organisation.new) {
      const arrival = arrivals.get(user.ref);
      const account = arrival?.sso?.account ?? '';
      if (arrival && user.sso !== null && left.includes(account)) arrival.last = await signIn('new', user, user.sso);
    }
  }
  const after = await server.accounts();
  const provisioned = new Set(mode === 'scim' ? await server.provisioned() : []);
  return { ...way, organisation, before, humans, homes, oldSignIns, leadsTo, arrivals, after, provisioned, refused };
}

function members(organisation: Organisation, { mode, listed, moved = new Set() }: Way): Member[] {
  if (listed) return (organisation.app ?? []).filter(({ active }) => active);
  return organisation.old.flatMap((user) => {
    const home = homeOf(user, mode);
    if (home === null) return [];
    const email = moved.has(user.ref) ? (otherValue(user, home) ?? home) : home;
    return [{ ref: user.ref, person: user.person, email, name: user.name }];
  });
}

/** The value of an old user that is not this one. */
export function otherValue({ sso, scim }: RefUser, home: string | null): string | null {
  return [sso, scim].find((value) => value !== home) ?? null;
}
