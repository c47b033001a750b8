import { Readable } from 'node:stream';
import { expect } from 'vitest';
import { type ErrorCode, PreflightError } from '../../src/errors.ts';
import { inspectionReportSchema } from '../../src/inspect/inspection.ts';
import { inspectionJson } from '../../src/inspect/json.ts';
import { inspectionText } from '../../src/inspect/text.ts';
import type { LoadedInput } from '../../src/model/input.ts';
import type { UserRecord } from '../../src/model/user.ts';
import { inspect } from '../../src/node/inspect.ts';
import { loadUsers } from '../../src/node/load-users.ts';
import { readTable } from '../../src/node/readers/read-table.ts';
import { LIVE } from '../naughty/same-everywhere.ts';
import { lostLine } from './coverage.ts';
import type { Input } from './inputs.ts';

/** What `loadUsers` says that it throws when nobody asked for columns, a profile or a sheet. */
const DOCUMENTED: readonly ErrorCode[] = [
  'ERR_INPUT_BINARY',
  'ERR_INPUT_EMPTY',
  'ERR_INPUT_HEADER',
  'ERR_INPUT_JSON',
  'ERR_INPUT_RECORD',
  'ERR_INPUT_TOO_LARGE',
  'ERR_INPUT_TRUNCATED',
  'ERR_NO_EMAIL_COLUMN',
];
const FILE = 'fuzzed';
const PROTOTYPES = [Object.prototype, Array.prototype, String.prototype, Function.prototype, Map.prototype];
const before = PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).map(String));

/** What became of an input: the format that it was read as, or the code of the error. */
export type Fate = LoadedInput['format'] | ErrorCode;

/**
 * Asserts what has to hold of any input.
 *
 * @param isInspected - whether `inspect`, which takes longer, is asked about it besides; else every line has to be in a record
 */
export async function assertReadOrRefused(input: Input, isInspected: boolean): Promise<Fate> {
  const fate = await assertLoaded(input);
  if (isInspected) await assertInspected(input, fate);
  else if (typeof fate !== 'string' && input.text !== null) {
    const table = await readTable(Readable.from([input.bytes]));
    const lost = lostLine(table, input.text);
    if (lost !== null) throw new Error(`what is on line ${lost} is in no record`);
  }
  expect(PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype).map(String))).toEqual(before);
  return typeof fate === 'string' ? fate : fate.format;
}

async function assertLoaded({ bytes, mostLines }: Input): Promise<LoadedInput | ErrorCode> {
  try {
    const { users, inputs } = await loadUsers(Readable.from([bytes]), { side: 'new', file: FILE });
    const [input] = inputs;
    if (input === undefined) throw new Error('no input');
    assertAccounted(input, users, mostLines);
    return input;
  } catch (fault) {
    if (!(fault instanceof PreflightError)) throw fault;
    // What is thrown first says more.
    if (!DOCUMENTED.includes(fault.code)) throw new Error(`${fault.code}: ${fault.message}`, { cause: fault });
    expect(fault.file).toBe(FILE);
    if (fault.line !== undefined) assertLine(fault.line, mostLines);
    expect(fault.message).not.toBe('');
    expect(holeIn(fault.message)).toBeNull();
    return fault.code;
  }
}

/** Asserts that an input that was read gives account of every record, with lines that are there. */
export function assertAccounted(input: LoadedInput, users: readonly UserRecord[], mostLines: number): void {
  const { records, rejected, excluded, excludedReasons, excludedLines, observations } = input;
  expect({ records, users: users.length }).toEqual({ records: users.length + rejected + excluded, users: input.users });
  expect(records).toBeGreaterThan(0);
  expect(observations.rejections).toHaveLength(rejected);
  expect(Object.values(excludedReasons).reduce((sum, count) => sum + count, 0)).toBe(excluded);
  expect(holeIn(input)).toBeNull();
  // In JSON, a line is the number of a record.
  const most = input.format === 'json' ? records : mostLines;
  const excludedRuns = Object.values(excludedLines).flat();
  for (const [first, last] of excludedRuns) {
    assertLine(first, most);
    assertLine(last, most);
    expect(last).toBeGreaterThanOrEqual(first);
  }
  for (const { line, endLine, reason } of observations.rejections) {
    assertLine(line, most);
    assertLine(endLine, most);
    expect(endLine).toBeGreaterThanOrEqual(line);
    expect(reason).not.toBe('');
    expect(reason).not.toMatch(/\bundefined\b|\bNaN\b|\[object /);
  }
  let lastLine = 0;
  for (const user of users) {
    assertLine(user.line ?? 0, most);
    // One line holds one record, and users come in the order of the file.
    expect(user.line).toBeGreaterThan(lastLine);
    lastLine = user.line ?? 0;
    assertUser(user);
  }
}

function assertUser(user: UserRecord): void {
  const { sso, scim, username, name, active, ids, aliases = [], groups = [] } = user;
  for (const value of [sso, scim, username, name, ...Object.values(ids ?? {})]) {
    // What is of white space only is no value.
    if (typeof value === 'string') expect(value).toMatch(/\P{White_Space}/u);
    else expect(value ?? null).toBeNull();
  }
  for (const value of [...aliases, ...groups]) expect(typeof value).toBe('string');
  expect(typeof active).toBe('boolean');
}

async function assertInspected({ bytes, mostLines }: Input, fate: LoadedInput | ErrorCode): Promise<void> {
  const inspection = await inspect([Readable.from([bytes])]);
  const { files, failures } = inspection;
  expect(files.length + failures.length).toBe(1);
  expect(() => inspectionReportSchema.parse(JSON.parse(inspectionJson(inspection)))).not.toThrow();
  expect(holeIn(inspection)).toBeNull();
  // Booleans: a difference of pages helps nobody.
  expect(LIVE.test(inspectionText(inspection))).toBe(false);
  const [file] = files;
  if (file === undefined) {
    expect(failures[0]?.code).toBe(fate);
    return;
  }
  const { records, users, rejected, excluded, active, inactive, statusUnknown } = file;
  expect(records).toBe(users + rejected + excluded);
  expect(users).toBe(active + inactive + statusUnknown);
  expect(Math.min(active, inactive, statusUnknown)).toBeGreaterThanOrEqual(0);
  for (const { line, endLine } of file.defects.flatMap(({ places }) => places)) {
    expect(endLine).toBeGreaterThanOrEqual(line);
    assertLine(endLine, file.format === 'json' ? records : mostLines);
  }
  // It finds an email column where nobody but a person can say that it is one.
  if (fate === 'ERR_NO_EMAIL_COLUMN') return;
  if (typeof fate === 'string') throw new Error(`inspected, and yet loading says ${fate}`);
  expect([file.format, file.sha256, records]).toEqual([fate.format, fate.sha256, fate.records]);
  // A list of members has fewer columns that are read, and a row that lacks others is whole.
  if (file.side !== 'app') expect([users, rejected, excluded]).toEqual([fate.users, fate.rejected, fate.excluded]);
}

function assertLine(line: number, most: number): void {
  if (Number.isInteger(line) && line >= 1 && line <= most) return;
  throw new Error(`line ${line} of ${most}`);
}

/** Where a value holds what is none: undefined, NaN, an infinite number; null where nothing is. */
function holeIn(value: unknown, path = ''): string | null {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return `${path} is ${value}`;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = holeIn(inner, `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
