/** What a checker should say about an organisation before a switch. */
import { folded, type Policy } from './addresses.ts';
import { type Correlation, correlate, type Tier } from './correlation.ts';
import { type ExpectedFinding, findings } from './findings.ts';
import { idKey } from './ids.ts';
import { type Claim, contradictedByName, LADDER, membership, type Rung, shownRow } from './membership.ts';
import { accountRows, emails, type IdKind, type Organisation, type RefRow, type RefUser } from './records.ts';
import { type Fate, type Mode, type Outcome, type Party, simulate } from './simulation.ts';

export interface ExpectedPerson {
  oldRef: string | null;
  newRef: string | null;
  /** The row of the member list that is shown for the person. */
  appRef: string | null;
  outcome: Outcome;
  owner: boolean;
  tier: Tier | null;
  ambiguous: boolean;
  nameConflict: boolean;
  findings: ExpectedFinding[];
}

const GATE_CLOSERS: readonly string[] = ['unverified', 'account-takeover'];
const OWNER_CLOSERS: readonly string[] = ['duplicate-account', 'sign-in-blocked', 'loses-access'];

/** Does this person, as things stand, keep the gate closed whatever the findings say? */
export function closesGate(person: { outcome: string; owner: boolean }): boolean {
  return GATE_CLOSERS.includes(person.outcome) || (person.owner && OWNER_CLOSERS.includes(person.outcome));
}

/** Somebody as the contract draws them up, and what they own. */
export interface Judged {
  id: string;
  old: RefUser | null;
  new: RefUser | null;
  tier: Tier | null;
  ambiguous: boolean;
  nameConflict: boolean;
  claims: Claim[];
  /** Only where nobody claims it: the person is this row. */
  orphan: RefRow | null;
}

/** Each pair, each other user alone, and each row of the member list that nobody claims. */
function people(
  organisation: Organisation,
  correlation: Correlation,
  claims: readonly Claim[],
  unclaimed: readonly RefRow[],
): Judged[] {
  const paired = new Set(correlation.pairs.flatMap((pair) => [pair.old.ref, pair.new.ref]));
  const judged = (old: RefUser | null, next: RefUser | null, tier: Tier | null, nameConflict: boolean): Judged => {
    const own = claims.filter(({ user }) => user.ref === old?.ref || user.ref === next?.ref);
    const [someone] = [old, next].filter((user) => user !== null);
    return {
      id: `${old?.ref ?? '·'}/${next?.ref ?? '·'}`,
      old,
      new: next,
      tier,
      ambiguous: someone !== undefined && correlation.ambiguous.includes(someone.ref),
      nameConflict: nameConflict || own.some(contradictedByName),
      claims: own,
      orphan: null,
    };
  };
  return [
    ...correlation.pairs.map((pair) => judged(pair.old, pair.new, pair.tier, pair.nameConflict)),
    ...organisation.old.filter((user) => !paired.has(user.ref)).map((user) => judged(user, null, null, false)),
    ...organisation.new.filter((user) => !paired.has(user.ref)).map((user) => judged(null, user, null, false)),
    ...unclaimed.map((row): Judged => ({ ...judged(null, null, null, false), id: row.ref, orphan: row })),
  ];
}

const told = new WeakMap<Organisation, Map<string, ExpectedPerson[]>>();

/** A policy matters by which addresses it makes one, and by nothing else. */
function whatIsOne(organisation: Organisation, policy: Policy): string {
  const values = [...organisation.old, ...organisation.new].flatMap(emails);
  const keys = [...values, ...accountRows(organisation).map((row) => row.email)].map((value) => folded(policy, value));
  const first = new Map<string, number>();
  for (const key of keys) if (!first.has(key)) first.set(key, first.size);
  return keys.map((key) => first.get(key)).join();
}

export function expected(
  organisation: Organisation,
  mode: Mode,
  policy: Policy,
  ladder: readonly Rung[] = LADDER,
): ExpectedPerson[] {
  if (ladder !== LADDER) return judge(organisation, mode, policy, ladder);
  const known = told.get(organisation) ?? new Map<string, ExpectedPerson[]>();
  const key = `${mode} ${whatIsOne(organisation, policy)}`;
  const people = known.get(key) ?? judge(organisation, mode, policy, ladder);
  told.set(organisation, known.set(key, people));
  return people;
}

function judge(organisation: Organisation, mode: Mode, policy: Policy, ladder: readonly Rung[]): ExpectedPerson[] {
  const correlation = correlate(organisation);
  const { claims, unclaimed } = membership(organisation, mode, policy, ladder);
  const world = { mode, policy, listed: organisation.app !== null };
  const everyone = people(organisation, correlation, claims, unclaimed);
  const parties = everyone.map(
    (person): Party => ({
      id: person.id,
      olds: person.old ? [person.old] : [],
      news: person.new ? [person.new] : [],
      rows: person.orphan ? [person.orphan] : person.claims.map((claim) => claim.row),
      undecided: person.ambiguous || person.nameConflict,
    }),
  );
  const fates = simulate(parties, world);
  const fateOf = (person: Judged): Fate => {
    const fate = fates.get(person.id);
    if (fate === undefined) throw new Error(`no fate for ${person.id}`);
    return fate;
  };
  const ownerOf = (user: RefUser): boolean =>
    everyone.some((person) => person.new?.ref === user.ref && fateOf(person).owner);

  return everyone.map((person) => ({
    oldRef: person.old?.ref ?? null,
    newRef: person.new?.ref ?? null,
    appRef: (person.orphan ?? shownRow(person.claims))?.ref ?? null,
    ...fateOf(person),
    tier: person.tier,
    ambiguous: person.ambiguous,
    nameConflict: person.nameConflict,
    findings: findings({ organisation, correlation, world, ownerOf }, person, fateOf(person)),
  }));
}

/**
 * Would the gate be open, by the outcomes, the findings known here, and an ignored kind of id that matters?
 */
export function expectedGateOpen(
  organisation: Organisation,
  mode: Mode,
  policy: Policy,
  ladder: readonly Rung[] = LADDER,
): boolean {
  const someone = expected(organisation, mode, policy, ladder).some(
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
