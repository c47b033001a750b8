/**
 * Whether what was said about an organisation was safe in truth: the switch is played with every human being
 * for one party, whatever records of theirs anybody would pair, and whatever accounts anybody would call theirs.
 */
import { type Policy, sameAddress } from './addresses.ts';
import { excuseForClaim, excuseForOrphan, excuseForPair } from './evidence.ts';
import { oldClaims } from './membership.ts';
import { accountRows, emails, type Organisation, type RefRow, type RefUser } from './records.ts';
import {
  type Account,
  type Arrival,
  arrivedHome,
  homesOf,
  type Mode,
  nothingChanges,
  type Party,
  play,
  type Switch,
  sent,
  strangersAt,
} from './simulation.ts';

export interface Prediction {
  oldRef: string | null;
  newRef: string | null;
  appRef: string | null;
  outcome: string;
}

export interface TruthFinding {
  /** The true human being. */
  person: string;
  what: string;
  /**
   * Why no checker could know, or why the rules look away. null: the data told, and it was missed. `no
   * evidence: …` is for cases in which nothing in the data speaks against the wrong reading; `blind spot: …`
   * for those in which something does, which the contract, by its own words, does not listen to.
   */
  excuse: string | null;
}

interface Reality {
  organisation: Organisation;
  /** Were the two taken for one person? */
  mistaken: (old: RefUser, next: RefUser) => boolean;
  parties: Party[];
  game: Switch;
}

function playTruth(
  organisation: Organisation,
  mode: Mode,
  policy: Policy,
  predictions?: readonly Prediction[],
): Reality {
  const rows = accountRows(organisation);
  const humans = new Set([...organisation.old, ...organisation.new, ...rows].map((record) => record.person));
  const parties = [...humans].map(
    (id): Party => ({
      id,
      olds: organisation.old.filter((user) => user.person === id),
      news: organisation.new.filter((user) => user.person === id),
      rows: rows.filter((row) => row.person === id),
      undecided: false,
    }),
  );
  const mistaken: Reality['mistaken'] = (old, next) =>
    predictions === undefined || predictions.some(({ oldRef, newRef }) => oldRef === old.ref && newRef === next.ref);
  return { organisation, mistaken, parties, game: play(parties, { mode, policy, listed: organisation.app !== null }) };
}

function comesTo(game: Switch, next: RefUser, addresses: readonly string[]): boolean {
  const { sso, scim } = sent(next, game.mode);
  return [sso, scim].some((value) => addresses.some((address) => sameAddress(game.policy, value, address)));
}

/** The best excuse there is, or none. */
function bestOf(excuses: readonly (string | null)[]): string | null {
  return (
    excuses
      .filter((text) => text !== null)
      .sort()
      .at(-1) ?? null
  );
}

function rowsAt({ organisation, game }: Reality, account: Account | null): RefRow[] {
  if (account === null) return [];
  return accountRows(organisation).filter((row) => sameAddress(game.policy, row.email, account.address));
}

/** What is lost, and what a checker would have had to see. */
function losses(reality: Reality): TruthFinding[] {
  return reality.parties.flatMap((party) =>
    reality.game.listed ? lostRows(reality, party) : lostHomes(reality, party),
  );
}

/** An excuse for taking two people for one is none where they were not. */
function excuseForMistake({ organisation, mistaken }: Reality, old: RefUser, next: RefUser): string | null {
  return mistaken(old, next) ? excuseForPair(organisation, old, next) : null;
}

function lostHomes(reality: Reality, party: Party): TruthFinding[] {
  const { organisation, game } = reality;
  return party.olds.flatMap((old): TruthFinding[] => {
    const homes = homesOf(game, party, old);
    if (homes.length === 0 || party.news.some((next) => arrivedHome(game, homes, old, next))) return [];
    const strangers = organisation.new.filter((next) => next.person !== party.id && comesTo(game, next, emails(old)));
    const excuse = bestOf(strangers.map((next) => excuseForMistake(reality, old, next)));
    return [{ person: party.id, what: `${party.id} does not keep the account of ${old.ref}`, excuse }];
  });
}

/**
 * Of several accounts a sign-in reaches one. Who sends what they always sent is at least where they were; in scim mode
 * only if they were active, since it depends on links that nobody sees.
 */
function workedBefore(old: RefUser, { mode }: Switch): boolean {
  return old.active || mode !== 'scim';
}

function lostRows(reality: Reality, party: Party): TruthFinding[] {
  const { organisation, game } = reality;
  // Who is in neither provider stays outside, unless SCIM takes the account away.
  if (party.olds.length + party.news.length === 0 && game.mode !== 'scim') return [];
  const homes = homesOf(game, party, null);
  return homes.flatMap((home): TruthFinding[] => {
    const olds = [null, ...party.olds];
    const stays = party.news.some((next) =>
      olds.some((old) => {
        const unchanged = old !== null && workedBefore(old, game) && nothingChanges(old, next, game);
        return arrivedHome(game, unchanged ? homes : [home], old, next);
      }),
    );
    if (stays) return [];
    const rows = rowsAt(reality, home);
    const claims = oldClaims(organisation, rows, game.policy);
    const strangers = organisation.new.filter((next) => next.person !== party.id);
    const coming = (old: RefUser): RefUser[] =>
      strangers.filter((next) => comesTo(game, next, [home.address, ...emails(old)]));
    const excuses = claims.flatMap(({ row, user }) =>
      user.person === party.id
        ? coming(user).map((next) => excuseForMistake(reality, user, next))
        : [excuseForClaim(row, user)],
    );
    excuses.push(...excusesForArriving(reality, party));
    if (claims.length === 0) {
      const guests = strangers.filter((next) => comesTo(game, next, [home.address]));
      excuses.push(...rows.flatMap((row) => guests.map((next) => excuseForClaim(row, next))));
      if (game.mode !== 'scim') excuses.push(...rows.map((row) => excuseForOrphan(organisation, row)));
    }
    return [
      { person: party.id, what: `${party.id} does not keep the account ${home.address}`, excuse: bestOf(excuses) },
    ];
  });
}

/** Whoever comes to an account that was taken for theirs was not missed at their own. */
function excusesForArriving(reality: Reality, party: Party): (string | null)[] {
  const { organisation, game } = reality;
  const mine = game.arrivals.filter((arrival) => arrival.party === party.id);
  return mine.flatMap((arrival) =>
    oldClaims(organisation, rowsAt(reality, arrival.account), game.policy)
      .filter(({ row, user }) => user.person === party.id && row.person !== party.id)
      .map(({ row, user }) => excuseForClaim(row, user)),
  );
}

/** Why it may be forgiven that somebody came to where they meet strangers; null if it may not. */
function excuseForMeeting(reality: Reality, arrival: Arrival): string | null {
  const { organisation, game } = reality;
  const strangers = strangersAt(game, arrival);
  if (!game.listed) {
    const hosts = organisation.old.filter(
      (old) =>
        old.active &&
        strangers.includes(old.person) &&
        emails(old).some((value) => sameAddress(game.policy, value, arrival.address)),
    );
    return bestOf(hosts.map((old) => excuseForMistake(reality, old, arrival.user)));
  }
  const rows = rowsAt(reality, arrival.account);
  const claims = oldClaims(organisation, rows, game.policy);
  if (claims.length === 0) return bestOf(rows.map((row) => excuseForClaim(row, arrival.user)));
  return bestOf(
    claims.map(({ row, user }) =>
      user.person === row.person ? excuseForMistake(reality, user, arrival.user) : excuseForClaim(row, user),
    ),
  );
}

/**
 * Everything that goes wrong in truth, with the best excuse that anybody could have for it: an account whose human being does not
 * keep it, a human being who comes to somebody else's account or shares a new one with a stranger.
 */
export function truth(organisation: Organisation, mode: Mode, policy: Policy): TruthFinding[] {
  return wrongs(playTruth(organisation, mode, policy));
}

function wrongs(reality: Reality): TruthFinding[] {
  const meetings = reality.game.arrivals.flatMap((arrival): TruthFinding[] => {
    const strangers = strangersAt(reality.game, arrival);
    if (strangers.length === 0) return [];
    const way = `${arrival.user.ref}, ${arrival.channel} ${arrival.address}`;
    const what = `${arrival.party} comes to ${strangers.join(', ')} (${way})`;
    return [{ person: arrival.party, what, excuse: excuseForMeeting(reality, arrival) }];
  });
  return [...losses(reality), ...meetings];
}

/**
 * FALSE SAFE: the gate was declared open, and somebody who had an account did not keep it, or somebody came
 * to another's. Empty when the gate was closed. What is excused (see evidence.ts) is left out.
 *
 * And, gate or no gate: nobody may be told `keeps-account` whose new record does not come to an account of
 * the same human being, or who meets a stranger there.
 */
export function truthViolations(
  organisation: Organisation,
  mode: Mode,
  policy: Policy,
  predictions: readonly Prediction[],
  gateOpen: boolean,
): TruthFinding[] {
  return allTruthViolations(organisation, mode, policy, predictions, gateOpen).filter(({ excuse }) => excuse === null);
}

/** The same with those that are excused, for measuring how much the rules let through. */
export function allTruthViolations(
  organisation: Organisation,
  mode: Mode,
  policy: Policy,
  predictions: readonly Prediction[],
  gateOpen: boolean,
): TruthFinding[] {
  const reality = playTruth(organisation, mode, policy, predictions);
  const kept = predictions.filter(({ outcome }) => outcome === 'keeps-account');
  return [...(gateOpen ? wrongs(reality) : []), ...kept.flatMap((prediction) => brokenPromise(reality, prediction))];
}

function brokenPromise(reality: Reality, { oldRef, newRef, appRef }: Prediction): TruthFinding[] {
  const { organisation, parties, game } = reality;
  const old = organisation.old.find((user) => user.ref === oldRef) ?? null;
  const next = organisation.new.find((user) => user.ref === newRef);
  const broken = (person: string, what: string, excuse: string | null): TruthFinding[] => [{ person, what, excuse }];
  if (next === undefined || (old === null && !game.listed)) {
    const untouched = old === null && next === undefined && appRef !== null && game.mode !== 'scim';
    return untouched ? [] : broken('?', `${oldRef}/${newRef} keeps an account without a pair`, null);
  }

  const what = `${next.person} (${next.ref}) was said to keep the account of ${old?.person ?? '?'} (${oldRef ?? appRef})`;
  if (old !== null && old.person !== next.person) {
    return broken(next.person, what, excuseForPair(organisation, old, next));
  }
  const mine = game.arrivals.filter((arrival) => arrival.user.ref === next.ref);
  const party = parties.find(({ id }) => id === next.person);
  const homes = party === undefined ? [] : homesOf(game, party, old);
  if (!arrivedHome(game, homes, old, next)) {
    const rows = mine.flatMap((arrival) => rowsAt(reality, arrival.account));
    const misread = rows.filter((row) => row.person !== next.person);
    return broken(next.person, `${what}, and does not`, bestOf(misread.map((row) => excuseForClaim(row, old ?? next))));
  }
  return mine
    .filter((arrival) => strangersAt(game, arrival).length > 0)
    .flatMap((arrival) =>
      broken(next.person, `${what}, and meets a stranger`, game.listed ? excuseForMeeting(reality, arrival) : null),
    );
}
