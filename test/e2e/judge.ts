/** Holds the predictions for an organisation against what a real server did. */
import { normalizedEmail } from '../reference/addresses.ts';
import { type LibraryInput, type ReconciliationLike, toRecords } from '../reference/agreement.ts';
import { emails } from '../reference/records.ts';
import { homeOf, type Mode, sent } from '../reference/simulation.ts';
import { arrivalsOf, fateOf } from './fate.ts';
import { lineOf, Ownership, type Predicted, predictedPeople } from './people.ts';
import { otherValue, type Played } from './play.ts';
import { isFalseAlarm, isWarned, secondAccount, unannouncedMeetings } from './truth.ts';

export type Verdict =
  /** The server did what was predicted. */
  | 'as predicted'
  /** Nothing was claimed. */
  | 'no claim'
  /** SSO and SCIM values differ and stay as they were: the sign-in leads where it led before. */
  | 'no worse than before'
  /** Without a list the provider may know an old user by either value: it comes true where it knows them by the other. */
  | 'in another possible world'
  /** The old user has no value at all, so that there never was an account to lose. */
  | 'never had an address'
  /** The server takes a value of theirs, or of somebody whom they would meet, for no address. */
  | 'address refused'
  /** The server lets somebody in whom SCIM does not link. */
  | 'let in without SCIM'
  /** Nobody claims the account, and SCIM does not take it away: somebody comes to it, and was warned. */
  | 'somebody comes to it'
  /** They have two accounts: SCIM links the one, and the one that they sign in to is deprovisioned. */
  | 'their other account is taken away'
  | 'WRONG';

export interface Judgement {
  person: Predicted;
  verdict: Verdict;
  fate: string;
  /** Meetings with another human being that nothing in the records could have told. */
  excused: number;
  /** A takeover was predicted of somebody who came to themselves. */
  isFalseAlarm: boolean;
  /** A human being with an account got another one: were they told so, or that it is their first? null: they got none. */
  secondAccount: 'told' | 'untold' | null;
  /** What is wrong, in words. */
  says: string[];
}

export type Reconcile = (input: LibraryInput, options: { mode: Mode }) => ReconciliationLike;

/** The organisation as the library takes it, with the accounts as the server lists them. */
export function inputOf(played: Played): LibraryInput {
  const input = toRecords({ ...played.organisation, app: null });
  if (!played.listed) return input;
  const app = played.before.map(({ email, name }, index) => ({
    side: 'app' as const,
    line: lineOf(index),
    sso: email,
    name,
    active: true,
  }));
  return { ...input, app };
}

/** Plays the organisation once more, with these old users known by their other value. */
export type Replay = (moved: ReadonlySet<string>) => Promise<Played>;

export async function judge(played: Played, reconcile: Reconcile, replay: Replay): Promise<Judgement[]> {
  const people = predictedPeople(played, reconcile(inputOf(played), { mode: played.mode }));
  const ownership = new Ownership(played, people);
  const judgements: Judgement[] = [];
  for (const person of people) {
    const fate = fateOf(played, ownership, person);
    const verdict = await verdictOf({ played, people, ownership, replay }, person, fate);
    const meetings = unannouncedMeetings(played, person);
    const missed = meetings.filter(({ excuse }) => excuse === null);
    const says = missed.map(
      ({ whose }) => `comes to the account of ${whose.join(', ')} and was promised ${person.outcome}`,
    );
    if (verdict === 'WRONG') says.push(`predicted ${person.outcome}, and the server: ${fate}`);
    judgements.push({
      person,
      verdict,
      fate,
      excused: meetings.length - missed.length,
      isFalseAlarm: verdict === 'as predicted' && isFalseAlarm(played, person),
      secondAccount: secondAccount(played, person),
      says,
    });
  }
  return judgements;
}

interface Case {
  played: Played;
  people: readonly Predicted[];
  ownership: Ownership;
  replay: Replay;
}

async function verdictOf(
  { played, people, ownership, replay }: Case,
  person: Predicted,
  fate: string,
): Promise<Verdict> {
  const { outcome } = person;
  if (outcome === 'unverified') return 'no claim';
  if (meetsRefused(played, person)) return 'address refused';
  if (outcome === fate) return 'as predicted';
  if (hasNoAddress(played, person)) return 'never had an address';
  if (outcome === 'keeps-account' && isNoWorse(played, ownership, person)) return 'no worse than before';
  if (outcome === 'keeps-account' && isTakenAway(played, ownership, person)) return 'their other account is taken away';
  if (outcome === 'loses-access' && isComeTo(played, people, person)) return 'somebody comes to it';
  if (outcome === 'sign-in-blocked' && isLetIn(played, ownership, person)) return 'let in without SCIM';
  if (outcome === 'account-takeover' && (await comesTrueElsewhere(played, person, replay))) {
    return 'in another possible world';
  }
  return 'WRONG';
}

/** A refused address is nobody's account: who sends it, or was to be known by it, is in another play than the predicted one. */
function meetsRefused({ refused, mode, listed }: Played, { old, new: next }: Predicted): boolean {
  const no = new Set([...refused].map((email) => email.toLowerCase()));
  const values = next === null ? [] : Object.values(sent(next, mode));
  if (!listed && old !== null) values.push(homeOf(old, mode));
  return values.some((value) => value !== null && no.has(value.toLowerCase()));
}

function hasNoAddress({ listed }: Played, { old, outcome }: Predicted): boolean {
  return !listed && outcome === 'loses-access' && old !== null && emails(old).length === 0;
}

function isNoWorse(played: Played, ownership: Ownership, person: Predicted): boolean {
  const { old } = person;
  const was = played.oldSignIns.get(old?.ref ?? '')?.account ?? null;
  const is = arrivalsOf(played, person).last?.account ?? null;
  // Who got to their own account before has to get there now, and who sends something new is promised nothing by the old.
  if (old === null || old.sso === old.scim || ownership.has(person, was) || !sendsTheSame(played, person)) return false;
  return is === was || is === null;
}

/** At most the spelling differs from what the old user was known by; how finely that is compared is up to the server. */
function sendsTheSame({ mode }: Played, { old, new: next }: Predicted): boolean {
  if (old === null || next === null) return false;
  const { sso, scim } = sent(next, mode);
  const pairs = [[sso, old.sso ?? old.scim], ...(mode === 'scim' ? [[scim, old.scim ?? old.sso]] : [])];
  return pairs.every(([is, was]) => is != null && was != null && normalizedEmail(is) === normalizedEmail(was));
}

function isLetIn(played: Played, ownership: Ownership, person: Predicted): boolean {
  const { scim, last } = arrivalsOf(played, person);
  return played.mode === 'scim' && ownership.has(person, last?.account) && last?.account !== scim?.account;
}

/** Everybody whom SCIM brings to an account that nobody claims was told not to be sure of it, and there is somebody. */
function isComeTo(played: Played, people: readonly Predicted[], { old, new: next, app }: Predicted): boolean {
  if (old !== null || next !== null || app === null) return false;
  const coming = people.filter((other) => arrivalsOf(played, other).scim?.account === app.id);
  return coming.length > 0 && coming.every(isWarned);
}

function isTakenAway(played: Played, ownership: Ownership, person: Predicted): boolean {
  const { scim, sso, last } = arrivalsOf(played, person);
  const hasBoth = [scim, sso].every((landing) => ownership.has(person, landing?.account));
  return hasBoth && scim?.account !== sso?.account && last?.account === null;
}

async function comesTrueElsewhere(played: Played, person: Predicted, replay: Replay): Promise<boolean> {
  if (played.listed || person.new === null) return false;
  const arriving = Object.values(sent(person.new, played.mode)).filter((value) => value !== null);
  for (const host of played.organisation.old) {
    const other = otherValue(host, homeOf(host, played.mode));
    const mayMeet = other !== null && arriving.some((value) => normalizedEmail(value) === normalizedEmail(other));
    if (!host.active || host.ref === person.old?.ref || !mayMeet) continue;
    const elsewhere = await replay(new Set([host.ref]));
    const account = elsewhere.homes.get(host.ref);
    const { scim, sso } = elsewhere.arrivals.get(person.new.ref) ?? {};
    if (account !== undefined && [scim, sso].some((landing) => landing?.account === account)) return true;
  }
  return false;
}
