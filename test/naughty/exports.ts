import type { MapKey } from '../../src/model/input.ts';

/** What a column of an export is mapped to; its header is the same word. */
export const KEYS = [
  'sso',
  'scim',
  'username',
  'employee-id',
  'external-id',
  'immutable-id',
  'name',
  'status',
  'groups',
  'aliases',
] as const satisfies readonly MapKey[];
export type Key = (typeof KEYS)[number];

export type Row = Readonly<Record<Key, string>>;

/** Fields that are filled at once: what pairs two users, and what differs between them, is among the others. */
export const TOGETHER: readonly (readonly Key[])[] = [
  ['sso', 'username', 'immutable-id'],
  ['scim', 'name', 'external-id'],
  ['employee-id', 'status'],
  ['groups', 'aliases'],
];

/**
 * Users of one side, of whom each holds one of the strings in some fields. The same of both sides are a pair by an id,
 * and differ in an address or in their groups, so that a report says something of everyone.
 */
export function usersWith(keys: readonly Key[], strings: readonly string[], side: 'old' | 'new'): Row[] {
  return strings.map((text, index) => ({
    sso: `sso-${side}-${index}@example.com`,
    scim: `scim-${side}-${index}@example.com`,
    username: `user${index}`,
    'employee-id': `E-${index}-E`,
    'external-id': `X-${index}-X`,
    'immutable-id': '',
    name: `Person ${index}`,
    status: 'active',
    groups: 'staff',
    aliases: '',
    ...Object.fromEntries(keys.flatMap((key) => (key === 'groups' && side === 'new' ? [] : [[key, text]]))),
  }));
}

/** An export in CSV, every cell in quotes. */
export function asCsv(rows: readonly Readonly<Record<string, string>>[]): string {
  const header = Object.keys(rows[0] ?? {});
  const line = (cells: readonly string[]) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
  return line(header) + rows.map((row) => line(header.map((name) => row[name] ?? ''))).join('');
}

/** A cell that holds nothing, or has lost what it held: *no value*. */
export function isNoValue(text: string, key: Key): boolean {
  const isRounded = key.endsWith('-id') && /^[+-]?\d(?:[.,]\d+)?E\+\d+$/i.test(text);
  return /^\p{White_Space}*$/u.test(text) || /^#(?:N\/A|REF!|DIV\/0!)$/.test(text) || isRounded;
}
