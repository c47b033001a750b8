import { byNumber, LIVE } from './live-characters.ts';

/** What begins a formula in some spreadsheet, in any width; U+2212 is a minus to some. */
const STARTS_FORMULA =
  '=+@\\p{Pd}\\u2212\\uFF1D\\uFF0B\\uFF20\\uFE66\\uFE62\\uFE6B\\u207A-\\u207C\\u208A-\\u208C\\uFB29\\u2260\\u2A74-\\u2A76';
const FORMULA = new RegExp(`^\\p{White_Space}*[${STARTS_FORMULA}]`, 'u');
/**
 * Where a reader that takes `;` for the separator, as Excel does in half of Europe, would begin a cell with a formula:
 * to such a reader the quotes around a cell say nothing.
 */
const INNER_FORMULA = new RegExp(`(;[\\p{White_Space}"]*)([${STARTS_FORMULA}])`, 'gu');
/** `#N/A` and its like are errors to Excel. */
const ERROR = /^\p{White_Space}*#/u;
const DIGIT = /\p{N}/u;
/** What has digits and is still no number or date to anybody: an address, the name of an export. */
const PLAINLY_TEXT = /@|\.(?:csv|tsv|txt|json|jsonl|ndjson|ldif|ldf)$/iu;
/** What Excel or LibreOffice reads as a truth value, in some of the languages that they speak. */
const TRUTH = new RegExp(
  `^(?:${[
    ...[
      'true',
      'false',
      'wahr',
      'falsch',
      'vrai',
      'faux',
      'verdadero',
      'falso',
      'vero',
      'verdadeiro',
      'waar',
      'onwaar',
    ],
    ...['sand', 'falsk', 'sant', 'usann', 'sann', 'falskt', 'tosi', 'epätosi', 'prawda', 'fałsz', 'igaz', 'hamis'],
    ...['pravda', 'nepravda', 'doğru', 'yanlış', 'истина', 'ложь', 'істина', 'хибність'],
  ].join('|')})$`,
  'iu',
);
/** Both bracket what is written by number; the opening one alone is enough to tell it from a bracket in a value. */
const LIVE_OR_BRACKET = new RegExp(`${LIVE.source}|⟨`, 'gu');

/**
 * A value of an export as a cell of a CSV file which no spreadsheet takes for anything but text, and no terminal obeys.
 * Nothing is lost: take one `'` from the front if there is one, then turn each `⟨U+hex⟩` back into its character.
 *
 * - Controls, line ends, format characters, line separators, surrogates without their other half, and `⟨` itself are
 *   written as `⟨U+hex⟩`; so is the `=`, `+`, `-` or `@` of a formula behind a `;`.
 * - `'` is put before what would be a formula, a number, a date, a truth value or an error, and before a `'`.
 *
 * *No value* is an empty cell.
 */
export function valueCell(value: string | null | undefined): string {
  if (value === null || value === undefined) return '';
  return guarded(withoutInnerFormulas(value.replace(LIVE_OR_BRACKET, byNumber)));
}

const NUMBERED = /⟨U\+([0-9A-F]{4,6})⟩/g;

/** The value that `valueCell` made a cell of. */
export function valueOfCell(cell: string): string {
  return cell.replace(/^'/, '').replace(NUMBERED, (written, hex: string) => {
    const codePoint = Number.parseInt(hex, 16);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : written;
  });
}

/** A value in its shown form as such a cell. Its brackets stay, since they say already what is invisible. */
export function shownCell(shown: string | undefined): string {
  if (shown === undefined) return '';
  return guarded(withoutInnerFormulas(shown.replace(LIVE, byNumber)));
}

/** Words of ours, with values in them, as such a cell: the whole is no number, whatever is in it. */
export function sentenceCell(sentence: string | undefined): string {
  if (sentence === undefined) return '';
  const visible = withoutInnerFormulas(sentence.replace(LIVE, byNumber));
  return isLed(visible) ? `'${visible}` : visible;
}

function guarded(visible: string): string {
  return isLed(visible) || isConverted(visible) ? `'${visible}` : visible;
}

/** Whether the first character makes it a formula, or could be taken for a guard. */
function isLed(visible: string): boolean {
  return visible.startsWith("'") || FORMULA.test(visible);
}

function isConverted(visible: string): boolean {
  if (ERROR.test(visible) || TRUTH.test(visible.trim())) return true;
  return !visible.includes('⟨') && DIGIT.test(visible) && !PLAINLY_TEXT.test(visible);
}

function withoutInnerFormulas(visible: string): string {
  return visible.includes(';')
    ? visible.replace(INNER_FORMULA, (_, before: string, start: string) => before + byNumber(start))
    : visible;
}
