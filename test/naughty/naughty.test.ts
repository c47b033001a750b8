import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { REPORT_FORMATS } from '../../src/node/writers/index.ts';
import { loadUsers, reconcile, render, type UserRecord } from '../../src/node.ts';
import { runCommand } from '../support/command.ts';
import { tempFiles } from '../support/temp.ts';
import { asCsv, isNoValue, KEYS, type Key, type Row, TOGETHER, usersWith } from './exports.ts';
import { assertSameEverywhere, LIVE, type Told } from './same-everywhere.ts';
import { NAUGHTY, NAUGHTY_TEXT } from './strings.ts';

const FORMATS = ['text', 'json', 'ndjson', 'csv', 'notify'] as const;

/** Runs `check` on files, with every report of everyone. */
async function checked(files: Readonly<Record<string, string>>, ...flags: string[]): Promise<Report> {
  const paths = tempFiles(files);
  const [old = '', next = '', app] = Object.values(paths);
  const directory = join(old, '..');
  const maps = (['old', 'new'] as const).flatMap((side) => KEYS.flatMap((key) => [`--${side}-map`, `${key}=${key}`]));
  const reports = FORMATS.flatMap((format) => ['--report', `${format}=${join(directory, `report.${format}`)}`]);
  const list = app === undefined ? [] : ['--app', app, '--app-map', 'email=sso', '--app-map', 'name=name'];
  const args = ['check', '--old', old, '--new', next, ...maps, ...list, ...reports, '--all', ...flags];
  const { status, stdout, stderr } = await runCommand(args);
  expect(stderr).toMatch(/gate closed/);
  expect(LIVE.test(stderr + stdout)).toBe(false);
  expect(status).toBe(1);
  const told = FORMATS.map((format) => [format, readFileSync(join(directory, `report.${format}`), 'utf8')]);
  return assertSameEverywhere(Object.fromEntries(told) as Told);
}

/** Where a report shows what was read of a column. */
const SHOWN: Partial<Record<Key, (user: NonNullable<Report['people'][number]['old']>) => string | null>> = {
  sso: ({ sso }) => sso,
  scim: ({ scim }) => scim,
  username: ({ username }) => username,
  name: ({ name }) => name,
  'employee-id': ({ ids }) => ids['employee-id'],
  'external-id': ({ ids }) => ids['external-id'],
  'immutable-id': ({ ids }) => ids['immutable-id'],
};

/** Asserts that a report holds every string where it was put, on both sides. */
function assertAllThere({ people, inputs }: Report, key: Key, strings: readonly string[]): void {
  expect(inputs.map(({ records, users }) => [records, users])).toEqual(
    inputs.map(() => [strings.length, strings.length]),
  );
  const read = SHOWN[key];
  if (read === undefined) return;
  for (const side of ['old', 'new'] as const) {
    // In the order of the records: a line is where one starts.
    const users = people.flatMap((person) => person[side] ?? []).sort((a, b) => a.line - b.line);
    const wanted = strings.map((text) => (isNoValue(text, key) ? null : text));
    expect(users.map(read)).toEqual(wanted);
  }
}

it('knows every report format', () => {
  expect([...REPORT_FORMATS].sort()).toEqual([...FORMATS].sort());
});

describe('every naughty string, through the reader, the matcher and every reporter, and back', () => {
  it.each(TOGETHER.map((keys) => ({ keys, title: keys.join(' and ') })))('as $title in CSV', async ({ keys }) => {
    const files = {
      'old.csv': asCsv(usersWith(keys, NAUGHTY_TEXT, 'old')),
      'new.csv': asCsv(usersWith(keys, NAUGHTY_TEXT, 'new')),
    };
    const report = await checked(files);
    for (const key of keys) assertAllThere(report, key, NAUGHTY_TEXT);
  });

  it('in every field of a JSON file at once, halves of characters among them', async () => {
    // The very long ones take long where everybody has some, and are in the files above.
    const strings = NAUGHTY.filter((text) => text.length < 1000);
    const rows = (side: 'old' | 'new') =>
      strings.map((_, index) => ({
        ...(usersWith([], strings, side)[index] as Row),
        ...Object.fromEntries(KEYS.map((key, place) => [key, textAt(index, place)])),
      }));
    const textAt = (index: number, place: number) => strings[(index + place * 61) % strings.length] ?? '';
    const report = await checked({ 'old.json': JSON.stringify(rows('old')), 'new.json': JSON.stringify(rows('new')) });
    const isRefused = (_: string, index: number) => KEYS.some((_key, place) => textAt(index, place).includes('\u001F'));
    const refused = strings.filter(isRefused).length;
    expect(refused).toBeGreaterThan(0);
    expect(report.inputs.map(({ rejected, excluded }) => [rejected, excluded])).toEqual([
      [refused, 0],
      [refused, 0],
    ]);
    const users = report.people.flatMap(({ old }) => old ?? []).sort((a, b) => a.line - b.line);
    for (const [place, key] of KEYS.entries()) {
      const read = SHOWN[key];
      if (read === undefined) continue;
      const wanted = strings.flatMap((text, index) => {
        if (isRefused(text, index)) return [];
        return [isNoValue(textAt(index, place), key) ? null : textAt(index, place)];
      });
      expect(users.map(read)).toEqual(wanted);
    }
  });

  it('in the list of the app', async () => {
    const report = await checked({
      'old.csv': asCsv(usersWith(['sso'], NAUGHTY_TEXT, 'old')),
      'new.csv': asCsv(usersWith(['sso'], NAUGHTY_TEXT, 'new')),
      'app.csv': asCsv(NAUGHTY_TEXT.map((text) => ({ sso: text, name: text, status: text }))),
    });
    const rows = new Set(report.people.flatMap(({ app }) => app?.sso ?? []));
    const isAddress = (text: string) => !isNoValue(text, 'sso') && !/\p{White_Space}$|^\p{White_Space}/u.test(text);
    expect(NAUGHTY_TEXT.filter((text) => isAddress(text) && !rows.has(text))).toEqual([]);
  });

  it('as the name of a file', async () => {
    const names = NAUGHTY.filter((text) => text !== '');
    const old = await usersOf(names, (file, index) => ({
      csv: `email\nann${index}@example.com\n"b"ob@example.com\n`,
      file,
      column: 'email',
    }));
    const { inputs, inputFindings } = assertSameEverywhere(await toldOf(old, [{ sso: 'ann@example.com' }]));
    expect(inputs.map(({ file }) => file)).toEqual(names);
    const rejected = inputFindings.filter(({ kind }) => kind === 'record-rejected');
    expect(rejected.map(({ file }) => file).sort()).toEqual([...names].sort());
  });

  it('as the header of a column', async () => {
    const headers = NAUGHTY_TEXT.filter((text) => text.length < 1000);
    const header = headers.map((text) => `"${text.replaceAll('"', '""')}"`).join();
    const csv = `email,${header}\nann@example.com,${headers.map(() => '#REF!').join()}\n`;
    const { users } = await loadUsers(Readable.from([csv]), { side: 'old', file: 'old.csv', map: { sso: 'email' } });
    const { inputFindings } = assertSameEverywhere(await toldOf([...users], [{ sso: 'ann@example.com' }]));
    const damaged = inputFindings.filter(({ kind }) => kind === 'lossy-cell').map(({ column }) => column);
    expect(damaged).toEqual(headers);
  });

  it('as the header of the column that is sent', async () => {
    // A file with NUL in its header is no text; a header of nothing but space cannot be asked for, and - is no header.
    const headers = NAUGHTY_TEXT.filter((text) => !/^\p{White_Space}*$|\u0000|^-$/u.test(text));
    const old = await usersOf(headers, (column, index) => ({
      csv: `id,"${column.replaceAll('"', '""')}"\n${index},ann${index}@example.com\n`,
      file: `old-${index}.csv`,
      column,
    }));
    const { inputs } = assertSameEverywhere(await toldOf(old, [{ sso: 'ann@example.com' }]));
    expect(inputs.map(({ mapping }) => mapping.sso)).toEqual(headers);
  });
});

/** The users of a file for each string. */
async function usersOf(
  strings: readonly string[],
  make: (text: string, index: number) => { file: string; csv: string; column: string },
): Promise<UserRecord[]> {
  const sides = strings.map((text, index) => {
    const { file, csv, column } = make(text, index);
    return loadUsers(Readable.from([csv]), { side: 'old', file, map: { sso: column } });
  });
  return (await Promise.all(sides)).flatMap(({ users }) => users);
}

async function toldOf(old: readonly UserRecord[], next: readonly UserRecord[]): Promise<Told> {
  const reconciliation = reconcile({ old: [...old], new: [...next] }, { mode: 'jit' });
  const told: Record<string, string> = {};
  for (const format of FORMATS) {
    let text = '';
    for await (const piece of render(format, reconciliation, { all: true })) text += piece;
    told[format] = text;
  }
  return told as unknown as Told;
}
