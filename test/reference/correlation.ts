/** Who belongs together, by brute force: every rule of pairing is a plain question about two users. */
import { domainToASCII } from 'node:url';
import type { IdKind, Organisation, RefUser } from './organisation.ts';

export type Tier = IdKind | 'email-exact' | 'email-normalized';

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
  /** Kinds of id that disagree too often to be believed. */
  ignored: IdKind[];
}

export const ID_TIERS: readonly IdKind[] = ['employee-id', 'immutable-id', 'external-id'];
const EMAIL_TIERS = ['email-exact', 'email-normalized'] as const;
const PLACEHOLDERS = ['-', 'n/a', 'na', 'none', 'null', 'unknown', 'tbd'];

// ---- ids ----------------------------------------------------------------------------------------

/** The 16 bytes of a GUID in the directory's (little-endian) layout, as hex; null if it is no GUID. */
function guidBytes(text: string): string | null {
  const guid = /^\{?([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})\}?$/i.exec(text);
  if (guid) {
    const [a, b, c, d, e] = guid.slice(1).map((part) => part.toLowerCase()) as [string, string, string, string, string];
    const reversed = (hex: string): string => (hex.match(/../g) ?? []).reverse().join('');
    return reversed(a) + reversed(b) + reversed(c) + d + e;
  }
  const base64 = /^(?:::\s*)?([A-Za-z0-9+/]{22}==)$/.exec(text)?.[1];
  return base64 === undefined ? null : Buffer.from(base64, 'base64').toString('hex');
}

/** What two ids of a kind are compared by; null if the value is no id. */
export function idKey(kind: IdKind, value: string | null): string | null {
  if (value === null) return null;
  const trimmed = value.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '');
  const lower = trimmed.toLowerCase();
  if (lower === '' || lower.includes('@') || PLACEHOLDERS.includes(lower) || /^0+$/.test(lower)) return null;
  if (kind === 'immutable-id') {
    const bytes = guidBytes(trimmed);
    if (bytes !== null) return /^0+$/.test(bytes) ? null : bytes;
  }
  return /^[0-9]+$/.test(lower) ? lower.replace(/^0+/, '') : lower;
}

/** What the ids of an organisation are worth, worked out once. */
interface Worth {
  /** The usable ids: kind, then ref of the user. */
  usable: Map<IdKind, Map<string, string>>;
  trusted: Map<IdKind, boolean>;
}
const worths = new WeakMap<Organisation, Worth>();

function worth(organisation: Organisation): Worth {
  const known = worths.get(organisation);
  if (known !== undefined) return known;
  const usable = new Map(ID_TIERS.map((kind) => [kind, usableIds(organisation, kind)]));
  const believed = new Map(ID_TIERS.map((kind) => [kind, halfAgree(organisation, usable.get(kind) ?? new Map())]));
  const fresh = { usable, trusted: believed };
  worths.set(organisation, fresh);
  return fresh;
}

/** An id that two active users of either side share tells nobody apart. */
function usableIds(organisation: Organisation, kind: IdKind): Map<string, string> {
  const keysOf = (users: readonly RefUser[]): [RefUser, string][] =>
    users.flatMap((user): [RefUser, string][] => {
      const key = idKey(kind, user.ids[kind]);
      return key === null ? [] : [[user, key]];
    });
  const sides = [keysOf(organisation.old), keysOf(organisation.new)];
  const shared = (key: string): boolean =>
    sides.some((side) => side.filter(([user, other]) => user.active && other === key).length > 1);
  return new Map(sides.flat().flatMap(([user, key]) => (shared(key) ? [] : [[user.ref, key] as const])));
}

/** A kind that disagrees for most of the people whom a unique address and the name identify is ignored. */
function halfAgree(organisation: Organisation, usable: ReadonlyMap<string, string>): boolean {
  const carriers = (users: readonly RefUser[], value: string): number =>
    users.filter((user) => emails(user).includes(value)).length;
  let couples = 0;
  let agreeing = 0;
  for (const old of organisation.old) {
    for (const next of organisation.new) {
      const linked = emails(old).some(
        (value) =>
          emails(next).includes(value) &&
          carriers(organisation.old, value) === 1 &&
          carriers(organisation.new, value) === 1,
      );
      const [a, b] = [usable.get(old.ref), usable.get(next.ref)];
      const namesSpeakAgainst = named(old) && named(next) && !sameFullName(old.name, next.name);
      if (!linked || a === undefined || b === undefined || namesSpeakAgainst) continue;
      couples += 1;
      if (a === b) agreeing += 1;
    }
  }
  return couples < 5 || agreeing * 2 >= couples;
}

/** The id that tells this user from others; null if they carry none, or one that others carry too. */
export function usableId(organisation: Organisation, kind: IdKind, user: RefUser): string | null {
  return worth(organisation).usable.get(kind)?.get(user.ref) ?? null;
}

export function trusted(organisation: Organisation, kind: IdKind): boolean {
  return worth(organisation).trusted.get(kind) ?? true;
}

// ---- names --------------------------------------------------------------------------------------

export function nameParts(name: string | null): string[] {
  return (name ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{Nd}]+/u)
    .filter((part) => part !== '')
    .sort();
}

export function named(user: RefUser): boolean {
  return nameParts(user.name).length > 0;
}

export function sameFullName(a: string | null, b: string | null): boolean {
  return nameParts(a).length > 0 && nameParts(a).join(' ') === nameParts(b).join(' ');
}

/** The names have a script in common, and no part. */
export function noPartAgrees(a: string | null, b: string | null): boolean {
  const scripts = [/\p{sc=Latin}/u, /\p{sc=Cyrillic}/u, /\p{sc=Greek}/u, /\p{sc=Han}/u];
  const [left, right] = [nameParts(a), nameParts(b)];
  const comparable = scripts.some((s) => left.some((part) => s.test(part)) && right.some((part) => s.test(part)));
  return comparable && !left.some((part) => right.includes(part));
}

/** Does another active user of that side bear this very name? */
export function borneByAnother(name: string | null, side: readonly RefUser[], except: RefUser): boolean {
  return side.some((user) => user.active && user.ref !== except.ref && sameFullName(user.name, name));
}

/** The pair rests on an address, and the names say that the address has passed to somebody else. */
function conflicting(organisation: Organisation, old: RefUser, next: RefUser): boolean {
  if (!next.active || !named(old) || !named(next)) return false;
  if (noPartAgrees(old.name, next.name)) return true;
  if (sameFullName(old.name, next.name)) return false;
  return borneByAnother(old.name, organisation.new, next) || borneByAnother(next.name, organisation.old, old);
}

// ---- emails -------------------------------------------------------------------------------------

export function emails(user: RefUser): string[] {
  return [user.sso, user.scim].filter((value) => value !== null);
}

export function normalizedEmail(value: string): string {
  let before = '';
  let text = value;
  while (text !== before) {
    before = text;
    text = text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
      .replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '')
      .replace(/^(mailto|smtp):/, '')
      .replace(/^<(.*)>$/, '$1')
      .replace(/^"(.*)"$/, '$1')
      .replace(/^'(.*)'$/, '$1');
    const at = text.lastIndexOf('@');
    const label = at < 0 ? '' : domainToASCII(text.slice(at + 1));
    if (label !== '') text = text.slice(0, at + 1) + label;
  }
  return text;
}

// ---- pairing ------------------------------------------------------------------------------------

function sameKey(organisation: Organisation, tier: Tier, old: RefUser, next: RefUser): boolean {
  if (tier === 'email-exact') return emails(old).some((value) => emails(next).includes(value));
  if (tier === 'email-normalized') {
    const values = emails(next).map(normalizedEmail);
    return emails(old).some((value) => values.includes(normalizedEmail(value)));
  }
  const key = usableId(organisation, tier, old);
  return key !== null && key === usableId(organisation, tier, next);
}

export function correlate(organisation: Organisation): Correlation {
  const kinds = ID_TIERS.filter((kind) => trusted(organisation, kind));
  const pairs: Pair[] = [];
  const ambiguous: string[] = [];
  const candidates: [string, string][] = [];
  const settled = new Set<string>();

  const vetoed = (old: RefUser, next: RefUser): boolean =>
    kinds.some((kind) => {
      const [a, b] = [usableId(organisation, kind, old), usableId(organisation, kind, next)];
      return a !== null && b !== null && a !== b;
    });

  const runTier = (tier: Tier, activeOnly: boolean): void => {
    const free = (user: RefUser): boolean => !settled.has(user.ref) && (user.active || !activeOnly);
    const olds = organisation.old.filter(free);
    const news = organisation.new.filter(free);
    const edges: [RefUser, RefUser][] = [];
    for (const old of olds) {
      for (const next of news) {
        if (sameKey(organisation, tier, old, next) && !vetoed(old, next)) edges.push([old, next]);
      }
    }

    // An active user whose id is that of an inactive one, while an active one has their address.
    if (!activeOnly && tier !== 'email-exact' && tier !== 'email-normalized') {
      const byId = [...edges];
      for (const [old, next] of byId) {
        const address = (a: RefUser, b: RefUser): boolean =>
          sameKey(organisation, 'email-exact', a, b) && !vetoed(a, b) && a.active && b.active;
        if (old.active && !next.active && !byId.some(([a, b]) => a === old && b.active)) {
          for (const rival of news) if (address(old, rival)) edges.push([old, rival]);
        }
        if (next.active && !old.active && !byId.some(([a, b]) => b === next && a.active)) {
          for (const rival of olds) if (address(rival, next)) edges.push([rival, next]);
        }
      }
    }

    const degree = (user: RefUser): number =>
      new Set(edges.filter((edge) => edge.includes(user)).map((edge) => edge.map((end) => end.ref).join())).size;
    const component = new Set<RefUser>();
    for (const [old, next] of edges) {
      if (degree(old) === 1 && degree(next) === 1) {
        const byEmail = tier === 'email-exact' || tier === 'email-normalized';
        pairs.push({ old, new: next, tier, nameConflict: byEmail && conflicting(organisation, old, next) });
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
  return {
    pairs,
    ambiguous,
    candidates,
    unpaired: everyone.filter((user) => !settled.has(user.ref)).map((user) => user.ref),
    ignored: ID_TIERS.filter((kind) => !kinds.includes(kind)),
  };
}
