/** Counts what many organisations hold, as the reference sees them. */
import { POLICIES, sameAddress } from './addresses.ts';
import { correlate } from './correlation.ts';
import { type ExpectedPerson, expected, expectedGateOpen } from './judge.ts';
import { accounts, contradictedByName, membership } from './membership.ts';
import { noPartAgrees, sameFullName } from './names.ts';
import { emails, type Organisation, type RefUser } from './records.ts';
import { MODES } from './simulation.ts';

export type Census = ReadonlyMap<string, number>;

/** In how many organisations each thing occurs at least once, in whatever mode and policy. */
export function census(drawn: readonly Organisation[]): Census {
  const counts = new Map<string, number>();
  for (const full of drawn) {
    const seen = new Set([
      ...marksOfRecords(full),
      ...marksOfPairing(full),
      ...marksOfList(full),
      ...[full, { ...full, app: null }].flatMap(marksOfSwitch),
    ]);
    for (const mark of seen) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return counts;
}

/** Which policies make one address of somebody's old, new and listed ones. */
function marksOfRecords({ old, new: next, app }: Organisation): string[] {
  const values = [...new Set([...[...old, ...next].flatMap(emails), ...(app ?? []).map(({ email }) => email)])];
  return values.flatMap((a, i) =>
    values.slice(i + 1).map((b) => `one under: ${POLICIES.filter((policy) => sameAddress(policy, a, b)).join(' ')}`),
  );
}

function marksOfPairing(organisation: Organisation): string[] {
  const { pairs, ambiguous, candidates, unpaired, ignored } = correlate(organisation);
  const users = [...organisation.old, ...organisation.new];
  const isActive = (ref: string): boolean => users.some((user) => user.ref === ref && user.active);
  const candidatesOf = (ref: string): string[] =>
    candidates.filter((edge) => edge.includes(ref)).flatMap((edge) => edge.filter((other) => other !== ref));
  const torn = ambiguous.filter(
    (ref) => isActive(ref) && candidatesOf(ref).some(isActive) && !candidatesOf(ref).every(isActive),
  );
  const namesakes = (user: RefUser): RefUser[] => users.filter((other) => sameFullName(user.name, other.name));
  const likely = users.filter((user) => user.active && namesakes(user).some((other) => other.side !== user.side));
  return [
    ...pairs.map(({ tier }) => `tier ${tier}`),
    ...pairs.filter(({ nameConflict }) => nameConflict).map(({ tier }) => `name conflict by ${tier}`),
    ...ambiguous.map(() => 'ambiguous'),
    ...torn.map(() => 'ambiguous between an active and an inactive one'),
    ...likely
      .filter((user) => namesakes(user).every((other) => unpaired.includes(other.ref)))
      .map((user) => `namesakes, ${namesakes(user).every((other) => other.active) ? 'all' : 'not all'} of them active`),
    ...ignored.map((kind) => `ignored ${kind}`),
  ];
}

/** Whose the accounts are, and why. */
function marksOfList(organisation: Organisation): string[] {
  const { claims, unclaimed } = membership(organisation, 'scim', 'exact');
  const { old, new: next, app } = organisation;
  const rowsOf = (ref: string): string[] => claims.filter(({ user }) => user.ref === ref).map(({ row }) => row.email);
  const owners = claims.map(({ user }) => user.ref);
  return [
    ...claims.map(
      ({ user, drifted }) =>
        `claim by ${user.side} ${user.active ? 'active' : 'inactive'}${drifted ? ' in another spelling' : ''}`,
    ),
    ...claims.filter(contradictedByName).map(({ user }) => `claim by ${user.side} contradicted by name`),
    ...claims.filter(({ row, user }) => noPartAgrees(row.name, user.name)).map(() => 'row with another name'),
    ...claims.filter(({ row }) => row.name === null).map(() => 'row without name'),
    ...claims.filter(({ row, user }) => row.person !== user.person).map(() => 'row of somebody else in truth'),
    ...accounts(organisation, 'exact').flatMap((rows) => (rows.length > 1 ? ['row twice in the list'] : [])),
    ...claims
      .filter(({ row, user }) => claims.some((other) => other.row === row && other.user !== user))
      .map(() => 'row shared by two users'),
    ...claims
      .filter(({ user }) => !user.active && user.sso !== user.scim && isSentAgain(user, next))
      .map(() => 'claim by somebody inactive whose two values are sent again'),
    ...owners.filter((ref) => new Set(rowsOf(ref)).size > 1).map(() => 'owner of two accounts'),
    ...unclaimed.map((row) =>
      [...old, ...next].some((user) => sameFullName(user.name, row.name)) ? 'orphan with a namesake' : 'orphan without',
    ),
    ...unclaimed
      .filter((row) => next.filter((user) => user.active && emails(user).includes(row.email)).length > 1)
      .map(() => 'orphan at which two arrive'),
    ...unclaimed
      .filter((row) => [...old, ...next].some((user) => user.aliases.includes(row.email)))
      .map(() => 'orphan at an alias'),
    ...unclaimed
      .filter((row) => next.some((user) => user.active && emails(user).includes(row.email)))
      .map(() => 'orphan at a new address'),
    ...(app ?? []).filter(({ active }) => !active).map(() => 'removed row'),
    ...(app ?? [])
      .filter((row) => !row.active && old.some((user) => user.active && emails(user).includes(row.email)))
      .map(() => 'removed row of an active user'),
    ...old.filter((user) => user.active && !owners.includes(user.ref)).map(() => 'active user not listed'),
  ];
}

function isSentAgain(user: RefUser, next: readonly RefUser[]): boolean {
  return next.some(({ active, sso, scim }) => active && sso === user.sso && scim === user.scim);
}

/** What becomes of people, and what is found, in every mode and under every policy. */
function marksOfSwitch(organisation: Organisation): string[] {
  const list = organisation.app === null ? 'without a list' : 'with a list';
  return MODES.flatMap((mode) => {
    const told = POLICIES.map((policy) => telling(expected(organisation, mode, policy)));
    return POLICIES.flatMap((policy, i) => [
      ...expected(organisation, mode, policy).flatMap(({ outcome, findings }) => [
        `${list}: ${outcome}`,
        `${mode}: ${outcome}`,
        ...findings.map(({ kind, severity }) => `${list}: ${severity} ${kind}`),
      ]),
      ...(expectedGateOpen(organisation, mode, policy) ? [`${list}: open in ${mode} under ${policy}`] : []),
      ...POLICIES.slice(i + 1)
        .filter((_, j) => told[i + 1 + j] !== told[i])
        .map((other) => `${list}: ${policy} is not ${other}`),
    ]);
  });
}

function telling(people: readonly ExpectedPerson[]): string {
  return people.map(({ outcome, findings }) => `${outcome} ${findings.map(({ kind }) => kind).sort()}`).join();
}
