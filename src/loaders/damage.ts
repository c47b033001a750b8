import type { DamagedColumn, MapKey } from '../model/input.ts';
import { isLeftOut } from './long-cell.ts';

/** PowerShell writes the type of an object in place of a value it cannot flatten. */
const TYPE_NAME = /^(?:System\.|Microsoft\.(?:ActiveDirectory|Graph|Open|Exchange)\.)[\w.`]+(?:\[[\w.\][,` ]*\])?$/;
/** A list that PowerShell has cut for display (`$FormatEnumerationLimit`, four items): `{a, b, c, d...}`. */
const CUT_LIST = /^\{.*(?:\.\.\.|\u2026)\}$/s;
/**
 * Characters of a cell that spreadsheets keep.
 *
 * @see https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
 */
const SPREADSHEET_CELL = 32_767;
/** Characters that are shown of what was cut. */
const SHOWN = 40;
/** What a spreadsheet writes where a formula failed or a column was too narrow; in English, German and Romance languages, Dutch. */
const SPREADSHEET_ERROR = new RegExp(
  '^#(?:N/A|NV|N/D|N/B|REF!|BEZUG!|RIF!|¡REF!|VERW!|VALUE!|WERT!|VALEUR!|VALORE!|¡VALOR!|VALOR!|WAARDE!|NAME\\?|NOM\\?|' +
    '¿NOMBRE\\?|NOME\\?|NAAM\\?|DIV/0!|¡DIV/0!|NULL!|NUL!|NULO!|¡NULO!|NULLO!|LEEG!|NUM!|¡NUM!|NOMBRE!|ZAHL!|GETAL!|' +
    'SPILL!|ÜBERLAUF!|CALC!|#+)$',
  'u',
);
/** A long number that a spreadsheet has rounded. */
const ROUNDED_NUMBER = /^[+-]?\d(?:[.,]\d+)?E\+\d+$/i;
const LETTER_LOST = /\p{L}\?|\?\p{L}/u;

/** Whether a cell no longer holds its data: such a cell is *no value*, and is reported. */
export function isLossy(cell: string, isId: boolean): boolean {
  if (cell.length === SPREADSHEET_CELL) return true;
  const first = cell.charCodeAt(0);
  if (first === 0x27e8) return isLeftOut(cell);
  if (first === 0x7b) return CUT_LIST.test(cell);
  if (first === 0x23) return SPREADSHEET_ERROR.test(cell);
  if (first === 0x53 || first === 0x4d) return TYPE_NAME.test(cell);
  return isId && ROUNDED_NUMBER.test(cell);
}

/** A damaged cell as it is shown: of one that was cut, the beginning. */
export function shownDamage(cell: string): string {
  if (cell.length < SPREADSHEET_CELL) return cell;
  return `${cell.slice(0, SHOWN)}\u2026 (cut off after ${SPREADSHEET_CELL.toLocaleString('en')} characters)`;
}

/** Whether letters of a cell were lost in an encoding. `?` counts only in files that hold no other letter than ASCII. */
export function isUndecodable(cell: string, mapped: boolean, isAscii: boolean): boolean {
  return cell.includes('\uFFFD') || (mapped && isAscii && cell.includes('?') && LETTER_LOST.test(cell));
}

/** Counts damaged cells by column. */
export class DamageCounter {
  readonly #columns = new Map<number, { cells: number; firstLine: number; example: string }>();

  add(column: number, line: number, cell: string): void {
    const seen = this.#columns.get(column);
    if (seen === undefined) this.#columns.set(column, { cells: 1, firstLine: line, example: shownDamage(cell) });
    else seen.cells += 1;
  }

  summary(header: readonly string[], keys: readonly (readonly MapKey[])[]): DamagedColumn[] {
    return [...this.#columns]
      .sort(([a], [b]) => a - b)
      .map(([column, damage]) => ({ column: header[column] ?? '', mappedTo: keys[column]?.[0] ?? null, ...damage }));
  }
}
