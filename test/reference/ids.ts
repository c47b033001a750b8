/** What the ids of an organisation are worth: which are ids at all, which tell people apart, which are believed. */
import { named, sameLiteralName } from './names.ts';
import { emails, ID_TIERS, type IdKind, type Organisation, type RefUser } from './records.ts';

const PLACEHOLDERS = ['-', 'n/a', 'na', 'none', 'null', 'unknown', 'tbd'];

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
  if (usable.size < 5) return true;
  const carriers = (users: readonly RefUser[], value: string): number =>
    users.filter((user) => emails(user).includes(value)).length;
  let couples = 0;
  let agreeing = 0;
  for (const old of organisation.old) {
    for (const next of organisation.new) {
      const [a, b] = [usable.get(old.ref), usable.get(next.ref)];
      if (a === undefined || b === undefined) continue;
      const linked = emails(old).some(
        (value) =>
          emails(next).includes(value) &&
          carriers(organisation.old, value) === 1 &&
          carriers(organisation.new, value) === 1,
      );
      const namesSpeakAgainst = named(old) && named(next) && !sameLiteralName(old.name, next.name);
      if (!linked || namesSpeakAgainst) continue;
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

/** Do believed ids say that these are two people? */
export function toldApart(organisation: Organisation, old: RefUser, next: RefUser): boolean {
  return ID_TIERS.some((kind) => {
    const [a, b] = [usableId(organisation, kind, old), usableId(organisation, kind, next)];
    return a !== null && b !== null && a !== b && trusted(organisation, kind);
  });
}
