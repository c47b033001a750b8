import { describe, expect, it } from 'vitest';
import { inspectionText } from '../inspect/inspected.ts';
import { type Ran, runCommand } from '../support/command.ts';
import { readCsvReport } from '../support/csv-report.ts';
import { tempFiles } from '../support/temp.ts';

/** Ann is the first of its records, and the second line of the table. */
const PRETTY = `[
  {
    "email": "ann@example.com",
    "employeeId": "1"
  },
  {
    "email": "bob@example.com",
    "employeeId": "2"
  }
]
`;
const TABLE = 'email,employeeId\nAnn@example.com,1\nbob@example.com,2\n';

async function check(files: { old: [string, string]; new: [string, string] }, ...args: string[]): Promise<Ran> {
  const paths = tempFiles(Object.fromEntries([files.old, files.new]));
  const [old = '', next = ''] = [paths[files.old[0]], paths[files.new[0]]];
  const ran = await runCommand(['check', '--old', old, '--new', next, ...args]);
  const bare = (text: string) => text.replaceAll(old.slice(0, -files.old[0].length), '');
  return { status: ran.status, stdout: bare(ran.stdout), stderr: bare(ran.stderr) };
}

describe('a place in JSON is the number of the record, and in a table the line', () => {
  it('of people', async () => {
    const { stdout } = await check({ old: ['old.json', PRETTY], new: ['new.csv', TABLE] });
    expect(stdout).toContain(' ann@example.com  old.json record 1 → new.csv:2\n');
    expect(stdout).not.toMatch(/old\.json:\d/);
  });

  it('of a file that is JSON on one side only, whatever its name', async () => {
    const { stdout } = await check({ old: ['a.txt', TABLE], new: ['b.txt', PRETTY] });
    expect(stdout).toContain('a.txt:2 → b.txt record 1\n');
  });

  it('of others', async () => {
    const twice = '[{"email":"bob@example.com","id":"x"},{"email":"bob@example.com","id":"y"}]';
    const { stdout } = await check({ old: ['old.csv', TABLE], new: ['new.json', twice] });
    expect(stdout).toMatch(/· new: <?bob@example\.com>? {2}new\.json record 2\n/);
    const csv = await check({ old: ['old.csv', TABLE], new: ['new.json', twice] }, '--report', 'csv');
    const others = readCsvReport(csv.stdout).map(({ others }) => others);
    expect(others).toContainEqual(expect.stringContaining('new new.json record 2 '));
  });

  it('of findings about the inputs, and in their words', async () => {
    const broken = '[\n{"email":"ann@example.com"},\n7\n]';
    const { stdout } = await check({ old: ['old.json', broken], new: ['new.csv', `${TABLE}x\n`] });
    expect(stdout).toMatch(/ old\.json record 2\n +Record 2 could not be read: it is a single value/);
    expect(stdout).toMatch(/ new\.csv:4\n +The record in line 4 could not be read: /);
  });

  it('of records that are left out', async () => {
    const again =
      '[{"email":"a@example.com"},{"email":"a@example.com"},{"email":"a@example.com"},{"email":"b@example.com"}]';
    const { stdout } = await check({ old: ['old.json', again], new: ['new.csv', `${TABLE}bob@example.com,2\n`] });
    expect(stdout).toContain('2 left out (same-record-again, records 2–3)');
    expect(stdout).toContain('1 left out (same-record-again, line 4)');
  });

  it('of what stops a check: the line of broken JSON, the number of a record, none of a header that is not there', async () => {
    const table: [string, string] = ['new.csv', TABLE];
    const broken = await check({ old: ['old.json', '[\n{"email":"a@example.com"},\n{"email":}\n]'], new: table });
    expect(broken.stderr).toContain('error: old.json:3: ');
    const empty = await check({ old: ['old.json', '[\n{"email":""},\n\n\n7]'], new: table });
    expect(empty.stderr).toMatch(/error: old\.json: The old side has no users: .*the first \(record 2\) because of/);
    const unknown = await check({ old: ['old.json', PRETTY], new: table }, '--old-map', 'sso=nowhere');
    expect(unknown.stderr).toContain('error: old.json: --old-map sso: there is no column "nowhere"');
    const inTable = await check({ old: ['old.json', PRETTY], new: table }, '--new-map', 'sso=nowhere');
    expect(inTable.stderr).toContain('error: new.csv:1: --new-map sso: there is no column "nowhere"');
  });

  it('of what inspect finds', async () => {
    const { 'a.json': json, 'b.csv': csv } = tempFiles({
      'a.json': '[\n\n{"email":"ann@example.com"},\n{"email":"Ann@example.com"},\n{"email":"bob@example.com "}]',
      'b.csv': 'email\nann@example.com\nAnn@example.com\nbob@example.com\u00A0\n',
    });
    const text = (await inspectionText([json, csv])).replaceAll(/\s+/g, ' ');
    expect(text).toContain('(record 2: as record 1 but for letter case)');
    expect(text).toContain('(record 3: space at the end)');
    expect(text).toContain('(line 3: as line 2 but for letter case)');
    expect(text).toContain('(line 4: U+00A0 at the end)');
  });
});
