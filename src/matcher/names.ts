import { nameParts, plainParts, writtenOutParts } from './name-parts.ts';

const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Thai',
  'Armenian',
  'Georgian',
  'Bengali',
  'Gujarati',
  'Gurmukhi',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Tamil',
  'Telugu',
  'Ethiopic',
  'Khmer',
  'Lao',
  'Mongolian',
  'Myanmar',
  'Tibetan',
].map((script) => new RegExp(`\\p{Script=${script}}`, 'u'));

/** A part of a name in plain letters, and with umlauts written out. */
interface Part {
  readonly plain: string;
  readonly writtenOut: string;
}

/**
 * Full names are equal where their parts are (NFKD, without marks, lower case), in any order; the key is empty for
 * nobody's name. What could excuse a doubt about a pair rests on this one.
 */
export function fullNameKey(name: string | null): string {
  return keyOf(nameParts(name));
}

/** The keys under which two ways to write one full name meet: in plain letters, and with umlauts written out. */
export function spellingKeys(name: string | null): { readonly plain: string; readonly writtenOut: string } {
  return { plain: keyOf(plainParts(name)), writtenOut: keyOf(writtenOutParts(name)) };
}

/** Whether both are named, and alike but for order, case, marks and the ways to write ø, ß or an umlaut. */
export function isSameFullName(a: string | null, b: string | null): boolean {
  const [left, right] = [spellingKeys(a), spellingKeys(b)];
  if (left.plain === '' || right.plain === '') return false;
  return left.plain === right.plain || left.writtenOut === right.plain || left.plain === right.writtenOut;
}

/**
 * Whether two full names can be those of one person: the same, or one has more given names or writes some as initials
 * (“A. Smith”, “Alice Smith”, “Smith, Alice Jane”). One part alone is no full name.
 */
export function fullNamesAgree(a: string | null, b: string | null): boolean {
  return isSameFullName(a, b) || areCompatible(partsOf(a), partsOf(b));
}

/** Names that are both there, are written in one script, and have no part in common. */
export function noPartAgrees(a: string | null, b: string | null): boolean {
  // A number, such as that of a cost centre, is no name.
  const [left, right] = [nameParts(a).filter(hasLetter), nameParts(b).filter(hasLetter)];
  if (left.some((part) => right.includes(part))) return false;
  const scripts = new Set(left.map(scriptOf));
  return right.some((part) => scripts.has(scriptOf(part)));
}

function keyOf(parts: readonly string[]): string {
  return [...parts].sort().join(' ');
}

function partsOf(name: string | null): Part[] {
  const writtenOut = writtenOutParts(name);
  return plainParts(name).map((plain, index) => ({ plain, writtenOut: writtenOut[index] ?? plain }));
}

function areEqual(a: Part, b: Part): boolean {
  return a.plain === b.plain || a.writtenOut === b.plain || a.plain === b.writtenOut;
}

/** Every part of the shorter name is a part of the longer one, or an initial of one; at least one as a whole word. */
function areCompatible(a: readonly Part[], b: readonly Part[]): boolean {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (shorter.length < 2) return false;
  const free = new Set(longer);
  const take = (part: Part, fits: (part: Part, other: Part) => boolean): boolean => {
    for (const other of free) if (fits(part, other)) return free.delete(other);
    return false;
  };
  // Whole words first: an initial must not use up the word that another part is.
  const initials = shorter.filter((part) => !take(part, areEqual));
  const hasWord = shorter.some((part) => isWord(part) && !initials.includes(part));
  return (hasWord || shorter.length === longer.length) && initials.every((part) => take(part, isInitialOf));
}

function isInitialOf(a: Part, b: Part): boolean {
  if (isWord(a) === isWord(b)) return false;
  const [initial, word] = isWord(a) ? [b, a] : [a, b];
  return word.plain.startsWith(initial.plain);
}

function isWord({ plain }: Part): boolean {
  return [...plain].length > 1;
}

function hasLetter(part: string): boolean {
  return /\p{L}/u.test(part);
}

function scriptOf(part: string): number {
  return SCRIPTS.findIndex((script) => script.test(part));
}
