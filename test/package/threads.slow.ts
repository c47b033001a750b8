import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { ROOT } from '../architecture/sources.ts';

/** Large enough on each side for a thread of its own. */
const PEOPLE = 70_000;
const PADDING = 'x'.repeat(90);
const HEADER = 'email,name,employee id,status,note';

const directory = mkdtempSync(join(tmpdir(), 'idp-preflight-threads-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Everything that may go wrong with a row, somewhere in the file. */
function row(side: 'old' | 'new', n: number): string {
  const email = `p${n}@example.com`;
  if (n % 9973 === 5) return `${email},only two`;
  if (n % 9973 === 6) return `${email},P ${n},${n},on leave,`;
  if (n % 9973 === 7) return `${email},"P ${n}"x,${n},active,`;
  if (n % 9973 === 8) return `,,${n},active,${PADDING}`;
  if (n % 9973 === 9) return `${side === 'new' ? email.toUpperCase() : email},P\u00e9 ${n},${n},,${PADDING}`;
  if (n % 9973 === 10) return `${email},System.String[],1.2E+10,active,${PADDING}`;
  return `${email},"P, ${n}",${n},active,${PADDING}`;
}

function write(name: string, side: 'old' | 'new', from: number, to: number, header = HEADER): string {
  const file = join(directory, name);
  const rows = Array.from({ length: to - from }, (_, index) => row(side, from + index));
  writeFileSync(file, `${header}\n${rows.join('\n')}\n`);
  return file;
}

function check(old: readonly string[], next: readonly string[], ...args: string[]) {
  const sides = [...old.flatMap((file) => ['--old', file]), ...next.flatMap((file) => ['--new', file])];
  const line = [join(ROOT, 'dist/cli.js'), 'check', ...sides, ...args, '--report', 'json', '--quiet'];
  return spawnSync(process.execPath, line, { encoding: 'utf8', maxBuffer: 1 << 28 });
}

const MAPS = ['old', 'new'].flatMap((side) => [`--${side}-map`, 'sso=email', `--${side}-map`, 'scim=email']);
const whole = { old: write('old.csv', 'old', 1, PEOPLE), new: write('new.csv', 'new', 1, PEOPLE) };

/** What a report says of people and findings, wherever they stand. */
function content({ summary, gate, people, inputFindings }: Report) {
  const who = people.map(
    (person) => `${person.old?.sso} ${person.new?.sso} ${person.outcome} ${person.findings.map(({ kind }) => kind)}`,
  );
  const { 'record-rejected': rejected } = summary.findings;
  return {
    outcomes: summary.outcomes,
    rejected,
    gate: gate.status,
    people: who.sort(),
    inputs: new Set(inputFindings.map(({ kind }) => kind)),
  };
}

describe('files large enough for two threads', () => {
  it('say what the same records in smaller files say', () => {
    const middle = PEOPLE / 2;
    const halves = (side: 'old' | 'new') => [
      write(`${side}-1.csv`, side, 1, middle),
      write(`${side}-2.csv`, side, middle, PEOPLE),
    ];
    const [together, apart] = [check([whole.old], [whole.new], ...MAPS), check(halves('old'), halves('new'), ...MAPS)];
    expect(together.status).toBe(1);
    expect(apart.status).toBe(1);
    const [one, two]: Report[] = [JSON.parse(together.stdout), JSON.parse(apart.stdout)];
    if (one === undefined || two === undefined) throw new Error('no report');
    expect(one.inputs.map(({ bytes }) => bytes > 8_000_000)).toEqual([true, true]);
    expect(one.inputs.map(({ records }) => records)).toEqual([PEOPLE - 1, PEOPLE - 1]);
    expect(one.inputs[0]?.rejected).toBeGreaterThan(10);
    expect(content(one)).toEqual(content(two));
  });

  it('fail as smaller files fail, on either side', () => {
    const unknown = check([whole.old], [whole.new], '--old-map', 'sso=mail');
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toMatch(/old\.csv:1: --old-map sso: there is no column "mail"/);
    const other = check([whole.old], [whole.new], '--new-map', 'sso=mail');
    expect(other.status).toBe(2);
    expect(other.stderr).toMatch(/new\.csv:1: --new-map sso: there is no column "mail"/);
    const binary = join(directory, 'binary.csv');
    writeFileSync(binary, Buffer.alloc(9_000_000, 0));
    const refused = check([binary], [whole.new], ...MAPS);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('not a text file');
  });
});
