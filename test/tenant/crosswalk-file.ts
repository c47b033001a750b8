import { parse } from 'csv-parse/sync';
import { quoted } from '../golden/organisation/exports.ts';

/** What a human writes into a template. */
const BY_HAND = ['decision', 'note'] as const;

type Row = Readonly<Record<string, string>>;

/** The rows of a template, or of one that was filled in, without what a human wrote. */
export function asWritten(text: string): Row[] {
  return rowsOf(text).map((row) => ({ ...row, decision: '', note: '' }));
}

/** A template with what a human wrote into an earlier one, row by row. */
export function filledInAs(template: string, earlier: string): string {
  const before = new Map(rowsOf(earlier).map((row) => [keyOf(row), row]));
  const rows = rowsOf(template).map((row) => {
    const known = before.get(keyOf(row));
    return { ...row, ...Object.fromEntries(BY_HAND.map((column) => [column, known?.[column] ?? ''])) };
  });
  const header = Object.keys(rows[0] ?? {});
  const lines = [header, ...rows.map((row: Row) => header.map((column) => row[column] ?? ''))];
  return `\uFEFF${lines.map((cells) => cells.map(quoted).join(',')).join('\n')}\n`;
}

/** Which two records a row is about. */
function keyOf(row: Row): string {
  return JSON.stringify(['old username', 'new username', 'app email'].map((column) => row[column]));
}

function rowsOf(text: string): Row[] {
  return parse(text, { bom: true, columns: true });
}
