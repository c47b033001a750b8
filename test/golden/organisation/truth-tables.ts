import { quoted } from './exports.ts';
import type { Entry, InputTruth, Truth, Who } from './story.ts';

const PEOPLE_COLUMNS = ['old', 'new', 'app', 'outcome', 'kinds', 'tier', 'difference', 'story', 'note'] as const;
const INPUT_COLUMNS = ['mode', 'side', 'line', 'column', 'finding', 'note'] as const;
type PersonRow = Readonly<Record<(typeof PEOPLE_COLUMNS)[number], string>>;
type InputRow = Readonly<Record<(typeof INPUT_COLUMNS)[number], string>>;

/** What must be said of everybody, by line. */
export function peopleTable(truths: readonly Truth[], lines: ReadonlyMap<Entry, number>): string {
  return tableOf(PEOPLE_COLUMNS, truthRows(truths, lines));
}

/** What must be said of the exports. */
export function inputTable(truths: readonly InputTruth[], lines: ReadonlyMap<Entry, number>): string {
  return tableOf(INPUT_COLUMNS, inputRows(truths, lines));
}

function truthRows(table: readonly Truth[], lines: ReadonlyMap<Entry, number>): PersonRow[] {
  const lineOf = (entry: Entry | undefined) => (entry === undefined ? '' : String(lines.get(entry)));
  const order = (row: PersonRow) => [row.old, row.new, row.app].map((line) => Number(line || 1e9));
  return table
    .map(({ old, new: next, app, tier = '', differs, told: [outcome, ...kinds], scope, note }) => ({
      old: lineOf(old),
      new: lineOf(next),
      app: lineOf(firstOf(app, lines)),
      outcome,
      kinds: kinds.sort().join(' '),
      tier,
      difference: differenceText(differs, kinds),
      story: scope,
      note,
    }))
    .sort((a, b) => {
      const [left, right] = [order(a), order(b)];
      const at = left.findIndex((line, index) => line !== right[index]);
      return (left[at] ?? 0) - (right[at] ?? 0);
    });
}

/** Which of several rows stands for them all: by address, then by name, so that the order of rows changes nothing. */
function firstOf(app: Who['app'], lines: ReadonlyMap<Entry, number>): Entry | undefined {
  if (app === undefined || 'side' in app) return app;
  const key = ({ cells }: Entry) => `${cells.Email}\u0000${cells.Name}`;
  return [...app].sort(
    (a, b) => Number(key(a) > key(b)) - Number(key(a) < key(b)) || (lines.get(a) ?? 0) - (lines.get(b) ?? 0),
  )[0];
}

function differenceText(differs: Who['differs'], kinds: readonly string[]): string {
  return (['sso', 'scim'] as const)
    .filter((attribute) => kinds.includes(`error:${attribute}-email-mismatch`))
    .map((attribute) => `${attribute}=${differs?.[attribute] ?? '?'}`)
    .join(' ');
}

function inputRows(truths: readonly InputTruth[], lines: ReadonlyMap<Entry, number>): InputRow[] {
  return truths.map(({ mode = '*', side, entry, column = '', finding, note }) => {
    return { mode, side, line: entry === undefined ? '' : String(lines.get(entry)), column, finding, note };
  });
}

function tableOf<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): string {
  const lines = [columns.join(','), ...rows.map((row) => columns.map((column) => quoted(row[column])).join(','))];
  return `${lines.join('\n')}\n`;
}
