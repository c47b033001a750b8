import { foldConfusables } from './confusables.ts';
import { splitAddress } from './domain.ts';

/**
 * White space, what is not drawn, controls, bidirectional marks, surrogates, unassigned; symbols and letters whose
 * picture is blank; and the signs used here.
 */
const HIDDEN = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{C}\u2800\uFFFC\u{13441}\u{13442}\u{1D159}␠⟨⟩]/gu;
const MARK = /\p{M}/gu;
const NOT_ASCII = /[^\p{ASCII}\u2420\u27E8\u27E9]/u;
const ALL_NOT_ASCII = new RegExp(NOT_ASCII, 'gu');
/** An ASCII letter with marks on it, decomposed: nobody takes it for the bare one. */
const ACCENTED = /^\p{ASCII}\p{M}+$/u;

/**
 * Shows a value so that its invisible characters are visible: `alice@x.com␠`, `⟨U+200B⟩`.
 * No control, bidirectional or line-breaking character is left in it.
 */
export function shown(value: string | null): string {
  if (value === null) return '(no value)';
  return value.replace(HIDDEN, (character) => (character === ' ' ? '␠' : codePoint(character)));
}

/**
 * Shows two values that differ. Combining marks are named, so that é and e + U+0301 look different; where the two
 * halves before or behind the `@` differ and could still look alike (Latin a, Cyrillic а), their characters that are
 * not ASCII are named.
 */
export function shownPair(old: string | null, next: string | null): { old: string; new: string } {
  const pair = { old: shown(old).replace(MARK, codePoint), new: shown(next).replace(MARK, codePoint) };
  if (old === null || next === null) return pair;
  const [a, b] = [splitAddress(pair.old), splitAddress(pair.new)];
  if (a === null || b === null) return told(pair.old, pair.new);
  const local = told(a.local, b.local);
  const domain = told(a.domain, b.domain);
  return { old: `${local.old}@${domain.old}`, new: `${local.new}@${domain.new}` };
}

/** Names what is not ASCII where two different texts could look alike. */
function told(old: string, next: string): { old: string; new: string } {
  if (old === next || !(looks(old) === looks(next) || standsIn(old, next))) return { old, new: next };
  return { old: old.replace(ALL_NOT_ASCII, codePoint), new: next.replace(ALL_NOT_ASCII, codePoint) };
}

/** What a reader sees, roughly; letter case is seen, so it counts. */
function looks(text: string): string {
  return foldConfusables(text.normalize('NFKC'));
}

/**
 * Whether two texts differ only where one has ASCII and the other something else in its place: some typeface may draw
 * that alike, and no list of such characters is complete (Armenian օ, Latin ɡ, the hyphen U+2010).
 */
function standsIn(old: string, next: string): boolean {
  const [a, b] = [[...old], [...next]];
  return a.length === b.length && a.every((character, index) => couldBeTaken(character, b[index] ?? ''));
}

function couldBeTaken(a: string, b: string): boolean {
  if (a === b) return true;
  if (NOT_ASCII.test(a) === NOT_ASCII.test(b)) return false;
  return !ACCENTED.test(a.normalize('NFD')) && !ACCENTED.test(b.normalize('NFD'));
}

function codePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `⟨U+${hex}⟩`;
}
