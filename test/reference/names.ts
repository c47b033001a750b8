/**
 * What two names say about each other, in three senses. Where an address might have been given away, names are
 * taken *literally*: parts without marks, in lower case, in any order. Where a name helps to find somebody, it is
 * the *same full name* in other letters too (Müller, Mueller), and names *agree* that may be short for another.
 */

interface Part {
  /** Without marks, in lower case. */
  literal: string;
  /** And in Latin letters that can be had everywhere: søren is soren, müller is muller. */
  base: string;
  /** As German, Danish and Swedish write it without the letter: søren is soeren, müller is mueller. */
  expanded: string;
}

const EXPANSIONS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };
const LETTERS: Record<string, string> = {
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  ı: 'i',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function inPlainLetters(text: string): string {
  return withoutMarks(text).replace(/[øđħłŧıðßæœþ]/g, (letter) => LETTERS[letter] ?? letter);
}

function read(name: string): Part[] {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/([\p{L}\p{M}])['’ʼ‘`´](?=\p{L})/gu, '$1')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => ({
      literal: withoutMarks(word),
      base: inPlainLetters(word),
      expanded: inPlainLetters(word.replace(/[äöüåø]/g, (letter) => EXPANSIONS[letter] ?? letter)),
    }))
    .filter((part) => part.literal !== '');
}

const known = new Map<string, Part[]>();

function partsOf(name: string | null): Part[] {
  if (name === null) return [];
  const before = known.get(name);
  if (before !== undefined) return before;
  const fresh = read(name);
  known.set(name, fresh);
  return fresh;
}

function spelled(parts: readonly Part[], form: keyof Part): string {
  return parts
    .map((part) => part[form])
    .sort()
    .join(' ');
}

export function named(user: { name: string | null }): boolean {
  return partsOf(user.name).length > 0;
}

// ---- literally ----------------------------------------------------------------------------------

export function sameLiteralName(a: string | null, b: string | null): boolean {
  const [left, right] = [partsOf(a), partsOf(b)];
  return left.length > 0 && spelled(left, 'literal') === spelled(right, 'literal');
}

const SCRIPTS = [/\p{sc=Latin}/u, /\p{sc=Cyrillic}/u, /\p{sc=Greek}/u, /\p{sc=Han}/u];

/** The names have a script in common, and nothing else. */
export function noPartAgrees(a: string | null, b: string | null): boolean {
  const words = (name: string | null): Part[] => partsOf(name).filter((part) => /\p{L}/u.test(part.literal));
  const [left, right] = [words(a), words(b)];
  const comparable = SCRIPTS.some((s) => [left, right].every((parts) => parts.some((part) => s.test(part.literal))));
  return comparable && !left.some((x) => right.some((y) => x.literal === y.literal));
}

// ---- the same full name -------------------------------------------------------------------------

/** The name without marks, order, case and rare letters; empty if there is none. */
export function baseName(name: string | null): string {
  return spelled(partsOf(name), 'base');
}

/** The same parts, whole name by whole name, in the one or the other way to write without foreign letters. */
export function sameFullName(a: string | null, b: string | null): boolean {
  const [left, right] = [partsOf(a), partsOf(b)];
  if (left.length === 0 || left.length !== right.length) return false;
  const [plainLeft, plainRight] = [spelled(left, 'base'), spelled(right, 'base')];
  return (
    plainLeft === plainRight || spelled(left, 'expanded') === plainRight || plainLeft === spelled(right, 'expanded')
  );
}

// ---- names that agree ---------------------------------------------------------------------------

function equalParts(a: Part, b: Part): boolean {
  return a.base === b.base || a.expanded === b.base || a.base === b.expanded;
}

function isInitialOf(letter: Part, word: Part): boolean {
  return [...letter.base].length === 1 && (word.base.startsWith(letter.base) || word.expanded.startsWith(letter.base));
}

/** Every way to give each of the few a different one of the many that it matches. */
function matchings(few: readonly Part[], many: readonly Part[]): [Part, Part][][] {
  const [first, ...rest] = few;
  if (first === undefined) return [[]];
  return many.flatMap((other, at) => {
    if (!equalParts(first, other) && !isInitialOf(first, other) && !isInitialOf(other, first)) return [];
    const left = many.filter((_, i) => i !== at);
    return matchings(rest, left).map((others): [Part, Part][] => [[first, other], ...others]);
  });
}

/** Initials, and given names that are left out: A. Smith, Alice Smith, Alice Mary Smith. */
function compatible(a: readonly Part[], b: readonly Part[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (few.length < 2) return false;
  const whole = ([x, y]: [Part, Part]): boolean => equalParts(x, y) && [...x.base].length > 1 && [...y.base].length > 1;
  return matchings(few, many).some((couples) => few.length === many.length || couples.some(whole));
}

export function fullNamesAgree(a: string | null, b: string | null): boolean {
  return sameFullName(a, b) || compatible(partsOf(a), partsOf(b));
}
