import { cellValue } from '../email/white-space.ts';
import { RecordSet } from '../loaders/record-set.ts';
import { statusReader } from '../loaders/status.ts';
import { fileDefect, Places, plural } from './defect.ts';
import type { Defect } from './inspection.ts';
import { type Look, sampled } from './look.ts';

/** Page sizes and limits of exports, as the finding `round-count` has them. */
const ROUND = /^(?:1|2|25|5)0+$/;
const FEWEST_ROUND = 100;
const STATUS_WORDS = 3;

/** What is wrong with records, and with the header. */
export function recordDefects(look: Look): Defect[] {
  return [
    ...rejected(look),
    ...duplicateHeaders(look),
    ...unknownStatuses(look),
    ...noStatus(look),
    ...sameAgain(look),
    ...roundCount(look),
  ];
}

function rejected({ input }: Look): Defect[] {
  const places = new Places();
  for (const { line, endLine, reason } of input.observations.rejections) places.add(line, reason, endLine);
  return places.defect(
    'record-rejected',
    'error',
    null,
    (count) => `${plural(count, 'record')} could not be read, and ${count === 1 ? 'is' : 'are'} nobody's`,
  );
}

function duplicateHeaders({ input, table }: Look): Defect[] {
  return input.observations.duplicateHeaders.map(({ column, count, mappedTo }) => ({
    kind: 'duplicate-header' as const,
    severity: mappedTo === null ? ('warning' as const) : ('error' as const),
    column,
    count,
    message: `${count} columns have this name${mappedTo === null ? '' : `, and one of them is read as ${mappedTo}`}`,
    places: table.headerLine === null ? [] : [{ line: table.headerLine, endLine: table.headerLine, note: '' }],
  }));
}

/** Words of a status that nobody knows, each with the line that has it first. */
function unknownStatuses({ input, isApp, mapping }: Look): Defect[] {
  const as = isApp ? 'is taken for an account' : 'would count as active on the old side and inactive on the new';
  return input.observations.unknownStatuses.map(({ word, count, firstLine }) => ({
    kind: 'status-unknown' as const,
    severity: 'error' as const,
    // Of several status columns it is not known which one it was.
    column: mapping.statusColumns.length > 1 ? null : input.mapping.status,
    count,
    message: `${cellValue(word) === null ? 'an empty status' : `status “${word}”`} of ${plural(count, 'user')} is not known: it ${as}`,
    places: [{ line: firstLine, endLine: firstLine, note: count > 1 ? 'the first' : '' }],
  }));
}

function noStatus(look: Look): Defect[] {
  if (look.input.mapping.status !== null) return [];
  const candidates = statusCandidates(look).map((text) => `“${text}”`);
  const hint =
    candidates.length === 0 ? '' : `; ${candidates.join(' or ')} could be one: map status=COLUMN where it is`;
  return [
    fileDefect(
      'no-status-column',
      'warning',
      null,
      `no status column is known, so that everybody counts as active${hint}`,
    ),
  ];
}

/** Columns with nothing but a few words that a status has. */
function statusCandidates({ table, rows }: Look): string[] {
  const few = sampled(rows);
  return table.header.flatMap((text, column) => {
    const words = new Set<string>();
    for (const cells of few) {
      const word = cells[column] ?? '';
      if (words.size <= STATUS_WORDS && cellValue(word) !== null) words.add(word);
    }
    const read = statusReader('status');
    const isStatus = words.size > 1 && words.size <= STATUS_WORDS;
    return isStatus && [...words].every((word) => read(word) !== 'unknown') ? [text] : [];
  });
}

/** Records that are there again, told by their lines; the loader counts them only. */
function sameAgain({ table, input, mapping, lines }: Look): Defect[] {
  const again = input.excludedReasons['same-record-again'] ?? 0;
  if (again === 0) return [];
  const places = new Places();
  const hint = mapping.source.from(mapping.columns.sso)[0] ?? 0;
  const rejectedLines = new Set(input.observations.rejections.map(({ line }) => line));
  const userLines = new Set(lines);
  const records = new RecordSet();
  table.rows.forEach((cells, index) => {
    const line = table.lines[index] ?? 0;
    if (rejectedLines.has(line) || cells.every((cell) => cellValue(cell) === null)) return;
    if (!records.add(cells, cells[hint] ?? '') && !userLines.has(line)) places.add(line);
  });
  const message = (count: number) =>
    `${plural(count, 'record is', 'records are')} identical to an earlier one in every cell, and left out`;
  // Records that are there again from an earlier page are not seen in this one.
  if (places.count === 0) return [{ ...fileDefect('same-record-again', 'info', null, message(again)), count: again }];
  return places.defect('same-record-again', 'info', null, message);
}

function roundCount({ input }: Look): Defect[] {
  const { records } = input;
  if (records < FEWEST_ROUND || !ROUND.test(String(records))) return [];
  return [
    fileDefect(
      'round-count',
      'warning',
      null,
      `exactly ${records} records: is it one page of a longer list? Compare with the number that the provider shows`,
    ),
  ];
}
