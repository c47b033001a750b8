/** What is said about one person besides the outcome: every kind of finding is a question about the records. */
import { sameAddress } from './addresses.ts';
import type { Correlation } from './correlation.ts';
import { idKey, toldApart } from './ids.ts';
import type { Judged } from './judge.ts';
import { baseName, sameFullName } from './names.ts';
import { emails, ID_TIERS, type Organisation, type RefUser } from './records.ts';
import { type Fate, nothingChanges, sent, type World } from './simulation.ts';

export type Severity = 'error' | 'warning' | 'info';

/** The kinds of finding that the reference knows. */
export const FINDING_KINDS = [
  'account-takeover',
  'ambiguous-correlation',
  'unconfirmed-correlation',
  'name-conflict',
  'possible-same-person',
  'missing-in-new',
  'inactive-in-new',
  'sso-email-mismatch',
  'scim-email-mismatch',
  'sso-scim-divergence',
  'baseline-divergence',
  'email-missing',
  'duplicate-email',
  'near-duplicate-email',
  'duplicate-id',
  'address-reused',
  'reactivated-in-new',
  'unexpected-in-new',
  'account-email-drift',
  'orphan-account',
  'group-missing',
] as const;
type Kind = (typeof FINDING_KINDS)[number];

export interface ExpectedFinding {
  kind: Kind;
  severity: Severity;
}

export interface Surroundings {
  organisation: Organisation;
  correlation: Correlation;
  world: World;
  /** Is this new user's person the owner of an account? */
  ownerOf: (user: RefUser) => boolean;
}

type Say = (kind: Kind, severity: Severity) => void;

export function findings(around: Surroundings, person: Judged, fate: Fate): ExpectedFinding[] {
  const found: ExpectedFinding[] = [];
  const say: Say = (kind, severity) => found.push({ kind, severity });
  aboutThePairing(around, person, fate, say);
  aboutComingAndGoing(person, fate, say);
  aboutWhatIsSent(around, person, fate, say);
  aboutTheOldValues(around, person, say);
  aboutSharing(around, person, say);
  aboutTheAccount(around, person, fate, say);
  if (groupIsMissing(around.organisation, person)) say('group-missing', 'warning');
  return found;
}

function aboutThePairing({ organisation, correlation }: Surroundings, person: Judged, fate: Fate, say: Say): void {
  if (fate.outcome === 'account-takeover') say('account-takeover', 'error');
  if (person.ambiguous) say('ambiguous-correlation', 'error');
  if (person.tier === 'local-part-and-name') say('unconfirmed-correlation', 'error');
  if (person.nameConflict) say('name-conflict', 'error');

  const alone = [person.old, person.new].find((user) => user !== null && correlation.unpaired.includes(user.ref));
  if (alone) {
    const others = organisation[alone.side === 'old' ? 'new' : 'old'];
    const unpaired = others.filter((other) => correlation.unpaired.includes(other.ref));
    const likely = unpaired.some((other) => {
      const [old, next] = alone.side === 'old' ? [alone, other] : [other, alone];
      const apart = correlation.apart.some(([a, b]) => a === old.ref && b === next.ref);
      return onlyBearers(organisation, old, next) && !toldApart(organisation, old, next) && !apart;
    });
    if (likely) say('possible-same-person', alone.side === 'old' ? 'error' : 'info');
  }
}

/** Is each the only one of that full name on their side? Inactive users count where there is no active one. */
function onlyBearers(organisation: Organisation, old: RefUser, next: RefUser): boolean {
  if (!sameFullName(old.name, next.name)) return false;
  const inOneSpelling = baseName(old.name) === baseName(next.name);
  const bears = (user: RefUser): boolean =>
    inOneSpelling
      ? baseName(user.name) === baseName(old.name)
      : sameFullName(user.name, old.name) || sameFullName(user.name, next.name);
  return [old, next].every((user) => {
    const all = organisation[user.side].filter(bears);
    const active = all.filter((other) => other.active);
    const bearers = active.length > 0 ? active : all;
    return bearers.length === 1 && bearers[0]?.ref === user.ref;
  });
}

function aboutComingAndGoing({ old, new: next, ambiguous }: Judged, { owner }: Fate, say: Say): void {
  const grave: Severity = owner ? 'error' : 'warning';
  const hadAccess = old !== null && (old.active || owner);
  if (hadAccess && !next && !ambiguous) say('missing-in-new', grave);
  if (hadAccess && next && !next.active) say('inactive-in-new', grave);
  if (old && !old.active && next?.active) say('reactivated-in-new', 'warning');
  if (!old && next?.active && !ambiguous && !owner) say('unexpected-in-new', 'warning');
}

function aboutWhatIsSent(around: Surroundings, { old, new: next }: Judged, { owner }: Fate, say: Say): void {
  if (!next?.active) return;
  const { organisation, correlation, world } = around;
  const { mode, policy } = world;
  const same = (a: string | null, b: string | null): boolean => sameAddress(policy, a, b);
  const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && !same(a, b);
  const { sso, scim } = sent(next, mode);

  if (old && (old.active || owner)) {
    if (differ(sso, old.sso ?? old.scim)) say('sso-email-mismatch', 'error');
    if (differ(scim, old.scim ?? old.sso)) say('scim-email-mismatch', 'error');
  }
  if (differ(sso, scim)) {
    const asBefore = old !== null && same(old.sso, sso) && same(old.scim, scim);
    say('sso-scim-divergence', owner && !asBefore ? 'error' : 'warning');
  }
  if (sso === null) say('email-missing', owner ? 'error' : 'warning');
  if (scim === null && mode === 'scim') say('email-missing', owner ? 'error' : 'warning');

  const reused = (value: string): boolean =>
    !(old?.active && emails(old).some((own) => same(own, value))) &&
    organisation.old.some(
      (user) =>
        !user.active &&
        user.ref !== old?.ref &&
        !correlation.candidates.some(([a, b]) => a === user.ref && b === next.ref) &&
        emails(user).some((former) => same(former, value)),
    );
  if ([sso, scim].some((value) => value !== null && reused(value))) {
    say('address-reused', mode === 'scim' ? 'warning' : 'error');
  }
}

function aboutTheOldValues({ organisation, world }: Surroundings, { old }: Judged, say: Say): void {
  if (!old?.active) return;
  const othersHave = (attribute: 'sso' | 'scim'): boolean =>
    organisation.old.some((user) => user.ref !== old.ref && user[attribute] !== null);
  if (old.sso === null && old.scim === null) say('email-missing', 'error');
  else if (old.sso === null && othersHave('sso')) say('email-missing', 'warning');
  else if (old.scim === null && othersHave('scim')) say('email-missing', 'warning');
  if (old.sso !== null && old.scim !== null && !sameAddress(world.policy, old.sso, old.scim)) {
    say('baseline-divergence', 'warning');
  }
}

/** The values by which two users of a side may share an address, in this mode. */
function sharable(user: RefUser, { mode }: World): string[] {
  if (mode === 'scim') return emails(user);
  const value = user.side === 'old' ? (user.sso ?? user.scim) : user.sso;
  return value === null ? [] : [value];
}

function aboutSharing({ organisation, world, ownerOf }: Surroundings, person: Judged, say: Say): void {
  for (const user of [person.old, person.new]) {
    if (!user?.active) continue;
    const others = organisation[user.side].filter((other) => other.active && other.ref !== user.ref);
    const shares = (other: RefUser, policy: World['policy']): boolean =>
      sharable(other, world).some((a) => sharable(user, world).some((b) => sameAddress(policy, a, b)));

    const sharers = others.filter((other) => shares(other, world.policy));
    if (sharers.length > 0) {
      const ownerAmongThem = user.side === 'new' && [user, ...sharers].some(ownerOf);
      say('duplicate-email', ownerAmongThem ? 'error' : 'warning');
    }
    if (others.some((other) => !sharers.includes(other) && shares(other, 'nfkc-lower-strip'))) {
      say('near-duplicate-email', 'warning');
    }

    for (const kind of ID_TIERS) {
      const key = idKey(kind, user.ids[kind]);
      if (key === null || !others.some((other) => idKey(kind, other.ids[kind]) === key)) continue;
      const onOldSide = organisation.old.some((other) => idKey(kind, other.ids[kind]) === key);
      say('duplicate-id', user.side === 'new' && onOldSide ? 'error' : 'warning');
    }
  }
}

function aboutTheAccount({ organisation, world }: Surroundings, person: Judged, fate: Fate, say: Say): void {
  const { old, new: next, orphan } = person;
  if (orphan) {
    const namesakes = [...organisation.old, ...organisation.new].some((user) => sameFullName(user.name, orphan.name));
    say('orphan-account', world.mode === 'scim' || namesakes ? 'error' : 'warning');
    return;
  }
  if (person.claims.length === 0) return;
  const asBefore = old !== null && next?.active === true && nothingChanges(old, next, world);
  const lost = asBefore && !['keeps-account', 'unverified'].includes(fate.outcome);
  if (lost || person.claims.some((claim) => claim.drifted)) say('account-email-drift', 'error');
}

/** What a group is compared by: of a distinguished name, the value of its first part. */
function groupKey(group: string): string {
  const first = /^\s*[a-z][a-z0-9-]*\s*=((?:\\.|[^,\\])*)/i.exec(group)?.[1];
  const name = first === undefined ? group : first.replace(/\\(.)/g, '$1');
  return name.normalize('NFKC').toLowerCase().trim();
}

function groupIsMissing(organisation: Organisation, { old, new: next }: Judged): boolean {
  if (!old || !next?.active) return false;
  const mapped = [organisation.old, organisation.new].every((side) => side.some((user) => user.groups.length > 0));
  const kept = next.groups.map(groupKey);
  return mapped && old.groups.some((group) => !kept.includes(groupKey(group)));
}
