import { DIFFERENCE_CLASSES, type Difference, type DifferenceClass } from '../model/finding.ts';
import { foldConfusables } from './confusables.ts';
import { splitAddress, toALabel } from './domain.ts';
import { stripInvisible, unwrap } from './normal-form.ts';
import { shownPair } from './shown.ts';

type FineClass = Exclude<DifferenceClass, 'domain' | 'local-part' | 'missing'>;

/** What each step takes away; the order of this list is the order in which steps are applied. */
const STEPS: readonly (readonly [FineClass, (address: string) => string])[] = [
  ['invisible', stripInvisible],
  ['whitespace', (address) => address.replace(/\p{White_Space}+/gu, '')],
  ['wrapper', unwrap],
  ['unicode-form', (address) => address.normalize('NFC')],
  ['compatibility', (address) => address.normalize('NFKC')],
  ['confusable', foldConfusables],
  ['case', (address) => address.toLowerCase()],
  ['idn', (address) => onDomain(address, toALabel)],
  ['plus-tag', (address) => onLocalPart(address, (local) => local.replace(/(?<=.)\+.*$/su, ''))],
  ['dots', (address) => onLocalPart(address, (local) => local.replaceAll('.', ''))],
];

const RANK = new Map(DIFFERENCE_CLASSES.map((name, index) => [name, index]));
const FINE = STEPS.map(([name]) => name).sort((a, b) => rank(a) - rank(b));

/** Names how two different values differ, and shows both; undefined where they are the same code points. */
export function differenceOf(old: string | null, next: string | null): Difference | undefined {
  if (old === next) return undefined;
  return { classes: classify(old, next), ...shownPair(old, next) };
}

/**
 * The smallest set of steps that makes two values equal, ties by the order of `DIFFERENCE_CLASSES`. `domain` and
 * `local-part` stand for a half that no finer step explains.
 */
function classify(old: string | null, next: string | null): DifferenceClass[] {
  if (old === null || next === null) return ['missing'];
  const everything = equalHalves(old, next, FINE);
  const coarse: DifferenceClass[] = [];
  if (!everything.domain) coarse.push('domain');
  if (!everything.local) coarse.push('local-part');
  for (let size = 0; size <= FINE.length; size += 1) {
    for (const subset of subsets(FINE, size)) {
      const equal = equalHalves(old, next, subset);
      if ((equal.local || !everything.local) && (equal.domain || !everything.domain)) {
        return [...subset, ...coarse];
      }
    }
  }
  return ['domain', 'local-part'];
}

function equalHalves(old: string, next: string, steps: readonly FineClass[]): { local: boolean; domain: boolean } {
  const a = halves(applySteps(old, steps));
  const b = halves(applySteps(next, steps));
  return { local: a.local === b.local, domain: a.domain === b.domain };
}

function applySteps(address: string, steps: readonly FineClass[]): string {
  let current = address;
  for (const [name, step] of STEPS) if (steps.includes(name)) current = step(current);
  return current;
}

/** An address without `@` is all local part. */
function halves(address: string): { local: string; domain: string | null } {
  return splitAddress(address) ?? { local: address, domain: null };
}

function onDomain(address: string, change: (domain: string) => string): string {
  const parts = splitAddress(address);
  return parts === null ? address : `${parts.local}@${change(parts.domain)}`;
}

function onLocalPart(address: string, change: (local: string) => string): string {
  const parts = splitAddress(address);
  return parts === null ? address : `${change(parts.local)}@${parts.domain}`;
}

/** All subsets of one size, in the order of the list. */
function* subsets<T>(list: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index <= list.length - size; index += 1) {
    for (const rest of subsets(list, size - 1, index + 1)) yield [list[index] as T, ...rest];
  }
}

function rank(name: DifferenceClass): number {
  return RANK.get(name) ?? DIFFERENCE_CLASSES.length;
}
