// A second opinion on the classes of a difference, written from the contract; shares no code with src/.
import { domainToASCII } from 'node:url';

/** The fine classes, in the order by which ties go. */
export const FINE_CLASSES = [
  'case',
  'whitespace',
  'invisible',
  'unicode-form',
  'compatibility',
  'confusable',
  'idn',
  'wrapper',
  'plus-tag',
  'dots',
] as const;
export type FineClass = (typeof FINE_CLASSES)[number];

interface Halves {
  readonly local: string;
  readonly domain: string | null;
}

/** The look-alikes that the tests use. */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  с: 'c',
  р: 'p',
  х: 'x',
  ο: 'o',
  α: 'a',
};

export const STEPS: Readonly<Record<FineClass, (address: string) => string>> = {
  case: (address) => address.toLowerCase(),
  whitespace: (address) => [...address].filter((character) => !/\p{White_Space}/u.test(character)).join(''),
  invisible: (address) =>
    [...address].filter((character) => !/\p{Default_Ignorable_Code_Point}/u.test(character)).join(''),
  'unicode-form': (address) => address.normalize('NFC'),
  compatibility: (address) => address.normalize('NFKC'),
  confusable: (address) => [...address].map((character) => LATIN[character] ?? character).join(''),
  idn: (address) => inHalves(address, (local, domain) => [local, aLabel(domain)]),
  wrapper: (address) => {
    let bare = address;
    for (;;) {
      const inner =
        /^(?:mailto:|smtp:)(.*)$/isu.exec(bare) ?? /^<(.*)>$/su.exec(bare) ?? /^(?:"(.*)"|'(.*)')$/su.exec(bare);
      if (inner === null) return bare;
      bare = inner[1] ?? inner[2] ?? '';
    }
  },
  'plus-tag': (address) =>
    inHalves(address, (local, domain) => {
      const plus = local.indexOf('+', 1);
      return [plus < 0 ? local : local.slice(0, plus), domain];
    }),
  dots: (address) => inHalves(address, (local, domain) => [local.split('.').join(''), domain]),
};

/** The A-label where there is a valid one; node:url makes `x.com` of `x.com/evil`, and nothing of what is invalid. */
function aLabel(domain: string): string {
  if (/[^\p{L}\p{M}\p{N}.\-。．｡]/u.test(domain)) return domain;
  return domainToASCII(domain) || domain;
}

function inHalves(address: string, change: (local: string, domain: string) => readonly [string, string]): string {
  const { local, domain } = halvesOf(address);
  return domain === null ? address : change(local, domain).join('@');
}

export function halvesOf(address: string): Halves {
  const at = address.lastIndexOf('@');
  return at < 0 ? { local: address, domain: null } : { local: address.slice(0, at), domain: address.slice(at + 1) };
}

/** Sets of fine classes are bits here: the first class is the lowest. */
type Bits = number;

/** For each half that a value can come to have by fine steps, in any order: the sets of steps that take it there. */
interface Reach {
  readonly local: Map<string, Set<Bits>>;
  readonly domain: Map<string | null, Set<Bits>>;
}

function reach(value: string): Reach {
  const found: Reach = { local: new Map(), domain: new Map() };
  const seen = new Set<string>();
  const open: (readonly [string, Bits])[] = [[value, 0]];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const [form, used] = state;
    const key = `${used} ${form}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { local, domain } = halvesOf(form);
    remember(found.local, local, used);
    remember(found.domain, domain, used);
    FINE_CLASSES.forEach((name, bit) => {
      const next = STEPS[name](form);
      if (next !== form) open.push([next, used | (1 << bit)]);
    });
  }
  return found;
}

/** Keeps the sets that no other is part of. */
function remember<T>(found: Map<T, Set<Bits>>, half: T, used: Bits): void {
  const sets = [...(found.get(half) ?? [])];
  if (sets.some((set) => (set & used) === set)) return;
  found.set(half, new Set([...sets.filter((set) => (set & used) !== used), used]));
}

/** The sets of steps by which each half of the two values can be made the same. */
function explanations(old: string, next: string): { local: Set<Bits>; domain: Set<Bits> } {
  const [a, b] = [reach(old), reach(next)];
  return { local: inCommon(a.local, b.local), domain: inCommon(a.domain, b.domain) };
}

function inCommon<T>(a: ReadonlyMap<T, ReadonlySet<Bits>>, b: ReadonlyMap<T, ReadonlySet<Bits>>): Set<Bits> {
  const unions = new Set<Bits>();
  for (const [half, sets] of a) {
    for (const one of sets) for (const other of b.get(half) ?? []) unions.add(one | other);
  }
  return unions;
}

function classesOf(bits: Bits): FineClass[] {
  return FINE_CLASSES.filter((_, bit) => (bits & (1 << bit)) !== 0);
}

/** Fewer before more; among as many, the one with the earlier class at the first place where they differ. */
function isSmaller(a: readonly FineClass[], b: readonly FineClass[]): boolean {
  if (a.length !== b.length) return a.length < b.length;
  const place = a.findIndex((name, index) => name !== b[index]);
  return place >= 0 && FINE_CLASSES.indexOf(a[place] as FineClass) < FINE_CLASSES.indexOf(b[place] as FineClass);
}

/** The smallest set of steps that makes two different values equal, `domain` and `local-part` for halves that none does. */
export function expectedClasses(old: string | null, next: string | null): readonly string[] {
  if (old === null || next === null) return ['missing'];
  const { local, domain } = explanations(old, next);
  const coarse = [...(domain.size === 0 ? ['domain'] : []), ...(local.size === 0 ? ['local-part'] : [])];
  let best: FineClass[] | undefined;
  for (const a of local.size === 0 ? [0] : local) {
    for (const b of domain.size === 0 ? [0] : domain) {
      const candidate = classesOf(a | b);
      if (best === undefined || isSmaller(candidate, best)) best = candidate;
    }
  }
  return [...(best ?? []), ...coarse];
}

/** Whether these steps, in some order and as often as need be, make the two the same in the halves that count. */
export function rebuilds(old: string, next: string, classes: readonly string[]): boolean {
  const allowed = FINE_CLASSES.reduce((bits, name, bit) => (classes.includes(name) ? bits | (1 << bit) : bits), 0);
  const { local, domain } = explanations(old, next);
  const within = (sets: ReadonlySet<Bits>) => [...sets].some((bits) => (bits & ~allowed) === 0);
  return (classes.includes('local-part') || within(local)) && (classes.includes('domain') || within(domain));
}
