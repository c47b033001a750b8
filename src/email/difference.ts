import { DIFFERENCE_CLASSES, type Difference, type DifferenceClass } from '../model/finding.ts';
import { foldConfusables } from './confusables.ts';
import { splitAddress, toALabel } from './domain.ts';
import { stripInvisible, untilStable, unwrap } from './normal-form.ts';
import { shownPair } from './shown.ts';

type FineClass = Exclude<DifferenceClass, 'domain' | 'local-part' | 'missing'>;

/** What each step takes away; the order of this list is the order in which steps are applied. */
const STEPS: Readonly<Record<FineClass, (address: string) => string>> = {
  invisible: stripInvisible,
  whitespace: (address) => address.replace(/\p{White_Space}+/gu, ''),
  confusable: foldConfusables,
  'unicode-form': (address) => address.normalize('NFC'),
  compatibility: (address) => address.normalize('NFKC'),
  case: (address) => address.toLowerCase(),
  wrapper: unwrap,
  idn: (address) => onDomain(address, toALabel),
  'plus-tag': (address) => onLocalPart(address, (local) => local.replace(/(?<=.)\+.*$/su, '')),
  dots: (address) => onLocalPart(address, (local) => local.replaceAll('.', '')),
};

const RANK = new Map(DIFFERENCE_CLASSES.map((name, index) => [name, index]));
const NAMES = Object.keys(STEPS) as FineClass[];
const FINE = [...NAMES].sort((a, b) => rank(a) - rank(b));
/** The rest changes no ASCII: most values are, and half of the steps make a sixteenth of the sets. */
const FINE_IN_ASCII = FINE.filter((name) =>
  ['case', 'whitespace', 'idn', 'wrapper', 'plus-tag', 'dots'].includes(name),
);
const ASCII = /^\p{ASCII}*$/u;

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
  const fine = ASCII.test(old) && ASCII.test(next) ? FINE_IN_ASCII : FINE;
  const everything = equalHalves(old, next, fine);
  const coarse: DifferenceClass[] = [];
  if (!everything.domain) coarse.push('domain');
  if (!everything.local) coarse.push('local-part');
  for (let size = 0; size <= fine.length; size += 1) {
    for (const subset of subsets(fine, size)) {
      const equal = equalHalves(old, next, subset);
      if ((equal.local || !everything.local) && (equal.domain || !everything.domain)) {
        return [...subset, ...coarse];
      }
    }
  }
  return ['domain', 'local-part'];
}

/** Which halves some form of the one value has in common with some form of the other. */
function equalHalves(old: string, next: string, steps: readonly FineClass[]): { local: boolean; domain: boolean } {
  const [a, b] = [formsOf(old, steps), formsOf(next, steps)];
  return {
    local: a.some(({ local }) => b.some((other) => other.local === local)),
    domain: a.some(({ domain }) => b.some((other) => other.domain === domain)),
  };
}

/** What these steps make of a value: nothing, all they can, and the same with look-alikes left until the end. */
function formsOf(address: string, steps: readonly FineClass[]): Halves[] {
  const forms = [address, applySteps(address, steps)];
  // почта.рф has its A-label only as long as it is Cyrillic.
  if (steps.includes('confusable') && foldConfusables(address) !== address) {
    const others = steps.filter((name) => name !== 'confusable');
    forms.push(applySteps(applySteps(address, others), steps));
  }
  return forms.map(halves);
}

/** Until stable: lower case can leave what NFC composes, as J̌ and ǰ show. */
function applySteps(address: string, steps: readonly FineClass[]): string {
  const inOrder = NAMES.filter((name) => steps.includes(name));
  return untilStable(address, (text) => inOrder.reduce((current, name) => STEPS[name](current), text));
}

interface Halves {
  readonly local: string;
  readonly domain: string | null;
}

/** An address without `@` is all local part. */
function halves(address: string): Halves {
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
