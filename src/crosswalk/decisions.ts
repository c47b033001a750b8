import { cellValue, trimWhiteSpace } from '../email/white-space.ts';
import { PreflightError } from '../errors.ts';
import { type CrosswalkDecision, DECISIONS, type Decision, type PersonKey } from '../model/crosswalk.ts';
import { ID_KINDS, type IdKind } from '../model/user.ts';
import { valueOfCell } from '../reporters/spreadsheet-cell.ts';
import { APP_COLUMN, APPLICATION_COLUMN, CROSSWALK_HEADER, HUMAN_COLUMNS, WORD_COLUMNS } from './index.ts';

/** The cells of a crosswalk as they were read. */
export interface CrosswalkTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly (readonly string[])[];
  /** Physical line of each row, 1-based. */
  readonly lines: ArrayLike<number>;
}

/** Columns that name somebody. */
const NAMING = CROSSWALK_HEADER.filter(
  (column) => ![...HUMAN_COLUMNS, ...WORD_COLUMNS, APPLICATION_COLUMN].some((other) => other === column),
);

/**
 * Reads the rows of a crosswalk as decisions. Columns may stand in any order, and those that are not needed to find
 * somebody may be left out.
 *
 * @throws PreflightError ERR_CROSSWALK for a header or a row that is not as documented, with its line
 */
export function decisionsOf(table: CrosswalkTable): CrosswalkDecision[] {
  const places = placesOf(table);
  return table.rows.flatMap((cells, index) => {
    const line = table.lines[index] ?? 0;
    const cell = (column: string): string | undefined => {
      const place = places.get(column);
      const text = place === undefined ? null : cellValue(cells[place]);
      return text === null ? undefined : (cellValue(valueOfCell(text)) ?? undefined);
    };
    const homeless = cells.findIndex((text, place) => cellValue(text) !== null && !isHeaded(table.header, place));
    if (homeless >= 0) {
      // A comma in a name without quotes moves everything behind it: another person would be meant.
      const what = `Cell ${homeless + 1} stands under no header`;
      throw fault(table, line, `${what}. Is there a separator too many, or are quotes missing around a value?`);
    }
    if (NAMING.every((column) => cell(column) === undefined)) {
      if (cell('decision') === undefined) return [];
      throw fault(table, line, 'A row has a decision and names nobody.');
    }
    const decision = wordOf(cell('decision'), table, line);
    return [
      {
        ...(decision === undefined ? {} : { decision }),
        ...optional('old', personOf('old', cell)),
        ...optional('new', personOf('new', cell)),
        ...optional('app', cell(APP_COLUMN)),
        ...optional('application', cell(APPLICATION_COLUMN)),
        ...optional('note', cell('note')),
        file: table.file,
        line,
      },
    ];
  });
}

function isHeaded(header: readonly string[], place: number): boolean {
  return cellValue(header[place]) !== null;
}

function placesOf(table: CrosswalkTable): Map<string, number> {
  const places = new Map<string, number>();
  table.header.forEach((text, index) => {
    const column = trimWhiteSpace(text).toLowerCase();
    if (column === '') return;
    if (!CROSSWALK_HEADER.includes(column)) {
      throw fault(
        table,
        table.headerLine,
        `There is no column "${text}" in a crosswalk. Known: ${CROSSWALK_HEADER.join(', ')}.`,
      );
    }
    if (places.has(column)) throw fault(table, table.headerLine, `The column "${column}" is there twice.`);
    places.set(column, index);
  });
  if (!places.has('decision')) {
    throw fault(
      table,
      table.headerLine,
      'A crosswalk needs a column "decision". --crosswalk-template FILE writes one to fill in.',
    );
  }
  return places;
}

function wordOf(cell: string | undefined, table: CrosswalkTable, line: number): Decision | undefined {
  if (cell === undefined) return undefined;
  const word = trimWhiteSpace(cell).toLowerCase();
  const decision = DECISIONS.find((known) => known === word);
  if (decision !== undefined) return decision;
  throw fault(table, line, `Unknown decision "${cell}". Known: ${DECISIONS.join(', ')}; or leave the cell empty.`);
}

function personOf(side: 'old' | 'new', cell: (column: string) => string | undefined): PersonKey | undefined {
  const ids: { [kind in IdKind]?: string } = {};
  for (const kind of ID_KINDS) {
    const id = cell(`${side} ${kind}`);
    if (id !== undefined) ids[kind] = id;
  }
  const [email, username, name] = ['email', 'username', 'name'].map((column) => cell(`${side} ${column}`));
  // A name alone names nobody.
  if (email === undefined && username === undefined && Object.keys(ids).length === 0) return undefined;
  return { ...optional('email', email), ...optional('username', username), ...optional('name', name), ids };
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [key in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [key in Key]?: Value };
}

function fault({ file }: Pick<CrosswalkTable, 'file'>, line: number, message: string): PreflightError {
  return new PreflightError('ERR_CROSSWALK', message, { file, line });
}
