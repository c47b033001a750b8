import { isMailbox } from '../email/mailbox.ts';
import { cellValue } from '../email/white-space.ts';
import { isLossy, isUndecodable } from '../loaders/damage.ts';
import type { DamagedColumn } from '../model/input.ts';
import { unitOf } from '../reporters/places.ts';
import { type ColumnFacts, holdsAddresses } from './column-facts.ts';
import { fileDefect, Places, plural } from './defect.ts';
import type { Defect } from './inspection.ts';
import type { Look } from './look.ts';

const PLAIN = /^[\x21-\x7e]+$/;
/** What nobody sees in an address, or what ends it in the eyes of a program. */
const HIDDEN = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{C}]/gu;
const NAMED = 3;

/** What is wrong with the cells of users. */
export function cellDefects(look: Look, columns: readonly ColumnFacts[]): Defect[] {
  const addresses = columns.filter(holdsAddresses);
  return [
    ...noEmail(look),
    ...damaged(look, 'lossy-cell'),
    ...damaged(look, 'encoding-lossy'),
    ...addresses.flatMap((facts) => noAddresses(look, facts)),
    ...addresses.flatMap((facts) => hidden(look, facts)),
    ...addresses.flatMap((facts) => caseVariants(look, facts)),
  ];
}

function noEmail({ emailFoundBy, table }: Look): Defect[] {
  if (emailFoundBy !== 'nothing') return [];
  const columns = plural(table.header.length, 'column');
  return [fileDefect('no-email-column', 'error', null, `none of the ${columns} holds addresses`)];
}

/** Cells that lost what they held. Most of them stand in columns that nothing reads, and are told in one. */
function damaged(look: Look, kind: 'lossy-cell' | 'encoding-lossy'): Defect[] {
  const { lossy, undecodable } = look.input.observations;
  const seen = kind === 'lossy-cell' ? lossy : undecodable;
  const what =
    kind === 'lossy-cell'
      ? 'hold a type name, an error or a part in place of their data'
      : 'lost letters in an encoding';
  const message = (count: number) => `${plural(count, 'cell')} ${count === 1 ? what.replace('hold', 'holds') : what}`;
  const isTold = (column: number) => (look.keys[column]?.length ?? 0) > 0;
  const texts = new Set(seen.filter(({ mappedTo }) => mappedTo !== null).map(({ column }) => column));
  const read = [...texts].flatMap((text) => placesOf(look, kind, text, isTold).defect(kind, 'error', text, message));
  const unread = seen.filter(({ mappedTo }) => mappedTo === null);
  return [...read, ...unreadDamage(unread, kind, message)];
}

function unreadDamage(
  columns: readonly DamagedColumn[],
  kind: 'lossy-cell' | 'encoding-lossy',
  message: (count: number) => string,
): Defect[] {
  if (columns.length === 0) return [];
  const cells = columns.reduce((sum, column) => sum + column.cells, 0);
  const names = columns.slice(0, NAMED).map(({ column }) => `“${column}”`);
  const more = columns.length > NAMED ? ` and ${columns.length - NAMED} more` : '';
  return [
    {
      kind,
      severity: 'warning',
      column: null,
      count: cells,
      message: `${message(cells)}, in ${plural(columns.length, 'column')} that nothing reads: ${names.join(', ')}${more}`,
      places: columns.map(({ column, firstLine, cells: here }) => ({
        line: firstLine,
        endLine: firstLine,
        note: `first of ${here} in “${column}”`,
      })),
    },
  ];
}

function placesOf(
  { table, keys, rows, lines }: Look,
  kind: 'lossy-cell' | 'encoding-lossy',
  text: string,
  isTold: (column: number) => boolean,
): Places {
  const places = new Places();
  const columns = [...table.header.keys()].filter((column) => table.header[column] === text && isTold(column));
  rows.forEach((cells, index) => {
    for (const column of columns) {
      const cell = cells[column] ?? '';
      const isId = keys[column]?.some((key) => key.endsWith('-id')) === true;
      const isDamaged = kind === 'lossy-cell' ? isLossy(cell, isId) : isUndecodable(cell, true, table.isAscii);
      if (isDamaged) places.add(lines[index] ?? 0);
    }
  });
  return places;
}

/** Of columns that are sent; what stands beside the addresses of another one says nothing. */
function noAddresses({ lines }: Look, { text, values, readAs }: ColumnFacts): Defect[] {
  if (!readAs.includes('sso') && !readAs.includes('scim')) return [];
  const places = new Places();
  values.forEach((value, index) => {
    if (value !== null && !isMailbox(value)) places.add(lines[index] ?? 0);
  });
  return places.defect(
    'not-an-address',
    'warning',
    text,
    (count) => `${plural(count, 'value is', 'values are')} no address`,
  );
}

function hidden({ lines }: Look, { text, values }: ColumnFacts): Defect[] {
  const places = new Places();
  values.forEach((value, index) => {
    if (value === null || PLAIN.test(value)) return;
    const note = hiddenIn(value);
    if (note !== '') places.add(lines[index] ?? 0, note);
  });
  return places.defect(
    'hidden-character',
    'warning',
    text,
    (count) => `${plural(count, 'value has', 'values have')} white space, a control or an invisible character`,
  );
}

/** Which characters they are and where, without the address around them. */
function hiddenIn(value: string): string {
  const found = new Set<string>();
  for (const match of value.matchAll(HIDDEN)) {
    const [character] = match;
    const isLast = match.index + character.length === value.length;
    const where = match.index === 0 ? 'at the start' : isLast ? 'at the end' : 'inside';
    const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    if (found.size < NAMED) found.add(`${character === ' ' ? 'space' : `U+${number}`} ${where}`);
  }
  return [...found].join(', ');
}

/** To a service provider that compares exactly these are two people; to most others they are one. */
function caseVariants({ table, lines }: Look, { text, values }: ColumnFacts): Defect[] {
  const first = new Map<string, { value: string; line: number }>();
  const places = new Places();
  values.forEach((value, index) => {
    if (value === null || cellValue(value) === null) return;
    const folded = value.toLowerCase();
    const known = first.get(folded);
    const line = lines[index] ?? 0;
    if (known === undefined) first.set(folded, { value, line });
    else if (known.value !== value) places.add(line, `as ${unitOf(table.format)} ${known.line} but for letter case`);
  });
  return places.defect(
    'case-variant',
    'warning',
    text,
    (count) => `${plural(count, 'value differs', 'values differ')} from an earlier one in letter case alone`,
  );
}
