/**
 * Draws organisations before a switch, with a known truth: every record says which human being it is of.
 *
 * A *designed* organisation is a list of scenes (a stayer, a swap, an address given to somebody else …), each
 * with its cast, whose people carry further oddities of their own. A *quiet* one is a single scene among
 * people who stay. A *tiny* one is pure chance over a handful of values: it reaches corners that nobody
 * thought of. Everything shrinks towards few people, no oddity, `stay`.
 */
import * as fc from 'fast-check';

export type IdKind = 'employee-id' | 'external-id' | 'immutable-id';
export type Ids = Record<IdKind, string | null>;

export interface RefUser {
  /** Unique in the organisation. */
  ref: string;
  /** The true human being. */
  person: string;
  side: 'old' | 'new';
  line: number;
  sso: string | null;
  scim: string | null;
  name: string | null;
  active: boolean;
  ids: Ids;
}

export interface Organisation {
  old: RefUser[];
  new: RefUser[];
}

/** A record before it has its place in an export. */
type Sheet = Omit<RefUser, 'ref' | 'side' | 'line'>;

interface Draft {
  side: 'old' | 'new';
  sheet: Sheet;
  rank: number;
}

// ---- what is drawn ------------------------------------------------------------------------------

/** Mostly the first value, which is also what it shrinks to. */
function mostly<T>(usual: T, others: readonly T[], chance: number): fc.Arbitrary<T> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 100 - chance, arbitrary: fc.constant(usual) },
    { weight: chance, arbitrary: fc.constantFrom(...others) },
  );
}

const CHANGES = ['none', 'case', 'space', 'nbsp', 'nfd', 'wrapper', 'rename', 'domain'] as const;
const DIVERGENCES = ['none', 'old', 'new', 'both', 'crossed'] as const;
const GAPS = ['none', 'old-sso', 'old-scim', 'old', 'new-sso', 'new-scim', 'new', 'scim'] as const;
const NAMINGS = ['same', 'old-only', 'new-only', 'none', 'reordered', 'married', 'other-script', 'changed'] as const;
const ID_FORMS = ['same', 'zeros', 'spaced', 'upper'] as const;
const ID_FAULTS = ['none', 'no-old', 'no-new', 'placeholder', 'one-differs', 'all-differ'] as const;
const ACTIVITIES = ['both', 'old-inactive', 'new-inactive', 'neither'] as const;
const PLACEHOLDERS = ['n/a', '0000', '-', 'TBD'] as const;

const human = fc.record({
  given: fc.constantFrom('Ann', 'Bo', 'Cem', 'Dora', 'Eve', 'Finn', 'Gus', 'Zoë'),
  family: fc.constantFrom('Lee', 'Ng', 'Silva', 'Kaya', 'Moreau'),
  domain: fc.constantFrom('example.com', 'example.org', 'example.net'),
  change: mostly<(typeof CHANGES)[number]>('none', CHANGES, 25),
  changed: fc.constantFrom('both', 'sso', 'scim'),
  divergence: mostly<(typeof DIVERGENCES)[number]>('none', DIVERGENCES, 25),
  gap: mostly<(typeof GAPS)[number]>('none', GAPS, 15),
  naming: mostly<(typeof NAMINGS)[number]>('same', NAMINGS, 25),
  idForm: mostly<(typeof ID_FORMS)[number]>('same', ID_FORMS, 30),
  idFault: mostly<(typeof ID_FAULTS)[number]>('none', ID_FAULTS, 25),
  activity: mostly<(typeof ACTIVITIES)[number]>('both', ACTIVITIES, 20),
  placeholder: fc.constantFrom(...PLACEHOLDERS),
  oddOnOldSide: fc.boolean(),
  rankOld: fc.nat({ max: 3 }),
  rankNew: fc.nat({ max: 3 }),
});
type Human = typeof human extends fc.Arbitrary<infer T> ? T : never;

const SCENES = {
  stay: { weight: 22, cast: [1, 1] },
  leaver: { weight: 3, cast: [1, 1] },
  joiner: { weight: 4, cast: [1, 1] },
  swap: { weight: 3, cast: [2, 2] },
  rotation: { weight: 2, cast: [3, 6] },
  handover: { weight: 9, cast: [2, 2] },
  'shared-id': { weight: 4, cast: [2, 2] },
  twins: { weight: 4, cast: [2, 2] },
  rehire: { weight: 5, cast: [1, 1] },
  'reused-record': { weight: 4, cast: [2, 2] },
  'shared-mail': { weight: 3, cast: [2, 2] },
  'other-value': { weight: 4, cast: [2, 2] },
  'fresh-collision': { weight: 4, cast: [2, 3] },
  'kind-disagrees': { weight: 2, cast: [5, 6] },
} as const;
type SceneName = keyof typeof SCENES;

interface Scene {
  name: SceneName;
  cast: Human[];
  /** Small choices, each scene reads them in its own way. */
  a: boolean;
  b: boolean;
  c: boolean;
  pick: number;
}

const scene: fc.Arbitrary<Scene> = fc.oneof(
  { withCrossShrink: true },
  ...(Object.keys(SCENES) as SceneName[]).map((name) => ({
    weight: SCENES[name].weight,
    arbitrary: fc.record({
      name: fc.constant(name),
      cast: fc.array(human, {
        minLength: SCENES[name].cast[0],
        maxLength: SCENES[name].cast[1],
        size: 'max',
      }),
      a: fc.boolean(),
      b: fc.boolean(),
      c: fc.boolean(),
      pick: fc.nat({ max: 5 }),
    }),
  })),
);

const style = fc.record({
  kinds: fc.subarray<IdKind>(['employee-id', 'immutable-id', 'external-id']),
  names: mostly<'both' | 'old' | 'new' | 'none'>('both', ['old', 'new', 'none'], 35),
  /** No oddity but those of the scenes. */
  calm: mostly(true, [false], 60),
  /** Immutable ids are GUID text on the new side, and base64 on the old one. */
  guidText: fc.boolean(),
  /** The old provider never sent a SCIM value. */
  oldWithoutScim: mostly(false, [true], 8),
});
type Style = typeof style extends fc.Arbitrary<infer T> ? T : never;

// ---- one person ---------------------------------------------------------------------------------

function calm(h: Human): Human {
  return {
    ...h,
    change: 'none',
    divergence: 'none',
    gap: 'none',
    naming: 'same',
    idForm: 'same',
    idFault: 'none',
    activity: 'both',
  };
}

/** The base64 of the little-endian bytes of a GUID, as directories export it. */
export function guidToBase64(guid: string): string {
  const [a = '', b = '', c = '', ...rest] = guid.split('-');
  const reversed = (hex: string): Buffer => Buffer.from(hex, 'hex').reverse();
  return Buffer.concat([reversed(a), reversed(b), reversed(c), Buffer.from(rest.join(''), 'hex')]).toString('base64');
}

function guid(n: number): string {
  return `6f9619ff-8b86-d011-b42d-00c04fc9${(0xa000 + n).toString(16)}`;
}

function idsOf(n: number, kinds: readonly IdKind[], base64: boolean): Ids {
  return {
    'employee-id': kinds.includes('employee-id') ? `00${120 + n}` : null,
    'external-id': kinds.includes('external-id') ? `ex-${n}` : null,
    'immutable-id': kinds.includes('immutable-id') ? (base64 ? guidToBase64(guid(n)) : guid(n)) : null,
  };
}

function mapIds(ids: Ids, change: (value: string, kind: IdKind) => string | null): Ids {
  const mapped = (kind: IdKind): string | null => {
    const value = ids[kind];
    return value === null ? null : change(value, kind);
  };
  return {
    'employee-id': mapped('employee-id'),
    'external-id': mapped('external-id'),
    'immutable-id': mapped('immutable-id'),
  };
}

function formed(ids: Ids, form: Human['idForm']): Ids {
  return mapIds(ids, (value, kind) => {
    if (form === 'zeros') return kind === 'employee-id' ? value.replace(/^0+/, '') : value;
    if (form === 'spaced') return ` ${value}\u00a0`;
    if (form === 'upper') return value.endsWith('==') ? value : value.toUpperCase();
    return value;
  });
}

/** The same address in another guise, or another address of the same person. */
function altered(value: string | null, change: Human['change'], n: number): string | null {
  if (value === null) return null;
  const [local = '', domain = ''] = value.split('@');
  switch (change) {
    case 'none':
      return value;
    case 'case':
      return `${local.slice(0, 1).toUpperCase()}${local.slice(1)}@${domain}`;
    case 'space':
      return `${value} `;
    case 'nbsp':
      return `\u00a0${value}`;
    case 'nfd':
      return value.normalize('NFD');
    case 'wrapper':
      return n % 2 === 0 ? `mailto:${value}` : `<${value}>`;
    case 'rename':
      return `${local}.new@${domain}`;
    case 'domain':
      return `${local}@${domain === 'example.net' ? 'example.com' : 'example.net'}`;
  }
}

interface Twosome {
  old: Sheet;
  new: Sheet;
}

/** The two records of somebody who stays, with this person's oddities. */
function stayer(drawn: Human, n: number, look: Style): Twosome {
  const h = look.calm ? calm(drawn) : drawn;
  const letter = h.change === 'nfd' ? 'é' : '';
  const mail = `${letter}${h.given.toLowerCase().replace('ë', 'e')}${n}@${h.domain}`;
  const upn = `u${n}@example.net`;
  const person = `p${n}`;
  const name = `${h.given} ${h.family}`;
  const old: Sheet = {
    person,
    sso: mail,
    scim: mail,
    name,
    active: true,
    ids: idsOf(n, look.kinds, look.guidText),
  };
  const next: Sheet = { ...old, ids: idsOf(n, look.kinds, false) };

  if (h.divergence === 'old' || h.divergence === 'both' || h.divergence === 'crossed') old.sso = upn;
  if (h.divergence === 'new' || h.divergence === 'both') next.sso = upn;
  if (h.divergence === 'crossed') next.scim = upn;

  const odd = h.oddOnOldSide ? old : next;
  if (h.changed !== 'scim') odd.sso = altered(odd.sso, h.change, n);
  if (h.changed !== 'sso') odd.scim = altered(odd.scim, h.change, n);
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

  if (look.names === 'new' || look.names === 'none' || h.naming === 'new-only' || h.naming === 'none') old.name = null;
  if (look.names === 'old' || look.names === 'none' || h.naming === 'old-only' || h.naming === 'none') next.name = null;
  if (next.name !== null) {
    if (h.naming === 'reordered') next.name = `${h.family.toUpperCase()}, ${h.given}`;
    if (h.naming === 'married') next.name = `${h.given} Baker`;
    if (h.naming === 'other-script') next.name = 'Анна Ли';
    if (h.naming === 'changed') next.name = 'Sam Baker';
  }

  if (look.oldWithoutScim) old.scim = null;
  if (h.gap === 'old-sso' || h.gap === 'old') old.sso = null;
  if (h.gap === 'old-scim' || h.gap === 'old' || h.gap === 'scim') old.scim = null;
  if (h.gap === 'new-sso' || h.gap === 'new') next.sso = null;
  if (h.gap === 'new-scim' || h.gap === 'new' || h.gap === 'scim') next.scim = null;

  if (h.activity === 'old-inactive' || h.activity === 'neither') old.active = false;
  if (h.activity === 'new-inactive' || h.activity === 'neither') next.active = false;
  return { old, new: next };
}

// ---- scenes -------------------------------------------------------------------------------------

/** Plays a scene with people numbered from `start`, and gives the records that come of it. */
function stage(s: Scene, start: number, look: Style): Draft[] {
  const people = s.cast.map((h, i) => stayer(h, start + i, look));
  const drafts: Draft[] = [];
  const put = (side: 'old' | 'new', sheet: Sheet, i: number): void => {
    const h = s.cast[i];
    drafts.push({ side, sheet, rank: (side === 'old' ? h?.rankOld : h?.rankNew) ?? 0 });
  };
  const both = (i: number): void => {
    const two = people[i];
    if (two === undefined) return;
    put('old', two.old, i);
    put('new', two.new, i);
  };
  const move = (to: Sheet, from: Sheet): void => {
    if (s.pick !== 4) to.sso = from.sso;
    if (s.pick !== 5) to.scim = from.scim;
  };
  const fresh = (sheet: Sheet, n: number): void => {
    sheet.sso = sheet.scim = `moved${n}@example.org`;
  };
  const [first, second] = people;
  if (first === undefined) return [];

  switch (s.name) {
    case 'stay':
      both(0);
      break;

    case 'leaver':
      first.old.active = first.old.active && !s.a;
      put('old', first.old, 0);
      break;

    case 'joiner':
      put('new', first.new, 0);
      break;

    case 'swap':
    case 'rotation': {
      const before = people.map((two) => ({ ...two.old }));
      people.forEach((two, i) => {
        const from = before[(i + 1) % before.length];
        if (from !== undefined) move(two.new, from);
        both(i);
      });
      break;
    }

    // The address of the first is the second's after the switch. The first has left, or moved to another
    // address.
    case 'handover':
      if (second === undefined) break;
      if (s.pick === 1) second.new.name = first.old.name;
      if (s.pick === 2 && first.old.name !== null) second.new.name = `Olga ${first.old.name.split(' ').at(-1) ?? ''}`;
      if (s.pick === 3) second.new.name = second.new.ids['employee-id'] = null;
      second.old.name = second.new.name === null ? second.old.name : second.new.name;
      move(second.new, first.old);
      if (s.pick === 0) first.old.active = false;
      put('old', first.old, 0);
      if (s.a) {
        fresh(first.new, start);
        put('new', first.new, 0);
      }
      if (s.b) put('old', second.old, 1);
      put('new', second.new, 1);
      break;

    case 'shared-id':
      if (second === undefined) break;
      if (s.a) second.old.ids = { ...first.old.ids };
      if (s.b) second.new.ids = { ...first.new.ids };
      if (!s.a && !s.b) second.old.ids['employee-id'] = second.new.ids['employee-id'] = '00999';
      if (!s.a && !s.b) first.old.ids['employee-id'] = first.new.ids['employee-id'] = '999';
      if (s.c) fresh(first.new, start);
      both(0);
      both(1);
      break;

    // Same name, addresses that differ by guise only.
    case 'twins': {
      if (second === undefined) break;
      const guises = ['case', 'space', 'rename', 'nbsp', 'domain', 'wrapper'] as const;
      const guise = guises[s.pick] ?? 'case';
      for (const side of ['old', 'new'] as const) {
        second[side].name = first[side].name;
        if (s.a && side === 'new') continue;
        second[side].sso = altered(first[side].sso, guise, start);
        second[side].scim = altered(first[side].scim, guise, start);
      }
      both(0);
      if (!s.b) put('old', second.old, 1);
      if (!s.c) put('new', second.new, 1);
      break;
    }

    // One human, and two records on one side.
    case 'rehire': {
      both(0);
      const side = s.a ? 'old' : 'new';
      const copy: Sheet = { ...first[side], ids: { ...first[side].ids } };
      copy.active = s.pick < 2;
      if (s.b) copy.sso = copy.scim = `again${start}@example.com`;
      if (s.c) copy.ids = formed(idsOf(700 + start, look.kinds, false), 'same');
      put(side, copy, 0);
      break;
    }

    // The record of the first is the second's now: its ids have come along, perhaps its address and its name.
    case 'reused-record':
      if (second === undefined) break;
      if (s.pick === 0) first.old.active = false;
      second.new.ids = { ...first.new.ids };
      if (s.a) move(second.new, first.old);
      if (s.pick === 1) second.new.name = first.new.name;
      put('old', first.old, 0);
      if (s.b) {
        fresh(first.new, start);
        first.new.ids = mapIds(first.new.ids, () => null);
        put('new', first.new, 0);
      }
      if (s.c) put('old', second.old, 1);
      put('new', second.new, 1);
      break;

    case 'shared-mail':
      if (second === undefined) break;
      if (!s.a) move(second.old, first.old);
      if (!s.b) move(second.new, first.new);
      both(0);
      both(1);
      break;

    // The second's new address is the first's old SSO value, and not their SCIM value (or the other way
    // round).
    case 'other-value':
      if (second === undefined) break;
      if (s.a) first.old.sso = first.new.sso = `login${start}@example.net`;
      else first.old.scim = first.new.scim = `login${start}@example.net`;
      second.new.sso = second.new.scim = `login${start}@example.net`;
      if (s.pick === 1) second.new.sso = second.old.sso;
      both(0);
      if (s.b) put('old', second.old, 1);
      put('new', second.new, 1);
      break;

    case 'fresh-collision':
      people.forEach((two, i) => {
        if (s.pick !== 1 || i === 0) two.new.scim = `hello${start}@example.com`;
        if (s.pick !== 2 || i === 0) two.new.sso = `hello${start}@example.com`;
        if (s.a || i === 0) put('old', two.old, i);
        put('new', two.new, i);
      });
      break;

    // One kind of id means something else on the new side, for nearly everybody.
    case 'kind-disagrees':
      people.forEach((two, i) => {
        if (i === 0 && s.a) {
          both(i);
          return;
        }
        two.old.ids['external-id'] = `ex-${start + i}`;
        two.new.ids['external-id'] = s.b ? `ex-${start + ((i + 1) % people.length)}` : `row${start + i}`;
        if (s.c && i < 3) two.new.ids['external-id'] = two.old.ids['external-id'];
        if (s.pick === 1 && i === 1) move(two.new, first.old);
        both(i);
      });
      break;
  }
  return drafts;
}

/** Gives every record its line and its ref. */
function assemble(drafts: readonly Draft[]): Organisation {
  const side = (which: 'old' | 'new'): RefUser[] =>
    drafts
      .filter((draft) => draft.side === which)
      .sort((a, b) => a.rank - b.rank)
      .map(({ sheet }, i) => ({ ref: `${which}${i + 2}`, side: which, line: i + 2, ...sheet }));
  return { old: side('old'), new: side('new') };
}

const MOST = 14;

function enact(look: Style, scenes: readonly Scene[]): Organisation {
  const drafts: Draft[] = [];
  let people = 0;
  for (const s of scenes) {
    if (people > 0 && people + s.cast.length > MOST) continue;
    drafts.push(...stage(s, people, look));
    people += s.cast.length;
  }
  return assemble(drafts);
}

export const designedOrganisation: fc.Arbitrary<Organisation> = fc
  .record({ look: style, scenes: fc.array(scene, { minLength: 1, maxLength: 9, size: 'max' }) })
  .map(({ look, scenes }) => enact(look, scenes));

/** One scene among people who simply stay: where a single slip is all that could open the gate. */
export const quietOrganisation: fc.Arbitrary<Organisation> = fc
  .record({ look: style, one: scene, others: fc.array(human, { maxLength: 4, size: 'max' }) })
  .map(({ look, one, others }) => {
    const stays = others.map((h): Scene => ({ name: 'stay', cast: [h], a: false, b: false, c: false, pick: 0 }));
    return enact({ ...look, calm: true }, [one, ...stays]);
  });

// ---- pure chance --------------------------------------------------------------------------------

const A_GUID = guid(1);
const tinyAddress = fc.constantFrom('a@example.com', 'b@example.com', 'c@example.com', 'A@example.com');
const tinySheet: fc.Arbitrary<Sheet> = fc
  .record({
    person: fc.constantFrom('p0', 'p1', 'p2', 'p3'),
    sso: fc.option(tinyAddress, { freq: 8 }),
    scim: fc.option(tinyAddress, { freq: 8 }),
    agree: mostly(true, [false], 45),
    name: fc.option(fc.constantFrom('Ann Lee', 'Bo Lee', 'Bo Ng'), { freq: 3 }),
    active: mostly(true, [false], 30),
    employee: fc.option(fc.constantFrom('7', '8', '007', 'n/a'), { freq: 1 }),
    external: fc.option(fc.constantFrom('x', 'y', 'X '), { freq: 1 }),
    immutable: fc.option(fc.constantFrom(A_GUID, guidToBase64(A_GUID), guid(2)), { freq: 1 }),
    ids: fc.boolean(),
  })
  .map((t) => ({
    person: t.person,
    sso: t.sso,
    scim: t.agree ? t.sso : t.scim,
    name: t.name,
    active: t.active,
    ids: {
      'employee-id': t.ids ? t.employee : null,
      'external-id': t.ids ? t.external : null,
      'immutable-id': t.ids ? t.immutable : null,
    },
  }));

export const tinyOrganisation: fc.Arbitrary<Organisation> = fc
  .record({
    old: fc.array(tinySheet, { minLength: 1, maxLength: 4, size: 'max' }),
    new: fc.array(tinySheet, { minLength: 1, maxLength: 4, size: 'max' }),
  })
  .map((sides) =>
    assemble([
      ...sides.old.map((sheet): Draft => ({ side: 'old', sheet, rank: 0 })),
      ...sides.new.map((sheet): Draft => ({ side: 'new', sheet, rank: 0 })),
    ]),
  );

/** All three, and somebody on either side. */
export const organisation: fc.Arbitrary<Organisation> = fc
  .oneof(
    { weight: 5, arbitrary: designedOrganisation },
    { weight: 2, arbitrary: quietOrganisation },
    { weight: 3, arbitrary: tinyOrganisation },
  )
  .filter((drawn) => drawn.old.length > 0 && drawn.new.length > 0);
