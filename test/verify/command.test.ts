import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ApplicationsReport, Report } from '../../src/model/report.ts';
import type { VerificationReport } from '../../src/model/verification-report.ts';
import { runCommand } from '../support/command.ts';
import { LIVE_IN_CSV, linesOf, looksLikeFormula, readCsvReport } from '../support/csv-report.ts';
import { tempFiles } from '../support/temp.ts';
import { workbookOf } from '../support/workbook.ts';
import { csv, LIST_MAPS, MAPS, switchFiles } from './scenario.ts';

const USERS = csv(
  'sso,scim,employee-id,name,groups',
  'ann@example.com,ann@example.com,1,Ann Lee,Legal;Staff',
  'bob@example.com,bob@example.com,2,Bob Roe,Staff',
);
const MEMBERS = csv('email,name', 'ann@example.com,Ann Lee', 'bob@example.com,Bob Roe');
const PUSHED = csv(
  'userName,displayName,groups',
  'ann@example.com,Ann Lee,Legal;Staff',
  'bob@example.com,Bob Roe,Staff',
);

/** A switch of two people who stay as they are; `given` replaces or adds files. */
async function calm(given: Readonly<Record<string, string | Uint8Array>> = {}, ...args: string[]) {
  const files: Record<string, string> = tempFiles({
    'old.csv': USERS.replace('employee-id', 'employeeNumber'),
    'new.csv': USERS,
    'before.csv': MEMBERS,
    'after.csv': `${MEMBERS}\n`,
    'scim.csv': PUSHED,
    'baseline.json': '',
    ...given,
  });
  const at = (name: string) => files[name] ?? '';
  const { stderr, status } = await runCommand([
    ...['check', '--old', at('old.csv'), '--new', at('new.csv'), '--app', at('before.csv'), ...MAPS, ...LIST_MAPS.app],
    ...[
      '--new-map',
      'groups=groups',
      '--report',
      `json=${at('baseline.json')}`,
      ...(args.length > 0 ? args : ['--all']),
    ],
  ]);
  if (status === 2) throw new Error(stderr);
  return at;
}

async function verify(at: (name: string) => string, ...args: string[]) {
  return runCommand(['verify', '--baseline', at('baseline.json'), ...args]);
}

const app = (at: (name: string) => string, name = 'after.csv') => ['--app', at(name), ...LIST_MAPS.app];
const scim = (at: (name: string) => string, name = 'scim.csv') => ['--scim', at(name), ...LIST_MAPS.scim];

it('a second sheet of the member list that may hold people keeps it from verifying, and is told without a flag that verify has not', async () => {
  const sheet = (name: string, address: string) => ({ name, rows: { 1: ['email', 'name'], 2: [address, 'Ann Lee'] } });
  const both = workbookOf([sheet('First', 'ann@example.com'), sheet('Second', 'bob@example.com')]);
  const at = await calm({ 'after.xlsx': both });
  const { status, stdout } = await verify(at, ...app(at, 'after.xlsx'), ...scim(at));
  expect(stdout).toContain('“Second” was not read, and may hold people');
  expect(stdout).toContain('in a workbook of its own');
  expect(stdout).not.toContain('--sheet');
  expect(status).toBe(1);
});

describe('exit statuses', () => {
  it('0: what happened is what was predicted', async () => {
    const at = await calm();
    const { status, stdout, stderr } = await verify(at, ...app(at), ...scim(at));
    expect(stdout).toMatch(/^VERIFIED: /);
    expect(stderr).toBe('idp-preflight: verified (0 errors, 0 warnings, 2 of the baseline)\n');
    expect(stdout).not.toContain('(assumed)');
    expect(status).toBe(0);
  });

  it('0: by one list, and says what was not verified', async () => {
    const at = await calm();
    const byApp = await verify(at, ...app(at));
    expect(byApp.status).toBe(0);
    expect(byApp.stdout).toContain('Whether an account is suspended');
    expect(byApp.stdout).toContain('Who arrived in the SCIM directory: give an export of it with --scim.');
    const byScim = await verify(at, ...scim(at));
    expect(byScim.status).toBe(0);
    expect(byScim.stdout).toContain('Which accounts exist, and whether there are second ones');
  });

  it('1: it does not verify', async () => {
    const files = await switchFiles();
    const { status, stdout, stderr } = await runCommand([
      ...['verify', '--baseline', files['baseline.json'], '--app', files['after.csv'], ...LIST_MAPS.app],
      ...['--organization', 'Console'],
    ]);
    expect(stdout).toMatch(/^DOES NOT VERIFY \(Console\): /);
    expect(stdout).toMatch(/warning {2}baseline-closed/);
    expect(stderr).toMatch(/^idp-preflight: Console: does not verify \(\d+ errors, /);
    expect(status).toBe(1);
  });

  it('1: a record that could not be read may be anybody', async () => {
    const at = await calm({ 'after.csv': `${MEMBERS}"cat@example.com,Cat\n` });
    const { status, stdout } = await verify(at, ...app(at));
    expect(stdout).toContain('record-rejected');
    expect(status).toBe(1);
  });

  it('1: another column may be the address', async () => {
    const at = await calm({
      'scim.csv': csv(
        'schemas,userName,emails.0.value,active',
        'x,ann@example.com,ann@example.net,true',
        'x,bob@example.com,bob@example.com,true',
      ),
    });
    const { status, stdout } = await verify(at, '--scim', at('scim.csv'));
    expect(stdout).toMatch(/error {4}mapping-assumed/);
    expect(stdout).toContain('--scim-map scim=COLUMN');
    expect(status).toBe(1);
  });
});

describe('2: the question cannot be answered', () => {
  it('where the baseline does not hold everybody', async () => {
    const at = await calm({}, '--quiet');
    const { status, stderr } = await verify(at, ...app(at));
    expect(stderr).toContain('does not hold everybody: it counts 2 of keeps-account who are not in it');
    expect(stderr).toContain('--all');
    expect(status).toBe(2);
  });

  it('but not where only those are left out who have no account before or after', async () => {
    const at = await calm({
      'old.csv': csv(
        'sso,scim,employeeNumber,name,status',
        'ann@example.com,ann@example.com,1,Ann Lee,active',
        'old@example.com,old@example.com,9,Old Hand,inactive',
      ),
      'new.csv': csv('sso,scim,employee-id,name,groups', 'ann@example.com,ann@example.com,1,Ann Lee,'),
      'before.csv': csv('email,name', 'ann@example.com,Ann Lee'),
      'after.csv': csv('email,name,x', 'ann@example.com,Ann Lee,'),
    });
    const report = JSON.parse(readFileSync(at('baseline.json'), 'utf8')) as Report;
    expect(report.people.map(({ outcome }) => outcome)).toEqual(['keeps-account', 'not-provisioned']);
    const less = tempFiles({ 'less.json': JSON.stringify({ ...report, people: report.people.slice(0, 1) }) });
    const { status, stdout } = await runCommand([
      ...['verify', '--baseline', less['less.json'], ...app(at), '--report', 'json'],
    ]);
    expect((JSON.parse(stdout) as VerificationReport).baseline).toMatchObject({ people: 2, withheld: 1 });
    expect(status).toBe(0);
  });

  const broken: Readonly<Record<string, readonly [(report: Report) => unknown, string]>> = {
    'a newer version': [(report) => ({ ...report, schemaVersion: 2 }), 'schema version 2'],
    'another shape': [({ gate: _, ...report }) => report, 'no JSON report of check (at gate)'],
    'an unknown field': [(report) => ({ ...report, extra: 1 }), 'no JSON report of check'],
    'more people than it counts': [
      (report) => ({ ...report, people: [...report.people, ...report.people] }),
      'contradicts',
    ],
    'other owners than it counts': [
      (report) => ({ ...report, people: report.people.map((person) => ({ ...person, owner: false })) }),
      'contradicts',
    ],
    'an unknown policy': [(report) => ({ ...report, compare: 'excat' }), 'Did you mean exact?'],
    'a list': [() => [], 'no JSON report of check'],
    nothing: [() => null, 'no JSON report of check'],
  };

  it.each(Object.entries(broken))('where the baseline is or has %s', async (_, [change, says]) => {
    const at = await calm();
    const report = JSON.parse(readFileSync(at('baseline.json'), 'utf8')) as Report;
    const files = tempFiles({ 'b.json': JSON.stringify(change(report)) });
    const { status, stderr, stdout } = await runCommand(['verify', '--baseline', files['b.json'], ...app(at)]);
    expect(stderr).toContain(says);
    expect(stderr).toContain('b.json');
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it('where the baseline is cut off, or there is none', async () => {
    const at = await calm();
    const files = tempFiles({ 'b.json': readFileSync(at('baseline.json'), 'utf8').slice(0, -40) });
    for (const [file, says] of [
      [files['b.json'], 'no JSON, or not all of it'],
      [`${files['b.json']}.not`, 'There is no such file'],
    ] as const) {
      const { status, stderr } = await runCommand(['verify', '--baseline', file, ...app(at)]);
      expect(stderr).toContain(says);
      expect(status).toBe(2);
    }
  });

  it.each([
    { args: [], says: 'Name the report that was made before the switch' },
    { args: ['--baseline', 'b.json'], says: 'Name a list of after the switch' },
    { args: ['--baseline', 'b.json', '--app', 'a.csv', '--old', 'o.csv'], says: '--old is no option of verify' },
    {
      args: ['--baseline', 'b.json', '--app', 'a.csv', '--scim-map', 'scim=x'],
      says: '--scim-map is about --scim FILE',
    },
    { args: ['--baseline', 'b.json', '--app', 'a.csv', '--new', 'n.csv'], says: '--new is about groups' },
    { args: ['--baseline', '-', '--app', '-'], says: 'Standard input (-) can be read only once' },
    { args: ['--baseline', 'b.json', 'a.csv'], says: 'Each file has --baseline, --app, --scim or --new before it' },
    { args: ['--baseline', 'b.json', '--app', 'a.csv', '--report', 'xml'], says: 'xml' },
    {
      args: ['--baseline', 'b.json', '--app', 'a.csv', '--organization', 'A', '--organization', 'B'],
      says: 'One organization is verified at a time',
    },
    { args: ['--baseline', 'b.json', '--app', 'a.csv', '--organization', ' '], says: '--organization needs a name' },
  ])('usage: $says', async ({ args, says }) => {
    const { status, stderr } = await runCommand(['verify', ...args]);
    expect(stderr).toContain(says);
    expect(status).toBe(2);
  });

  it('check knows nothing of its options', async () => {
    const { status, stderr } = await runCommand(['check', '--old', 'a', '--new', 'b', '--scim', 'c']);
    expect(stderr).toContain('--scim is no option of check');
    expect(status).toBe(2);
  });

  it('where a list is empty, or has no addresses', async () => {
    const at = await calm({ 'none.csv': 'email,name\n', 'wrong.csv': csv('email,name', 'x,Ann Lee', 'y,Bob Roe') });
    for (const args of [app(at, 'none.csv'), app(at, 'wrong.csv'), scim(at, 'none.csv')]) {
      const { status, stdout } = await verify(at, ...args);
      expect(status).toBe(2);
      expect(stdout).toBe('');
    }
  });

  it('where SCIM pushes nobody', async () => {
    const at = await calm({}, '--all', '--mode', 'jit');
    const { status, stderr } = await verify(at, ...scim(at));
    expect(stderr).toContain('made for jit mode, in which SCIM pushes nobody');
    expect(status).toBe(2);
  });
});

describe('a list that may not be the right one', () => {
  const crowd = (count: number) => Array.from({ length: count }, (_, n) => `p${n}@example.com,Person ${n}`);
  const users = csv(
    'sso,scim,employee-id,name,groups',
    ...crowd(40).map((row, n) => `p${n}@example.com,${row.replace(',', `,${n + 100},`)},`),
  );

  it('is too short', async () => {
    const at = await calm({
      'old.csv': `${users}\n`,
      'new.csv': users,
      'before.csv': csv('email,name', ...crowd(40)),
      'after.csv': csv('email,name', ...crowd(20)),
    });
    const { status, stdout } = await verify(at, ...app(at));
    expect(stdout).toContain('Only 20 of 40 accounts that were predicted are on the member list.');
    expect(status).toBe(1);
  });

  it('is that of before the switch', async () => {
    const at = await calm();
    const { stdout } = await verify(at, ...app(at, 'before.csv'));
    expect(stdout).toMatch(/warning {2}same-file/);
    expect(stdout).toContain('which the baseline was made from');
  });

  it('is the other one', async () => {
    const at = await calm();
    const { status, stdout } = await verify(
      at,
      '--app',
      at('before.csv'),
      ...LIST_MAPS.app,
      '--scim',
      at('before.csv'),
      '--scim-map',
      'scim=email',
    );
    expect(stdout).toMatch(/error {4}same-file/);
    expect(status).toBe(1);
  });
});

describe('groups', () => {
  it('are verified with the export that the baseline was made from', async () => {
    const at = await calm({ 'less.csv': PUSHED.replace('Legal;Staff', 'Staff') });
    const whole = await verify(at, ...scim(at), '--scim-map', 'groups=groups', '--new', at('new.csv'));
    expect(whole.status).toBe(0);
    expect(whole.stdout).not.toContain('Groups:');
    const less = await verify(at, ...scim(at, 'less.csv'), '--scim-map', 'groups=groups', '--new', at('new.csv'));
    expect(less.stdout).toContain('This person arrived without “Legal”.');
    expect(less.status).toBe(1);
  });

  it('are said not to be where the directory has none, and the export must be the very same', async () => {
    const at = await calm({ 'bare.csv': csv('userName,displayName', 'ann@example.com,A', 'bob@example.com,B') });
    const bare = await verify(at, ...scim(at, 'bare.csv'), '--new', at('new.csv'));
    expect(bare.stdout).toContain('Groups: the SCIM directory does not say');
    const other = await verify(at, ...scim(at), '--new', at('scim.csv'));
    expect(other.stderr).toContain('was not made from this file');
    expect(other.status).toBe(2);
  });
});

describe('a baseline on several apps', () => {
  async function several() {
    const at = await calm();
    const one = JSON.parse(readFileSync(at('baseline.json'), 'utf8')) as Report;
    const { schemaVersion, tool, createdAt, ...body } = one;
    const report: ApplicationsReport = {
      ...{ schemaVersion, tool, createdAt, gate: body.gate },
      applications: ['Claude', 'Wiki'].map((application) => ({ application, ...body })),
    };
    return { at, baseline: tempFiles({ 's.json': JSON.stringify(report) })['s.json'] };
  }

  it('is chosen from by name', async () => {
    const { at, baseline } = await several();
    const run = (...args: string[]) => runCommand(['verify', '--baseline', baseline, ...app(at), ...args]);
    const none = await run();
    expect(none.stderr).toContain('say which one the lists are of with --organization NAME. It knows: Claude, Wiki.');
    expect(none.status).toBe(2);
    const wrong = await run('--organization', 'Wikki');
    expect(wrong.stderr).toContain('Did you mean Wiki?');
    expect(wrong.status).toBe(2);
    const right = await run('--organization', 'Wiki', '--report', 'json');
    expect((JSON.parse(right.stdout) as VerificationReport).baseline.application).toBe('Wiki');
    expect(right.status).toBe(0);
  });
});

describe('reports', () => {
  it('in all forms, each whole', async () => {
    const files = await switchFiles();
    const out = tempFiles({ 'r.json': '', 'r.csv': '', 'r.ndjson': '', 'r.txt': '' });
    const { status, stdout } = await runCommand([
      ...['verify', '--baseline', files['baseline.json'], '--app', files['after.csv'], '--scim', files['scim.csv']],
      ...[...LIST_MAPS.app, ...LIST_MAPS.scim, '--all'],
      ...['json', 'csv', 'ndjson'].flatMap((form) => ['--report', `${form}=${out[`r.${form}` as 'r.csv']}`]),
      ...['--report', `text=${out['r.txt']}`],
    ]);
    expect(status).toBe(1);
    expect(stdout).toBe('');
    const report = JSON.parse(readFileSync(out['r.json'], 'utf8')) as VerificationReport;
    const lines = readFileSync(out['r.ndjson'], 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(report.people);
    const rows = readCsvReport(readFileSync(out['r.csv'], 'utf8'));
    const quiet = report.people.filter(({ findings }) => findings.length === 0).length;
    const found = Object.values(report.summary.findings).reduce((sum, count) => sum + count, 0);
    expect(rows).toHaveLength(found + quiet);
    expect(Object.keys(rows[0] ?? {}).slice(0, 3)).toEqual(['severity', 'kind', 'account']);
    expect(readFileSync(out['r.txt'], 'utf8')).toMatch(/^DOES NOT VERIFY/);
  });

  it('show nothing live of what the files hold', async () => {
    const name = '=cmd|1!A1 \u001b[31m\u202e';
    const at = await calm({
      'after.csv': `${MEMBERS}=x@example.com,"${name}"\n`,
      'scim.csv': `${PUSHED}"a\u0007@example.com","${name}",\n`,
    });
    for (const form of ['text', 'json', 'csv', 'ndjson']) {
      const { stdout, status } = await verify(
        at,
        ...app(at),
        ...scim(at),
        '--report',
        form,
        '--organization',
        '\u001b]0;x',
      );
      expect(status).toBe(1);
      expect(stdout.replace(/^\uFEFF/, '').replace(/[\r\n]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
    const { stdout } = await verify(at, ...app(at), '--report', 'csv');
    for (const line of linesOf(stdout)) expect(line).not.toMatch(LIVE_IN_CSV);
    for (const cell of readCsvReport(stdout).flatMap((row) => Object.values(row)))
      expect(looksLikeFormula(cell)).toBe(false);
  });
});
