import { foldConfusables } from './confusables.ts';

/** White space, what is not drawn, controls, bidirectional marks, surrogates, unassigned; and the signs used here. */
const HIDDEN = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{C}␠⟨⟩]/gu;
const MARK = /\p{M}/gu;
const NOT_ASCII = /[^\p{ASCII}\u2420\u27E8\u27E9]/gu;

/**
 * Shows a value so that its invisible characters are visible: `alice@x.com␠`, `⟨U+200B⟩`.
 * No control, bidirectional or line-breaking character is left in it.
 */
export function shown(value: string | null): string {
  if (value === null) return '(no value)';
  return value.replace(HIDDEN, (character) => (character === ' ' ? '␠' : codePoint(character)));
}

/**
 * Shows two values that differ. Combining marks are named, so that é and e + U+0301 look different; where the
 * two would still look alike (Latin a, Cyrillic а), every character that is not ASCII is named.
 */
export function shownPair(old: string | null, next: string | null): { old: string; new: string } {
  const pair = { old: shown(old).replace(MARK, codePoint), new: shown(next).replace(MARK, codePoint) };
  if (old === null || next === null || looks(pair.old) !== looks(pair.new)) return pair;
  return { old: pair.old.replace(NOT_ASCII, codePoint), new: pair.new.replace(NOT_ASCII, codePoint) };
}

/** What a reader sees, roughly; letter case is seen, so it counts. */
function looks(text: string): string {
  return foldConfusables(text.normalize('NFKC'));
}

function codePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `⟨U+${hex}⟩`;
}
