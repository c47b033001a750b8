/** Who belongs together, by brute force: every rule of pairing is a plain question about two users. */
import { localPart, normalizedEmail } from './addresses.ts';
import { decided } from './crosswalk.ts';
import { toldApart, trusted, usableId } from './ids.ts';
import { fullNamesAgree, named, noPartAgrees, sameFullName, sameLiteralName } from './names.ts';
import { emails, ID_TIERS, type IdKind, type Organisation, type RefUser } from './records.ts';

const EMAIL_TIERS = ['email-exact', 'email-normalized', 'alias', 'local-part-and-name'] as const;
export const TIERS = [...ID_TIERS, ...EMAIL_TIERS] as const;
export type Tier = (typeof TIERS)[number] | 'crosswalk';

/** Tiers that rest on an address alone, so that the names are asked. */
const ASKS_THE_NAME: readonly Tier[] = ['email-exact', 'email-normalized', 'alias'];

export interface Pair {
  old: RefUser;
  new: RefUser;
  tier: Tier;
  nameConflict: boolean;
}

export interface Correlation {
  pairs: Pair[];
  /** Refs of users that a human has to decide. */
  ambiguous: string[];
  /** The edges among ambiguous users: [ref of the old user, ref of the new user]. */
  candidates: [string, string][];
  /** Refs of users whom nothing pairs. */
  unpaired: string[];
  /** The same without a crosswalk. */
  unpairedByEvidence: string[];
  /** Couples whom a crosswalk tells apart. */
  apart: [string, string][];
  /** Kinds of id that disagree too often to be believed. */
  ignored: IdKind[];
}

/** Does another active user of that side bear this name, however it is written? */
export function borneByAnother(name: string | null, side: readonly RefUser[], except: RefUser): boolean {
  return side.some((user) => user.active && user.ref !== except.ref && sameFullName(user.name, name));
}

/** The pair rests on an address, and the names say that the address has passed to somebody else. */
function conflicting(organisation: Organisation, old: RefUser, next: RefUser): boolean {
  if (!next.active || !named(old) || !named(next)) return false;
  if (noPartAgrees(old.name, next.name)) return true;
  if (sameLiteralName(old.name, next.name)) return false;
  const literally = (user: RefUser, other: RefUser, side: readonly RefUser[]): boolean =>
    side.some((third) => third.active && third.ref !== other.ref && sameLiteralName(third.name, user.name));
  if (literally(old, next, organisation.new) || literally(next, old, organisation.old)) return true;
  // In another spelling it is the same name, so it says nothing about who else bears it.
  if (sameFullName(old.name, next.name)) return false;
  return borneByAnother(old.name, organisation.new, next) || borneByAnother(next.name, organisation.old, old);
}

function meet(left: readonly string[], right: readonly string[]): boolean {
  return left.some((value) => right.includes(value));
}

function sameKey(organisation: Organisation, tier: Exclude<Tier, 'crosswalk'>, old: RefUser, next: RefUser): boolean {
  switch (tier) {
    case 'email-exact':
      return meet(emails(old), emails(next));
    case 'email-normalized':
      return meet(emails(old).map(normalizedEmail), emails(next).map(normalizedEmail));
    case 'alias':
      return (
        meet(emails(old).map(normalizedEmail), next.aliases.map(normalizedEmail)) ||
        meet(emails(next).map(normalizedEmail), old.aliases.map(normalizedEmail))
      );
    case 'local-part-and-name': {
      const locals = (user: RefUser): string[] => emails(user).flatMap((value) => localPart(value) ?? []);
      return meet(locals(old), locals(next)) && fullNamesAgree(old.name, next.name);
    }
    default: {
      const key = usableId(organisation, tier, old);
      return key !== null && key === usableId(organisation, tier, next);
    }
  }
}

const drawnUp = new WeakMap<Organisation, Correlation>();

/** The pairs, the ambiguous and the rest. Neither the mode nor the compare policy has a say in it. */
export function correlate(organisation: Organisation): Correlation {
  const known = drawnUp.get(organisation);
  if (known !== undefined) return known;
  const found = drawUp(organisation);
  const fresh = organisation.crosswalk === undefined ? found : decided(found, organisation, organisation.crosswalk);
  drawnUp.set(organisation, fresh);
  return fresh;
}

function drawUp(organisation: Organisation): Correlation {
  const kinds = ID_TIERS.filter((kind) => trusted(organisation, kind));
  const pairs: Pair[] = [];
  const ambiguous: string[] = [];
  const candidates: [string, string][] = [];
  const settled = new Set<string>();

  const runTier = (tier: Exclude<Tier, 'crosswalk'>, activeOnly: boolean): void => {
    const free = (user: RefUser): boolean => !settled.has(user.ref) && (user.active || !activeOnly);
    const olds = organisation.old.filter(free);
    const news = organisation.new.filter(free);
    const edges: [RefUser, RefUser][] = [];
    for (const old of olds) {
      for (const next of news) {
        if (sameKey(organisation, tier, old, next) && !toldApart(organisation, old, next)) edges.push([old, next]);
      }
    }
    if (!activeOnly && kinds.some((kind) => kind === tier)) edges.push(...rivals(organisation, olds, news, edges));

    const degree = (user: RefUser): number =>
      new Set(edges.filter((edge) => edge.includes(user)).map((edge) => edge.map((end) => end.ref).join())).size;
    const component = new Set<RefUser>();
    for (const [old, next] of edges) {
      if (degree(old) === 1 && degree(next) === 1) {
        const nameConflict = ASKS_THE_NAME.includes(tier) && conflicting(organisation, old, next);
        pairs.push({ old, new: next, tier, nameConflict });
        settled.add(old.ref).add(next.ref);
      } else {
        component.add(old).add(next);
        if (!candidates.some(([a, b]) => a === old.ref && b === next.ref)) candidates.push([old.ref, next.ref]);
      }
    }
    for (const user of component) {
      ambiguous.push(user.ref);
      settled.add(user.ref);
    }
  };

  for (const tiers of [kinds, EMAIL_TIERS]) {
    for (const activeOnly of [true, false]) {
      for (const tier of tiers) runTier(tier, activeOnly);
    }
  }
  const everyone = [...organisation.old, ...organisation.new];
  const unpaired = everyone.filter((user) => !settled.has(user.ref)).map((user) => user.ref);
  return {
    pairs,
    ambiguous,
    candidates,
    unpaired,
    unpairedByEvidence: unpaired,
    apart: [],
    ignored: ID_TIERS.filter((kind) => !kinds.includes(kind)),
  };
}

/** An active user whose id is that of an inactive one, while an active one has their address. */
function rivals(
  organisation: Organisation,
  olds: readonly RefUser[],
  news: readonly RefUser[],
  byId: readonly [RefUser, RefUser][],
): [RefUser, RefUser][] {
  const address = (a: RefUser, b: RefUser): boolean =>
    a.active && b.active && sameKey(organisation, 'email-exact', a, b) && !toldApart(organisation, a, b);
  const found: [RefUser, RefUser][] = [];
  for (const [old, next] of byId) {
    if (old.active && !next.active && !byId.some(([a, b]) => a === old && b.active)) {
      for (const rival of news) if (address(old, rival)) found.push([old, rival]);
    }
    if (next.active && !old.active && !byId.some(([a, b]) => b === next && a.active)) {
      for (const rival of olds) if (address(rival, next)) found.push([rival, next]);
    }
  }
  return found;
}
