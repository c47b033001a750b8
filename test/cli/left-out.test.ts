import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { tempFiles } from '../support/temp.ts';

const HEAD = 'email,department';
/** Two are out of scope, on lines 4 and 5; one stands there again; one has a cell too many. */
const OLD = `${HEAD}
ann@example.com,Sales
bob@example.com,Sales
robot1@example.com,Robots
robot2@example.com,Robots
eve@example.com,Sales
ann@example.com,Sales
tom@example.com,Sales,Tom
`;
const NEW = '[{"email":"ann@example.com"},{"email":""},{"email":"bob@example.com"},{"email":"eve@example.com"}]';
const WHOLE = `${HEAD}\nann@example.com,Sales\n`;

async function stderrOf(files: { old: string; new: string }, ...args: string[]): Promise<string> {
  const paths = tempFiles({ 'old.csv': files.old, 'new.txt': files.new });
  const maps = ['old', 'new'].flatMap((side) => ['sso', 'scim'].flatMap((key) => [`--${side}-map`, `${key}=email`]));
  const { stderr } = await runCommand([
    'check',
    '--old',
    paths['old.csv'],
    '--new',
    paths['new.txt'],
    ...maps,
    ...args,
  ]);
  return stderr.replaceAll(paths['old.csv'].replace('old.csv', ''), '');
}

describe('records that are in no report', () => {
  const exclude = ['--old-exclude', 'department=Robots'];
  const told =
    'idp-preflight: old.csv: 4 of 7 records left out: out-of-scope 2 (lines 4–5), same-record-again 1 (line 7), could not be read 1\n' +
    'idp-preflight: new.txt: 1 of 4 records left out: empty-record 1 (record 2)\n';

  it.each([
    ['csv', ['--report', 'csv']],
    ['ndjson', ['--report', 'ndjson']],
    ['notify', ['--report', 'notify']],
    ['one of several', ['--report', 'json', '--report', 'csv=/dev/null']],
  ])('are told on standard error with a report in %s', async (_, reports) => {
    const stderr = await stderrOf({ old: OLD, new: NEW }, ...exclude, ...reports);
    expect(stderr.startsWith(`${told}idp-preflight: gate closed (`)).toBe(true);
  });

  it.each([
    ['text', []],
    ['json', ['--report', 'json']],
  ])('are told by a report in %s itself', async (_, reports) => {
    const stderr = await stderrOf({ old: OLD, new: NEW }, ...exclude, ...reports);
    expect(stderr).toMatch(/^idp-preflight: gate closed \([^\n]*\)\n$/);
  });

  it('are not told where there are none, or nothing is to be said', async () => {
    expect(await stderrOf({ old: WHOLE, new: WHOLE }, '--report', 'csv')).toMatch(
      /^idp-preflight: gate open [^\n]*\n$/,
    );
    expect(await stderrOf({ old: OLD, new: NEW }, ...exclude, '--report', 'csv', '--quiet')).toBe('');
  });

  it('are told without anything that a terminal would obey', async () => {
    const { 'o\u001b[31m.csv': old, 'new.csv': next } = tempFiles({ 'o\u001b[31m.csv': OLD, 'new.csv': WHOLE });
    const { stderr } = await runCommand(['check', '--old', old, '--new', next, '--report', 'ndjson']);
    expect(stderr).toContain('records left out');
    expect(stderr).not.toContain('\u001b');
  });
});
