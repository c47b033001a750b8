import { trimWhiteSpace } from '../email/white-space.ts';
import { PreflightError } from '../errors.ts';
import { didYouMean } from '../nearest.ts';
import type { RawTable } from './raw-table.ts';

const REQUIRED = /required$/i;

/** What two header texts are compared by: letters and digits in lower case, a suffix like `[Required]` left out. */
export function headerKey(text: string): string {
  return lettersAndDigits(withoutSuffix(trimWhiteSpace(text.normalize('NFKC'))));
}

/** The same with the suffix. */
export function wholeKey(text: string): string {
  return lettersAndDigits(text.normalize('NFKC'));
}

function lettersAndDigits(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Takes off `[Required]`, and the `[displayName] Required` of Entra's templates. */
function withoutSuffix(text: string): string {
  const bare = trimWhiteSpace(text.replace(REQUIRED, ''));
  const open = bare.lastIndexOf('[');
  // The number of an entry is no suffix: `aliases[0]`.
  return bare.endsWith(']') && open > 0 && !/\[\d+\]$/.test(bare) ? bare.slice(0, open) : text;
}

/** Header texts that stand more than once, with how often; unnamed columns are not counted. */
export function duplicateHeaders(header: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of header) {
    const trimmed = trimWhiteSpace(text);
    if (trimmed !== '') counts.set(trimmed, (counts.get(trimmed) ?? 0) + 1);
  }
  for (const [text, count] of counts) if (count < 2) counts.delete(text);
  return counts;
}

/** A header, and where it stands. */
export type HeaderPlace = Pick<RawTable, 'header' | 'headerLine' | 'file'>;

/** Where a fault of a header lies. */
export function headerPlace({ file, headerLine }: Omit<HeaderPlace, 'header'>): { file: string; line?: number } {
  return headerLine === null ? { file } : { file, line: headerLine };
}

/**
 * The column a user means by a header text: the text itself, or else the same but for space, case and punctuation.
 *
 * @throws PreflightError ERR_UNKNOWN_COLUMN where there is none, or where several different ones would do
 */
export function findNamed(place: HeaderPlace, wanted: string, flag: string): number {
  const { header } = place;
  const forms: ((text: string) => string)[] = [
    (text) => text,
    trimWhiteSpace,
    (text) => trimWhiteSpace(text).toLowerCase(),
    headerKey,
  ];
  for (const form of forms) {
    const target = form(wanted);
    if (target === '') continue;
    const matches = header.flatMap((text, index) => (form(text) === target ? [index] : []));
    const texts = new Set(matches.map((index) => trimWhiteSpace(header[index] ?? '')));
    if (texts.size > 1) {
      throw new PreflightError(
        'ERR_UNKNOWN_COLUMN',
        `${flag}: "${wanted}" could be any of the columns ${list([...texts])}. Write the header text exactly.`,
        { ...headerPlace(place), column: wanted },
      );
    }
    if (matches[0] !== undefined) return matches[0];
  }
  const named = header.filter((text) => text !== '');
  throw new PreflightError(
    'ERR_UNKNOWN_COLUMN',
    `${flag}: there is no column "${wanted}" in this file.${didYouMean(wanted, named, quoted)} Its columns are: ${list(named)}.`,
    { ...headerPlace(place), column: wanted },
  );
}

function list(texts: readonly string[]): string {
  return texts.map(quoted).join(', ');
}

function quoted(text: string): string {
  return `"${text}"`;
}
