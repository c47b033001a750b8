/**
 * What a checker should say about an organisation (`expected`), and whether what it said was safe in truth
 * (`truthViolations`).
 */
import {
  borneByAnother,
  type Correlation,
  correlate,
  emails,
  ID_TIERS,
  idKey,
  named,
  noPartAgrees,
  sameFullName,
  type Tier,
  trusted,
  usableId,
} from './correlation.ts';
import type { IdKind, Organisation, RefUser } from './organisation.ts';
import {
  arrivedHome,
  homeOf,
  type Mode,
  type Outcome,
  type Party,
  play,
  sent,
  simulate,
  strangersAt,
} from './simulation.ts';

export type Severity = 'error' | 'warning' | 'info';
export interface ExpectedFinding {
  kind: string;
  severity: Severity;
}

export interface ExpectedPerson {
  oldRef: string | null;
  newRef: string | null;
  outcome: Outcome;
  owner: boolean;
  tier: Tier | null;
  ambiguous: boolean;
  nameConflict: boolean;
  findings: ExpectedFinding[];
}

/** The kinds of finding that `expected` knows. */
export const FINDING_KINDS = [
  'account-takeover',
  'ambiguous-correlation',
  'name-conflict',
  'missing-in-new',
  'inactive-in-new',
  'sso-email-mismatch',
  'scim-email-mismatch',
  'sso-scim-divergence',
  'email-missing',
  'duplicate-email',
  'duplicate-id',
  'address-reused',
  'reactivated-in-new',
  'unexpected-in-new',
] as const;

const GATE_CLOSERS: readonly string[] = ['unverified', 'account-takeover'];
const OWNER_CLOSERS: readonly string[] = ['duplicate-account', 'sign-in-blocked', 'loses-access'];

/** Does this person, as things stand, keep the gate closed whatever the findings say? */
export function closesGate(person: { outcome: string; owner: boolean }): boolean {
  return GATE_CLOSERS.includes(person.outcome) || (person.owner && OWNER_CLOSERS.includes(person.outcome));
}

// ---- expected -----------------------------------------------------------------------------------

interface Person {
  old: RefUser | null;
  new: RefUser | null;
  tier: Tier | null;
  ambiguous: boolean;
  nameConflict: boolean;
}

/** The people that the contract draws up: each pair, and each other user alone. */
function people(organisation: Organisation, correlation: Correlation): Person[] {
  const paired = new Set(correlation.pairs.flatMap((pair) => [pair.old.ref, pair.new.ref]));
  const alone = (user: RefUser): Person => ({
    old: user.side === 'old' ? user : null,
    new: user.side === 'new' ? user : null,
    tier: null,
    ambiguous: correlation.ambiguous.includes(user.ref),
    nameConflict: false,
  });
  return [
    ...correlation.pairs.map((pair): Person => ({ ...pair, ambiguous: false })),
    ...[...organisation.old, ...organisation.new].filter((user) => !paired.has(user.ref)).map(alone),
  ];
}

function idOf(person: Person): string {
  return `${person.old?.ref ?? '-'}/${person.new?.ref ?? '-'}`;
}

export function expected(organisation: Organisation, mode: Mode): ExpectedPerson[] {
  const correlation = correlate(organisation);
  const everyone = people(organisation, correlation);
  const parties = everyone.map(
    (person): Party => ({
      id: idOf(person),
      olds: person.old ? [person.old] : [],
      news: person.new ? [person.new] : [],
      undecided: person.ambiguous || person.nameConflict,
    }),
  );
  const fates = simulate(parties, mode);
  const ownerOf = (user: RefUser): boolean =>
    everyone.some((person) => person.new?.ref === user.ref && fates.get(idOf(person))?.owner === true);

  return everyone.map((person) => {
    const fate = fates.get(idOf(person));
    if (fate === undefined) throw new Error(`no fate for ${idOf(person)}`);
    const { outcome, owner } = fate;
    return {
      oldRef: person.old?.ref ?? null,
      newRef: person.new?.ref ?? null,
      outcome,
      owner,
      tier: person.tier,
      ambiguous: person.ambiguous,
      nameConflict: person.nameConflict,
      findings: findings(organisation, correlation, person, outcome, owner, ownerOf, mode),
    };
  });
}

/** The values by which two users of a side may share an address, in this mode. */
function sharable(user: RefUser, mode: Mode): string[] {
  if (mode === 'scim') return emails(user);
  const value = user.side === 'old' ? (user.sso ?? user.scim) : user.sso;
  return value === null ? [] : [value];
}

function findings(
  organisation: Organisation,
  correlation: Correlation,
  person: Person,
  outcome: Outcome,
  owner: boolean,
  ownerOf: (user: RefUser) => boolean,
  mode: Mode,
): ExpectedFinding[] {
  const found: ExpectedFinding[] = [];
  const say = (kind: (typeof FINDING_KINDS)[number], severity: Severity): unknown => found.push({ kind, severity });
  const grave: Severity = owner ? 'error' : 'warning';
  const old = person.old;
  const next = person.new;

  if (outcome === 'account-takeover') say('account-takeover', 'error');
  if (person.ambiguous) say('ambiguous-correlation', 'error');
  if (person.nameConflict) say('name-conflict', 'error');

  if (old?.active && !next && !person.ambiguous) say('missing-in-new', grave);
  if (old?.active && next && !next.active) say('inactive-in-new', grave);
  if (old && !old.active && next?.active) say('reactivated-in-new', 'warning');
  if (!old && next?.active && !person.ambiguous) say('unexpected-in-new', 'warning');

  if (next?.active) {
    const { sso, scim } = sent(next, mode);
    const values = [sso, scim].filter((value) => value !== null);
    if (old?.active) {
      const oldSso = old.sso ?? old.scim;
      const oldScim = old.scim ?? old.sso;
      if (sso !== null && oldSso !== null && sso !== oldSso) say('sso-email-mismatch', 'error');
      if (scim !== null && oldScim !== null && scim !== oldScim) say('scim-email-mismatch', 'error');
    }
    if (sso !== null && scim !== null && sso !== scim) {
      const before = old?.active && old.sso === sso && old.scim === scim;
      say('sso-scim-divergence', owner && !before ? 'error' : 'warning');
    }
    if (sso === null) say('email-missing', grave);
    if (scim === null && mode === 'scim') say('email-missing', grave);

    const formerHolder = organisation.old.some(
      (user) =>
        !user.active &&
        user.ref !== old?.ref &&
        !correlation.candidates.some(([a, b]) => a === user.ref && b === next.ref) &&
        values.some((v) => emails(user).includes(v) && !(old?.active && emails(old).includes(v))),
    );
    if (formerHolder) say('address-reused', mode === 'scim' ? 'warning' : 'error');
  }

  if (old?.active) {
    const sentByOthers = (attribute: 'sso' | 'scim'): boolean =>
      organisation.old.some((user) => user.ref !== old.ref && user[attribute] !== null);
    if (old.sso === null && old.scim === null) say('email-missing', 'error');
    else if (old.sso === null && sentByOthers('sso')) say('email-missing', 'warning');
    else if (old.scim === null && sentByOthers('scim')) say('email-missing', 'warning');
  }

  for (const user of [old, next]) {
    if (!user?.active) continue;
    const others = organisation[user.side].filter((other) => other.active && other.ref !== user.ref);

    const sharers = others.filter((other) => sharable(other, mode).some((v) => sharable(user, mode).includes(v)));
    if (sharers.length > 0) {
      const ownerAmongThem = user.side === 'new' && [user, ...sharers].some(ownerOf);
      say('duplicate-email', ownerAmongThem ? 'error' : 'warning');
    }

    for (const kind of ID_TIERS) {
      const key = idKey(kind, user.ids[kind]);
      if (key === null || !others.some((other) => idKey(kind, other.ids[kind]) === key)) continue;
      const onOldSide = organisation.old.some((other) => idKey(kind, other.ids[kind]) === key);
      say('duplicate-id', user.side === 'new' && onOldSide ? 'error' : 'warning');
    }
  }
  return found;
}

/**
 * Would the gate be open, by the outcomes, the findings known here, and an ignored kind of id that matters?
 */
export function expectedGateOpen(organisation: Organisation, mode: Mode): boolean {
  const someone = expected(organisation, mode).some(
    (person) => closesGate(person) || person.findings.some((finding) => finding.severity === 'error'),
  );
  return !someone && !correlate(organisation).ignored.some((kind) => onBothSides(organisation, kind));
}

function onBothSides(organisation: Organisation, kind: IdKind): boolean {
  return organisation.old.some((old) => {
    const key = idKey(kind, old.ids[kind]);
    return key !== null && organisation.new.some((next) => idKey(kind, next.ids[kind]) === key);
  });
}

// ---- the truth ----------------------------------------------------------------------------------

export interface Prediction {
  oldRef: string | null;
  newRef: string | null;
  outcome: string;
}

export interface TruthFinding {
  /** The true human being. */
  person: string;
  what: string;
  /**
   * Why no checker could know, or why the rules of pairing look away. null: the data told, and it was missed.
   * `no evidence: …` is for cases in which nothing in the data speaks against the wrong reading; `blind spot:
   * …` for those in which something does, which the contract, by its own words, does not listen to.
   */
  excuse: string | null;
}

/**
 * What in the data says that `old` and `next`, who share an address, are two people? Every piece of evidence
 * is looked up in the records themselves. One that the rules of pairing do not listen to carries the name of
 * the rule.
 */
export function evidenceOfTwo(
  organisation: Organisation,
  old: RefUser,
  next: RefUser,
): { text: string; blind?: string }[] {
  const found: { text: string; blind?: string }[] = [];
  const add = (text: string, blind: string | null | undefined | false): unknown =>
    found.push(blind ? { text, blind } : { text });
  const key = (kind: IdKind, user: RefUser): string | null => idKey(kind, user.ids[kind]);
  const believed = (kind: IdKind, user: RefUser): string | null =>
    trusted(organisation, kind) ? usableId(organisation, kind, user) : null;
  const agreeing = (a: RefUser, b: RefUser): IdKind[] =>
    ID_TIERS.filter((kind) => believed(kind, a) !== null && believed(kind, a) === believed(kind, b));
  const contradicting = (a: RefUser, b: RefUser): boolean =>
    ID_TIERS.some((kind) => {
      const [x, y] = [believed(kind, a), believed(kind, b)];
      return x !== null && y !== null && x !== y;
    });
  const deaf = (kind: IdKind, ...users: RefUser[]): string | null => {
    if (!trusted(organisation, kind)) return 'an id kind that is ignored';
    return users.some((user) => usableId(organisation, kind, user) === null)
      ? 'an id that two active users share'
      : null;
  };
  const vouched = agreeing(old, next).length > 0 && 'an id agrees, so the name is not asked';

  for (const kind of ID_TIERS) {
    const [a, b] = [key(kind, old), key(kind, next)];
    if (a !== null && b !== null && a !== b) add(`${kind} differs`, deaf(kind, old, next));
    if (a !== null && a === b) continue;

    // The id of the one is that of a third record on the other side.
    for (const [user, side, partner] of [
      [old, organisation.new, next],
      [next, organisation.old, old],
    ] as const) {
      for (const third of side) {
        if (third.ref === partner.ref || key(kind, user) === null || key(kind, third) !== key(kind, user)) continue;
        const [o, n] = user.side === 'old' ? [user, third] : [third, user];
        const taken = [...organisation.old, ...organisation.new].some(
          (fourth) => fourth.side === user.side && fourth.ref !== user.ref && agreeing(fourth, third).length > 0,
        );
        const torn = contradicting(o, n) || agreeing(old, next).length > 0 || taken;
        add(
          `the ${kind} of ${user.ref} is that of ${third.ref}`,
          deaf(kind, user) ?? (torn && 'ids contradict one another'),
        );
      }
    }
  }

  const oldNameLivesOn = named(old) && borneByAnother(old.name, organisation.new, next);
  const newNameWasThere = named(next) && borneByAnother(next.name, organisation.old, old);
  if (named(old) && named(next)) {
    if (sameFullName(old.name, next.name)) return found;
    if (noPartAgrees(old.name, next.name)) add('no part of the name agrees', vouched);
    else if (oldNameLivesOn || newNameWasThere) add('the name is that of another user of the other side', vouched);
    else add('the names differ', vouched || 'names share a part, or have no script in common');
  } else if (oldNameLivesOn || newNameWasThere) {
    add('the only name is that of another user of the other side', vouched || 'one of the two has no name');
  } else {
    const isNameOf = (user: RefUser, side: readonly RefUser[], partner: RefUser): boolean =>
      side.some((third) => third.ref !== partner.ref && sameFullName(user.name, third.name));
    if (isNameOf(old, organisation.new, next) || isNameOf(next, organisation.old, old)) {
      add('the only name is that of an inactive user of the other side', 'the name of an inactive user is not asked');
    }
  }
  return found;
}

/** Why it may be forgiven that `old` and `next` were taken for one person; null if it may not. */
function excuseFor(organisation: Organisation, old: RefUser, next: RefUser): string | null {
  const evidence = evidenceOfTwo(organisation, old, next);
  if (evidence.length === 0) return 'no evidence: the address is the same, and neither id nor name speaks against it';
  if (evidence.some((piece) => piece.blind === undefined)) return null;
  return `blind spot: ${[...new Set(evidence.map((piece) => piece.blind))].sort().join('; ')}`;
}

/** Plays the switch with every human being for one party, whatever records of theirs anybody would pair. */
function playTruth(organisation: Organisation, mode: Mode) {
  const names = [...new Set([...organisation.old, ...organisation.new].map((user) => user.person))];
  const parties = names.map(
    (id): Party => ({
      id,
      olds: organisation.old.filter((user) => user.person === id),
      news: organisation.new.filter((user) => user.person === id),
      undecided: false,
    }),
  );
  return { parties, game: play(parties, mode) };
}

/** The best excuse among all couples of an old user and a stranger who comes to one of their addresses. */
function excuseAmong(organisation: Organisation, couples: readonly (readonly [RefUser, RefUser])[]): string | null {
  const excuses = couples.map(([old, next]) => excuseFor(organisation, old, next)).filter((text) => text !== null);
  return excuses.sort().at(-1) ?? null;
}

/**
 * Everything that goes wrong in truth, with its excuse if there is one: an account whose human being does not
 * keep it, a human being who comes to somebody else's account or shares a new one with a stranger.
 */
export function truth(organisation: Organisation, mode: Mode): TruthFinding[] {
  const { parties, game } = playTruth(organisation, mode);
  const found: TruthFinding[] = [];
  const comesTo = (next: RefUser, old: RefUser): boolean => {
    const { sso, scim } = sent(next, mode);
    return [sso, scim].some((value) => value !== null && emails(old).includes(value));
  };
  for (const party of parties) {
    for (const old of party.olds) {
      if (homeOf(old, mode) === null || party.news.some((next) => arrivedHome(game, old, next))) continue;
      const strangers = organisation.new.filter((next) => next.person !== party.id && comesTo(next, old));
      found.push({
        person: party.id,
        what: `${party.id} does not keep the account of ${old.ref}`,
        excuse: excuseAmong(
          organisation,
          strangers.map((next) => [old, next] as const),
        ),
      });
    }
    for (const arrival of game.arrivals) {
      if (arrival.party !== party.id) continue;
      const strangers = strangersAt(game, arrival);
      if (strangers.length === 0) continue;
      const hosts = organisation.old.filter(
        (old) => old.active && strangers.includes(old.person) && emails(old).includes(arrival.address),
      );
      const way = `${arrival.user.ref}, ${arrival.channel} ${arrival.address}`;
      found.push({
        person: party.id,
        what: `${party.id} comes to ${strangers.join(', ')} (${way})`,
        excuse: excuseAmong(
          organisation,
          hosts.map((old) => [old, arrival.user] as const),
        ),
      });
    }
  }
  return found;
}

/**
 * FALSE SAFE: the gate was declared open, and somebody who had an account did not keep it, or somebody came
 * to another's. Empty when the gate was closed. What is excused (see `evidenceOfTwo`) is left out.
 *
 * And, gate or no gate: nobody may be told `keeps-account` whose new record does not come to an account of
 * the same human being, or who meets a stranger there.
 */
export function truthViolations(
  organisation: Organisation,
  mode: Mode,
  predictions: readonly Prediction[],
  gateOpen: boolean,
): TruthFinding[] {
  return allTruthViolations(organisation, mode, predictions, gateOpen).filter((finding) => finding.excuse === null);
}

/** The same with those that are excused, for measuring how much the rules of pairing let through. */
export function allTruthViolations(
  organisation: Organisation,
  mode: Mode,
  predictions: readonly Prediction[],
  gateOpen: boolean,
): TruthFinding[] {
  const found = gateOpen ? truth(organisation, mode) : [];
  const { game } = playTruth(organisation, mode);
  for (const { oldRef, newRef, outcome } of predictions) {
    if (outcome !== 'keeps-account') continue;
    const old = organisation.old.find((user) => user.ref === oldRef);
    const next = organisation.new.find((user) => user.ref === newRef);
    if (old === undefined || next === undefined) {
      found.push({ person: '?', what: `${oldRef}/${newRef} keeps an account without a pair`, excuse: null });
      continue;
    }
    const what = `${next.person} (${next.ref}) was said to keep the account of ${old.person} (${old.ref})`;
    const excuse = excuseFor(organisation, old, next);
    if (old.person !== next.person) found.push({ person: next.person, what, excuse });
    else if (!arrivedHome(game, old, next))
      found.push({ person: next.person, what: `${what}, and does not`, excuse: null });
    else if (game.arrivals.some((a) => a.user.ref === next.ref && strangersAt(game, a).length > 0)) {
      found.push({ person: next.person, what: `${what}, and meets a stranger`, excuse: null });
    }
  }
  return found;
}
