/** Draws one human being and their oddities, and writes the records they would have if they just stayed. */
import * as fc from 'fast-check';
import type { IdKind, RefUser } from '../records.ts';
import { mostly } from './draw.ts';
import { addressFor, altered, CHANGES, type Change, GUISES } from './guises.ts';
import { formed, ID_FORMS, idsOf, mapIds } from './ids.ts';

/** A record before it has its place in an export. */
export type Sheet = Omit<RefUser, 'ref' | 'side' | 'line'>;

const DIVERGENCES = ['none', 'old', 'new', 'both', 'crossed'] as const;
const GAPS = ['none', 'old-sso', 'old-scim', 'old', 'new-sso', 'new-scim', 'new', 'scim'] as const;
const NAMINGS = [
  'same',
  'old-only',
  'new-only',
  'none',
  'reordered',
  'married',
  'other-script',
  'changed',
  'initial',
  'middle',
  'plain',
] as const;
const ID_FAULTS = ['none', 'no-old', 'no-new', 'placeholder', 'one-differs', 'all-differ'] as const;
const ACTIVITIES = ['both', 'old-inactive', 'new-inactive', 'neither'] as const;
const ALIASES = ['none', 'old-kept', 'old-kept-spelled', 'new-known', 'new-known-spelled', 'on-both'] as const;
const GROUPINGS = ['kept', 'one-lost', 'all-lost', 'case', 'dn', 'more', 'none'] as const;

/** Where the member list has somebody. `old`: at the address of the old user, if they were active. */
export const LISTINGS = [
  'old',
  'none',
  'even-inactive',
  'sso',
  'scim',
  'both-values',
  'new',
  'alias',
  'drift',
  'removed',
  'removed-once',
  'twice',
  'twice-spelled',
  'elsewhere',
] as const;
export type Listing = (typeof LISTINGS)[number];
const ROW_NAMES = ['same', 'none', 'nobody', 'neighbour', 'part'] as const;

export const human = fc.record({
  given: fc.constantFrom('Ann', 'Bo', 'Cem', 'Dora', 'Eve', 'Finn', 'Gus', 'Zoë'),
  family: fc.constantFrom('Lee', 'Ng', 'Silva', 'Kaya', 'Moreau', 'Müller'),
  domain: fc.constantFrom('example.com', 'example.org', 'example.net'),
  change: mostly<Change>('none', CHANGES, 25),
  changed: fc.constantFrom('both', 'sso', 'scim'),
  divergence: mostly<(typeof DIVERGENCES)[number]>('none', DIVERGENCES, 25),
  gap: mostly<(typeof GAPS)[number]>('none', GAPS, 15),
  naming: mostly<(typeof NAMINGS)[number]>('same', NAMINGS, 25),
  idForm: mostly<(typeof ID_FORMS)[number]>('same', ID_FORMS, 30),
  idFault: mostly<(typeof ID_FAULTS)[number]>('none', ID_FAULTS, 25),
  activity: mostly<(typeof ACTIVITIES)[number]>('both', ACTIVITIES, 20),
  alias: mostly<(typeof ALIASES)[number]>('none', ALIASES, 15),
  grouping: mostly<(typeof GROUPINGS)[number]>('kept', GROUPINGS, 30),
  listing: mostly<Listing>('old', LISTINGS, 20),
  /** What the listing is in a scene about the member list. */
  oddListing: fc.constantFrom(...LISTINGS.slice(1)),
  rowGuise: fc.constantFrom(...GUISES),
  rowName: mostly<(typeof ROW_NAMES)[number]>('same', ROW_NAMES, 30),
  /** Whose the row is in truth. */
  rowOf: mostly<'self' | 'neighbour' | 'nobody'>('self', ['neighbour', 'nobody'], 6),
  placeholder: fc.constantFrom('n/a', '0000', '-', 'TBD'),
  oddOnOldSide: fc.boolean(),
  rankOld: fc.nat({ max: 3 }),
  rankNew: fc.nat({ max: 3 }),
});
export type Human = typeof human extends fc.Arbitrary<infer T> ? T : never;

/** What everybody of an organisation has in common. */
export const style = fc.record({
  kinds: fc.subarray<IdKind>(['employee-id', 'immutable-id', 'external-id']),
  names: mostly<'both' | 'old' | 'new' | 'none'>('both', ['old', 'new', 'none'], 35),
  /** No oddity but those of the scenes. */
  calm: mostly(true, [false], 60),
  /** Immutable ids are GUID text on the new side, and base64 on the old one. */
  guidText: fc.boolean(),
  /** The old provider never sent a SCIM value. */
  oldWithoutScim: mostly(false, [true], 8),
  /** Everybody has their address at another domain now. */
  renamed: mostly(false, [true], 6),
  /** The sides that export groups. */
  groups: mostly<'none' | 'both' | 'old' | 'new'>('none', ['both', 'both', 'old', 'new'], 40),
});
export type Style = typeof style extends fc.Arbitrary<infer T> ? T : never;

/** The same human without oddities; those of the id forms, which change nothing, stay. */
export function calm(h: Human): Human {
  return {
    ...h,
    change: 'none',
    divergence: 'none',
    gap: 'none',
    naming: 'same',
    idFault: 'none',
    activity: 'both',
    alias: 'none',
    grouping: 'kept',
    listing: 'old',
    rowName: 'same',
    rowOf: 'self',
  };
}

export interface Twosome {
  old: Sheet;
  new: Sheet;
}

export function fullName(h: Human): string {
  return `${h.given} ${h.family}`;
}

/** The two records of somebody who stays, with this person's oddities. */
export function stayer(h: Human, n: number, look: Style): Twosome {
  const guise = h.change === 'none' ? h.rowGuise : h.change;
  const mail = addressFor(guise, `${h.given.toLowerCase().replace('ë', 'e')}${n}`, h.domain);
  const [person, name] = [`p${n}`, fullName(h)];
  const shared = { person, sso: mail, scim: mail, name, active: true, aliases: [], groups: [] };
  const two: Twosome = {
    old: { ...shared, ids: idsOf(n, look.kinds, look.guidText) },
    new: { ...shared, ids: idsOf(n, look.kinds, false) },
  };
  setAddresses(two, h, n);
  if (look.renamed) renameDomain(two.new);
  setIds(two, h, n, look);
  setNames(two, h, look);
  setAliases(two, h, n);
  setGroups(two, h, look);
  leaveGaps(two, h, look);
  return two;
}

function setAddresses({ old, new: next }: Twosome, h: Human, n: number): void {
  const upn = `u${n}@example.net`;
  if (h.divergence === 'old' || h.divergence === 'both' || h.divergence === 'crossed') old.sso = upn;
  if (h.divergence === 'new' || h.divergence === 'both') next.sso = upn;
  if (h.divergence === 'crossed') next.scim = upn;
  const odd = h.oddOnOldSide ? old : next;
  if (h.changed !== 'scim') odd.sso = altered(odd.sso, h.change, n);
  if (h.changed !== 'sso') odd.scim = altered(odd.scim, h.change, n);
}

function renameDomain(sheet: Sheet): void {
  const renamed = (value: string | null): string | null => value?.replace(/@.*$/, '@renamed.example') ?? null;
  sheet.sso = renamed(sheet.sso);
  sheet.scim = renamed(sheet.scim);
}

function setIds({ old, new: next }: Twosome, h: Human, n: number, look: Style): void {
  const odd = h.oddOnOldSide ? old : next;
  odd.ids = formed(odd.ids, h.idForm);
  const other = (side: Sheet, kind: IdKind | undefined): void => {
    side.ids = mapIds(side.ids, (value, k) =>
      kind === undefined || k === kind ? idsOf(500 + n, [k], false)[k] : value,
    );
  };
  if (h.idFault === 'no-old') old.ids = mapIds(old.ids, () => null);
  if (h.idFault === 'no-new') next.ids = mapIds(next.ids, () => null);
  if (h.idFault === 'placeholder') odd.ids = mapIds(odd.ids, () => h.placeholder);
  if (h.idFault === 'one-differs') other(next, look.kinds[n % Math.max(1, look.kinds.length)]);
  if (h.idFault === 'all-differ') other(next, undefined);
}

function setNames({ old, new: next }: Twosome, h: Human, look: Style): void {
  if (look.names === 'new' || look.names === 'none' || h.naming === 'new-only' || h.naming === 'none') old.name = null;
  if (look.names === 'old' || look.names === 'none' || h.naming === 'old-only' || h.naming === 'none') next.name = null;
  if (next.name === null) return;
  if (h.naming === 'reordered') next.name = `${h.family.toUpperCase()}, ${h.given}`;
  if (h.naming === 'married') next.name = `${h.given} Baker`;
  if (h.naming === 'other-script') next.name = 'Анна Ли';
  if (h.naming === 'changed') next.name = 'Sam Baker';
  if (h.naming === 'initial') next.name = `${h.given.slice(0, 1)}. ${h.family}`;
  if (h.naming === 'middle') next.name = `${h.given} Mary ${h.family}`;
  if (h.naming === 'plain') next.name = next.name.replace('ë', 'e').replace('ü', 'ue');
}

function setAliases({ old, new: next }: Twosome, h: Human, n: number): void {
  const spelled = (value: string): string => `SMTP:${value.toUpperCase()}`;
  const before = old.scim ?? old.sso;
  const after = next.sso ?? next.scim;
  if (h.alias === 'old-kept' && before !== null) next.aliases = [`post${n}@example.com`, before];
  if (h.alias === 'old-kept-spelled' && before !== null) next.aliases = [spelled(before)];
  if (h.alias === 'new-known' && after !== null) old.aliases = [after];
  if (h.alias === 'new-known-spelled' && after !== null) old.aliases = [spelled(after), `post${n}@example.com`];
  if (h.alias === 'on-both') old.aliases = next.aliases = [`post${n}@example.com`];
}

function setGroups({ old, new: next }: Twosome, h: Human, look: Style): void {
  if (h.grouping === 'none') return;
  if (look.groups === 'both' || look.groups === 'old') old.groups = ['Staff', 'Sales & Co'];
  if (look.groups !== 'both' && look.groups !== 'new') return;
  next.groups = ['Staff', 'Sales & Co'];
  if (h.grouping === 'one-lost') next.groups = ['Staff'];
  if (h.grouping === 'all-lost') next.groups = [];
  if (h.grouping === 'case') next.groups = ['STAFF', 'sales & co'];
  if (h.grouping === 'dn') next.groups = ['CN=Staff,OU=Groups,DC=example', 'CN=Sales & Co,DC=example'];
  if (h.grouping === 'more') next.groups = [...next.groups, 'Everybody'];
}

function leaveGaps({ old, new: next }: Twosome, h: Human, look: Style): void {
  if (look.oldWithoutScim) old.scim = null;
  if (h.gap === 'old-sso' || h.gap === 'old') old.sso = null;
  if (h.gap === 'old-scim' || h.gap === 'old' || h.gap === 'scim') old.scim = null;
  if (h.gap === 'new-sso' || h.gap === 'new') next.sso = null;
  if (h.gap === 'new-scim' || h.gap === 'new' || h.gap === 'scim') next.scim = null;
  if (h.activity === 'old-inactive' || h.activity === 'neither') old.active = false;
  if (h.activity === 'new-inactive' || h.activity === 'neither') next.active = false;
}
