import { expect, test } from 'vitest';
import { compareEmails, comparisonKey, type EmailComparison } from '../../src/email/compare.ts';
import { shownPair } from '../../src/email/shown.ts';

const ADDRESS = 'kim@e.org';

/** One code point put before the character at `place`, or in place of it; the end of the address is a place too. */
interface Edit {
  readonly kind: 'insert' | 'replace';
  readonly place: number;
}

// Both ends and the middle of the local part and of the domain, and the @.
const INSERTS: readonly Edit[] = [0, 1, 3, 4, 6, 9].map((place) => ({ kind: 'insert', place }));
const REPLACEMENTS: readonly Edit[] = [0, 1, 2, 3, 4, 6, 8].map((place) => ({ kind: 'replace', place }));
const EDITS = [...INSERTS, ...REPLACEMENTS];

/** No picture of its own, one that joins another, one that the terminal obeys, or a blank one. */
const NOT_DRAWN =
  /[\p{C}\p{M}\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u2800\uFFFC\u{13441}\u{13442}\u{1D159}]/u;
/** Forms are shown with these. */
const SIGNS = new Set(['\u2420', '\u27E8', '\u27E9']);
/** An ASCII letter that wears marks: é, but not the Kelvin sign, which is a bare K. */
const ACCENTED_ASCII = /^\p{ASCII}\p{M}+$/u;
/** A million that are as good as one another: each is tried in one place, and one in sixteen for its classes. */
const UNIFORM = /[\p{Cn}\p{Co}\p{Script=Han}\p{Script=Hangul}]/u;
/** Tried in one place of each kind; everything else in all. */
const LETTER = /[\p{L}\p{N}]/u;

function edited({ kind, place }: Edit, character: string): string {
  return ADDRESS.slice(0, place) + character + ADDRESS.slice(kind === 'insert' ? place : place + 1);
}

/** How the new form may show a character that stands where the old form has something else, or nothing. */
function mayStandAsItIs(character: string, kind: Edit['kind']): boolean {
  if (NOT_DRAWN.test(character) || SIGNS.has(character)) return false;
  // One more picture is seen. One for another only if nobody could take it for the ASCII one that stood there.
  return kind === 'insert' || character <= '\u007F' || ACCENTED_ASCII.test(character.normalize('NFD'));
}

function named(codePoint: number): string {
  return `⟨U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

type Compare = (old: string, next: string) => EmailComparison;
const whole: Compare = (old, next) => compareEmails(old, next, 'exact');
const exact = comparisonKey('exact');
/** What `compareEmails` is made of, without the classes, which cost most of its time. */
const withoutClasses: Compare = (old, next) => ({
  equal: exact(old) === exact(next),
  difference: { classes: ['local-part'], ...shownPair(old, next) },
});

/** What is wrong with the verdict on one edit; undefined where nothing is. */
function fault(codePoint: number, edit: Edit, compare: Compare): string | undefined {
  const character = String.fromCodePoint(codePoint);
  const next = edited(edit, character);
  if (next === ADDRESS) return undefined;
  const { equal, difference } = compare(ADDRESS, next);
  if (equal || difference === undefined) return 'taken for equal';
  if (difference.classes.length === 0) return 'no class';
  if (difference.old !== ADDRESS) return `the old form shows ${difference.old}`;
  if (NOT_DRAWN.test(difference.new)) return 'the new form has a character that is not drawn';

  // The forms are ASCII and equal before the edit, say the character there, and end as the address does.
  const head = ADDRESS.slice(0, edit.place);
  const tail = ADDRESS.slice(edit.kind === 'insert' ? edit.place : edit.place + 1);
  if (!difference.new.startsWith(head) || !difference.new.endsWith(tail)) return 'shown in another place';
  const shown = difference.new.slice(head.length, difference.new.length - tail.length);
  if (shown === (character === ' ' ? '␠' : named(codePoint))) return undefined;
  if (shown !== character) return `shown as ${shown}`;
  return mayStandAsItIs(character, edit.kind) ? undefined : 'looks like what it is not';
}

function faultsOf(codePoint: number): string[] {
  const character = String.fromCodePoint(codePoint);
  const turn = (edits: readonly Edit[]) => edits[codePoint % edits.length] as Edit;
  const all = (edits: readonly Edit[], compare: Compare) =>
    edits.flatMap((edit) => {
      const wrong = fault(codePoint, edit, compare);
      return wrong === undefined ? [] : [`${named(codePoint)} ${edit.kind} at ${edit.place}: ${wrong}`];
    });
  if (UNIFORM.test(character)) return all([turn(EDITS)], codePoint % 16 === 0 ? whole : withoutClasses);
  if (codePoint > 0x7f && LETTER.test(character)) return all([turn(INSERTS), turn(REPLACEMENTS)], whole);
  return all(EDITS, whole);
}

test('every code point and lone surrogate, wherever it stands, is a difference that is seen in its place', () => {
  const faults: string[] = [];
  for (let codePoint = 0; codePoint <= 0x10ffff && faults.length < 20; codePoint += 1) {
    for (const wrong of faultsOf(codePoint)) faults.push(wrong);
  }
  expect(faults).toEqual([]);
});
