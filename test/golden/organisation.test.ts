import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FINDINGS } from '../../src/findings/index.ts';
import { DIFFERENCE_CLASSES } from '../../src/model/finding.ts';
import { OUTCOMES } from '../../src/model/person.ts';
import type { Report } from '../../src/model/report.ts';
import { check, render } from '../../src/node.ts';
import { ROOT } from '../architecture/sources.ts';
import { checkReport, runCommand } from '../support/command.ts';
import { readFixture } from '../support/csv.ts';
import { assertApart } from './organisation/apart.ts';
import { filesOf, plantOrganisation } from './organisation/make.ts';

const FOLDER = join(ROOT, 'fixtures/golden-organisation');
const GOLDEN = join(ROOT, 'fixtures/golden');
const file = (name: string) => join(FOLDER, name);

const OLD = [
  ...['--old', file('okta-users.csv')],
  ...['sso=email', 'scim=login', 'groups=groups'].flatMap((map) => ['--old-map', map]),
];
const NEW = [
  ...['--new', file('entra-users.csv'), '--new-exclude', 'department=Rooms'],
  ...['scim=userPrincipalName', 'aliases=proxyAddresses', 'groups=groups'].flatMap((map) => ['--new-map', map]),
];
const RUNS = {
  scim: {
    title: 'scim, with the member list',
    table: 'expected.csv',
    snapshot: 'organisation',
    args: [...OLD, ...NEW, '--new-map', 'sso=mail', '--app', file('claude-members.csv'), '--app-map', 'email=Email'],
  },
  // Nobody says which column sign-in reads, the external ids are read from a column that holds others, and
  // there are no vehicles to leave out.
  jit: {
    title: 'jit, without it, and with a wrong column',
    table: 'expected-jit.csv',
    snapshot: 'organisation-jit',
    args: [
      ...[...OLD, ...NEW, '--new-map', 'external-id=badgeNumber', '--mode', 'jit'],
      ...['--new-exclude', 'department=Vehicles'],
    ],
  },
} as const;
type Mode = keyof typeof RUNS;
const NOW = '2026-01-02T03:04:05.000Z';
const REPORT_FORMATS = ['text', 'json', 'ndjson', 'csv'] as const;
const MODES = Object.keys(RUNS) as Mode[];

type ReportPerson = Report['people'][number];
type ReportFinding = Report['inputFindings'][number];
const files = filesOf(plantOrganisation());
const reports = new Map<Mode, Promise<Report>>();

/** The JSON report of everybody, made once for all tests. */
function reportOf(mode: Mode): Promise<Report> {
  const report = reports.get(mode) ?? checkReport(RUNS[mode].args).then((ran) => ran.report);
  reports.set(mode, report);
  return report;
}

describe('the committed files', () => {
  it.each([...files])('%s is what the stories plant, byte for byte', (name, text) => {
    // They change by the same command as snapshots do, but at once, since the tests below read them.
    if (expect.getState().snapshotState.snapshotUpdateState === 'all') writeFileSync(file(name), text);
    const committed = readFileSync(file(name));
    expect(committed.toString('utf8')).toBe(text);
    expect(committed.equals(Buffer.from(text))).toBe(true);
  });

  it.each([
    ['an address', 'old', { email: 'X@example.com' }, { email: 'x@example.com ' }],
    ['a local part', 'old', { email: 'x@example.com' }, { email: 'x@example.net' }],
    ['an id', 'old', { employeeNumber: '0012' }, { employeeNumber: '12' }],
    ['a name', 'app', { Name: 'Åse Müller' }, { Name: 'MUELLER, Aase' }],
  ] as const)('two stories that share %s are refused', (_, side, one, other) => {
    const apart = () =>
      assertApart([
        { side, cells: one, scope: 'one' },
        { side, cells: other, scope: 'other' },
      ]);
    expect(apart).toThrow('“one” and “other” share');
  });
});

describe.each(MODES)('mode %s', (mode) => {
  const { table, args } = RUNS[mode];

  it('says of every person what the truth table says', async () => {
    const { people } = await reportOf(mode);
    const expected = readFixture(file(table)).map(
      ({ old, new: next, app, outcome, kinds, tier, difference }) =>
        `${old}|${next}|${app} ${outcome}: ${kinds} [${tier}] ${difference}`,
    );
    expect(people.map(said).sort()).toEqual(expected.sort());
  });

  it('says of the exports what the truth table says', async () => {
    const { inputFindings } = await reportOf(mode);
    const expected = readFixture(file('expected-inputs.csv'))
      .filter((row) => row.mode === '*' || row.mode === mode)
      .map(({ side, line, column, finding }) => `${side} ${finding} ${column} ${line}`);
    expect(inputFindings.map(saidOfInput).sort()).toEqual(expected.sort());
  });

  it('accounts for every record', async () => {
    const { inputs, summary } = await reportOf(mode);
    const counts = inputs.map(({ side, records, users, rejected, excluded }) => [
      side,
      records - users,
      rejected,
      excluded,
    ]);
    // Of the new side: three that cannot be read, two that stand there twice, six rooms.
    const expected = [
      ['old', 0, 0, 0],
      ['new', 11, 3, 8],
      ['app', 0, 0, 0],
    ];
    expect(counts).toEqual(mode === 'scim' ? expected : expected.slice(0, 2));
    expect(summary.users.old).toBe(1000);
  });

  it('keeps the gate closed', async () => {
    const { status } = await runCommand(['check', ...args, '--quiet']);
    expect(status).toBe(1);
    expect((await reportOf(mode)).gate.status).toBe('closed');
  });
});

describe('every failure at once', () => {
  const everyone = async () => (await Promise.all(MODES.map(reportOf))).flatMap(({ people }) => people);
  const everything = async () => [
    ...(await everyone()).flatMap(({ findings }) => findings),
    ...(await Promise.all(MODES.map(reportOf))).flatMap(({ inputFindings }) => inputFindings),
  ];

  it.each(MODES)('has every outcome in mode %s', async (mode) => {
    const { people } = await reportOf(mode);
    expect(new Set(people.map(({ outcome }) => outcome))).toEqual(new Set(OUTCOMES));
  });

  it.each(MODES)('whoever keeps the gate closed carries an error that says why, in mode %s', async (mode) => {
    const { people } = await reportOf(mode);
    const harmless = new Set(['keeps-account', 'new-account', 'not-provisioned']);
    const closing = people.filter(({ outcome }) => !harmless.has(outcome));
    expect(closing.length).toBeGreaterThan(200);
    expect(closing.filter(({ findings }) => !findings.some(({ severity }) => severity === 'error'))).toEqual([]);
  });

  it('has every kind of finding but the two that would spoil all others, that of workbooks, and those about decisions, of which it has none', async () => {
    const found = new Set((await everything()).map(({ kind }) => kind));
    const missing = FINDINGS.map(({ kind }) => kind as string).filter(
      (kind) => !found.has(kind) && !/^(?:crosswalk|waiver)-/.test(kind),
    );
    // Its files are no workbooks.
    expect(missing.sort()).toEqual(['coverage-low', 'same-file', 'sheet-assumed']);
  });

  it('has those two where half of one side is left out, and where one export is given twice', async () => {
    const half = await checkReport([...RUNS.scim.args, '--new-only', 'groups=Everyone*']);
    expect(half.report.inputFindings.map(saidOfInput).join()).toContain('error:coverage-low');
    const same = await checkReport([...OLD, ...OLD.map((arg) => arg.replace('--old', '--new'))]);
    expect(same.report.inputFindings.map(saidOfInput).join()).toContain('warning:same-file');
  });

  it('has every class of difference but “missing”: a value that is not there is no mismatch', async () => {
    const classes = new Set<string>((await everything()).flatMap(({ difference }) => difference?.classes ?? []));
    expect(DIFFERENCE_CLASSES.filter((name) => !classes.has(name))).toEqual(['missing']);
  });

  it('pairs by every tier', async () => {
    const tiers = new Set((await everyone()).map(({ correlation }) => correlation?.tier));
    tiers.delete(undefined);
    expect([...tiers].sort()).toEqual([
      'alias',
      'email-exact',
      'email-normalized',
      'employee-id',
      'external-id',
      'immutable-id',
      'local-part-and-name',
    ]);
  });
});

describe('every reporter renders it', () => {
  /** Reports that are too long to keep are known by their hash. */
  const TOO_LONG = 400_000;
  const runs = MODES.flatMap((mode) => REPORT_FORMATS.map((format) => [mode, format] as const));

  it.each(runs)('%s as %s', async (mode, format) => {
    const { stdout, status } = await runCommand(['check', ...RUNS[mode].args, '--report', format]);
    expect(status).toBe(1);
    const report = stdout.replaceAll(ROOT, '');
    const isWhole = Buffer.byteLength(report) <= TOO_LONG;
    const name = `${RUNS[mode].snapshot}.${format}${isWhole ? '' : '.digest'}`;
    await expect(isWhole ? report : digestOf(report)).toMatchFileSnapshot(join(GOLDEN, name));
  });

  it.each(REPORT_FORMATS)('as %s through the library as through the command line', async (format) => {
    const { reconciliation } = await check({
      old: { files: [file('okta-users.csv')], map: { sso: 'email', scim: 'login', groups: 'groups' } },
      new: {
        files: [file('entra-users.csv')],
        map: { sso: 'mail', scim: 'userPrincipalName', aliases: 'proxyAddresses', groups: 'groups' },
        scope: { exclude: [{ column: 'department', glob: 'Rooms' }] },
      },
      app: { files: [file('claude-members.csv')], map: { email: 'Email' } },
    });
    let rendered = '';
    for await (const piece of render(format, reconciliation, { createdAt: NOW })) rendered += piece;
    const { stdout } = await runCommand(['check', ...RUNS.scim.args, '--report', format]);
    expect(rendered).toBe(stdout);
  });
});

/** One person as a truth table puts it. */
function said({ old, new: next, app, outcome, findings, correlation }: ReportPerson): string {
  const kinds = [...new Set(findings.map(({ severity, kind }) => `${severity}:${kind}`))].sort().join(' ');
  const differences = (['sso', 'scim'] as const).flatMap((attribute) =>
    findings
      .filter(({ kind }) => kind === `${attribute}-email-mismatch`)
      .map(({ difference }) => `${attribute}=${difference?.classes.join('+')}`),
  );
  const line = (user: ReportPerson['old']) => user?.line ?? '';
  return `${line(old)}|${line(next)}|${line(app)} ${outcome}: ${kinds} [${correlation?.tier ?? ''}] ${differences.join(' ')}`;
}

/** One finding about an export; a line is the finding's own only where it is about one record. */
function saidOfInput({ side, kind, severity, column = '', line }: ReportFinding): string {
  return `${side ?? ''} ${severity}:${kind} ${column} ${kind === 'record-rejected' ? line : ''}`;
}

/** What is kept of a long report: enough to see that it changed, and how it begins. */
function digestOf(report: string): string {
  const lines = report.split('\n');
  const hash = createHash('sha256').update(report).digest('hex');
  const first = lines.slice(0, 60).map((line) => (line.length > 400 ? `${line.slice(0, 400)} …` : line));
  return `sha256 ${hash}\n${lines.length} lines, ${Buffer.byteLength(report)} bytes, beginning\n\n${first.join('\n')}\n`;
}
