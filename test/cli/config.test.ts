import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkReport, runCommand } from '../support/command.ts';
import { tempDirectory, tempFiles } from '../support/temp.ts';

const HEAD = 'sso,scim,mail,employee-id,name,department\n';
const person = (email: string, id: string, name: string, department = 'Sales') =>
  `${email},${email},${email},${id},${name},${department}\n`;
const ANN = person('ann@example.com', '1', 'Ann Lee');
const BOB = person('bob@example.com', '2', 'Bob Roe');
const CEM = person('cem@example.com', '3', 'Cem Ito', 'Service');

/** Two exports in which Bob is missing, and a config beside them. */
function folder(config: string, next = ANN + CEM) {
  return tempFiles({ 'old.csv': HEAD + ANN + BOB + CEM, 'new.csv': HEAD + next, 'idp.yaml': config });
}

const SIDES = `old: { files: old.csv, map: { sso: sso, scim: scim } }
new: { files: [new.csv], map: { sso: sso, scim: scim } }
`;
const WAIVER = `waivers:
  - id: bob-leaves
    kind: missing-in-new
    outcome: loses-access
    person: bob@example.com
    reason: leaves in February
    owner: it@example.com
    expires: 2026-02-28
`;

async function check(config: string, ...args: string[]) {
  const files = folder(config);
  return runCommand(['check', '--config', files['idp.yaml'], ...args]);
}

describe('check --config', () => {
  it('needs nothing else where the config names both sides', async () => {
    const { status, stdout } = await check(SIDES);
    expect(stdout).toContain('missing-in-new');
    expect(status).toBe(1);
  });

  it('reads it beside its files, from wherever it is called', async () => {
    const files = folder(SIDES);
    const { report } = await checkReport(['--config', relative(process.cwd(), files['idp.yaml'])]);
    expect(report.inputs.map(({ file }) => file)).toEqual(
      [files['old.csv'], files['new.csv']].map((file) => relative(process.cwd(), file)),
    );
  });

  it('says everything that flags say', async () => {
    const files = folder(
      `old: { files: old.csv, profile: generic, map: { sso: sso, scim: scim }, exclude: department=serv* }
new: { files: new.csv, map: { sso: sso, scim: scim }, only: ["department=Sales"] }
app: { files: app.csv, map: { email: Email } }
mode: manual
service-provider: claude
compare: ascii-ci
report: [json=out.json, ndjson]
all: true
`,
    );
    writeFileSync(join(dirname(files['idp.yaml']), 'app.csv'), 'Email\nANN@example.com\nbob@example.com\n');
    const { stdout } = await runCommand(['check', '--config', files['idp.yaml']]);
    const report = JSON.parse(readFileSync(join(dirname(files['idp.yaml']), 'out.json'), 'utf8'));
    expect(report).toMatchObject({
      mode: 'manual',
      compare: 'ascii-ci',
      summary: { users: { old: 2, new: 1, app: 2 } },
    });
    expect(stdout.trimEnd().split('\n')).toHaveLength(report.people.length);
    expect(report.inputs.every(({ mappingConfirmed }: { mappingConfirmed: boolean }) => mappingConfirmed)).toBe(true);
  });

  it('lets every flag win', async () => {
    const files = folder(
      `old: { files: nowhere.csv, only: name=Zoe, exclude: [name=*], map: { sso: sso, scim: nowhere, name: nowhere } }
new: { files: [new.csv], map: { sso: sso, scim: scim } }
mode: jit
compare: trim
report: [csv=/nowhere/out.csv]
`,
    );
    const { report } = await checkReport([
      ...['--config', files['idp.yaml'], '--old', files['old.csv'], '--mode', 'scim', '--compare', 'exact'],
      // Of the map of the config, sso stays; scope rules are replaced as a whole.
      ...['--old-map', 'scim=mail', '--old-map', 'name=name', '--old-only', 'name=Ann*', '--old-only', 'name=Bob*'],
      ...['--old-exclude', 'name=Bob*'],
    ]);
    expect(report).toMatchObject({ mode: 'scim', compare: 'exact', summary: { users: { old: 1, new: 2 } } });
    expect(report.inputs[0]?.mapping).toMatchObject({ sso: 'sso', scim: 'mail', name: 'name' });
  });

  it.each([
    ['an unknown key', 'mode: jit\nmodus: jit\n', [], ':2: There is no key “modus” here. Did you mean mode?'],
    ['a side that nobody names', 'old: { files: old.csv }\n', [], '--new FILE'],
    ['a map of a list that nobody names', `${SIDES}app: { map: { email: Email } }\n`, [], '--app FILE'],
    ['standard input that is read twice', SIDES.replace('old.csv', '"-"'), ['--crosswalk', '-'], 'only once'],
    ['a report over the config', SIDES, ['--report', 'json=CONFIG'], 'This file cannot be written'],
    ['a report over an export that it names', SIDES, ['--report', 'json=OLD'], 'cannot be written'],
  ])('refuses %s', async (_, config, args, says) => {
    const files = folder(config);
    const words = args.map((word) => word.replace('CONFIG', files['idp.yaml']).replace('OLD', files['old.csv']));
    const { status, stdout, stderr } = await runCommand(['check', '--config', files['idp.yaml'], ...words]);
    expect(stderr).toContain(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect([status, stdout]).toEqual([2, '']);
  });
});

describe('waivers in a config', () => {
  it('open the gate, and every report says so', async () => {
    const directory = tempDirectory();
    const files = ['json', 'ndjson', 'csv'].map((format) => join(directory, format));
    const reports = files.flatMap((file) => ['--report', `${file.split('/').at(-1)}=${file}`]);
    const { status, stdout, stderr } = await check(SIDES + WAIVER, '--report', 'text', ...reports);
    expect(status).toBe(0);
    expect(stderr).toContain('gate open (1 error, 1 of them waived, ');
    expect(stdout).toContain('bob-leaves (it@example.com, until 2026-02-28: leaves in February)');
    expect(stdout.indexOf('bob-leaves')).toBeLessThan(stdout.indexOf('What was compared'));
    expect(stdout).toContain('(loses-access), 1 of them waived');
    expect(stdout).toMatch(/[Ww]aived by bob-leaves until 2026-02-28: leaves in February/);
    const [json = '', ndjson = '', csv = ''] = files.map((file) => readFileSync(file, 'utf8'));
    const mark = { id: 'bob-leaves', reason: 'leaves in February', expires: '2026-02-28' };
    const bob = { outcome: 'loses-access', waiver: mark, findings: [{ kind: 'missing-in-new', waiver: mark }] };
    expect(JSON.parse(json)).toMatchObject({ gate: { status: 'open', reasons: [{ code: 'waiver' }] }, people: [bob] });
    expect(JSON.parse(ndjson)).toMatchObject(bob);
    expect(csv).toContain('"bob-leaves"');
  });

  it('expire by the clock of the command', async () => {
    const { status, stdout } = await check(SIDES + WAIVER.replace('2026-02-28', '2026-01-01'));
    expect(status).toBe(1);
    expect(stdout).toContain('waiver-expired');
  });

  it('name a file by any path that leads to it', async () => {
    const faulty = folder(
      `${SIDES}waivers: [{ kind: record-rejected, file: new.csv, reason: a test row, owner: it, expires: 2026-02-28 }]\n`,
      `${ANN}${BOB}${CEM}x@example.com\n`,
    );
    const within = relative(process.cwd(), faulty['new.csv']);
    for (const args of [[], ['--new', faulty['new.csv']], ['--new', within], ['--new', `./${within}`]]) {
      const { report, status } = await checkReport(['--config', faulty['idp.yaml'], ...args]);
      expect(report.inputFindings.map(({ kind, waiver }) => [kind, waiver?.id])).toEqual([
        ['record-rejected', 'waiver-1'],
      ]);
      expect(status).toBe(0);
    }
    mkdirSync(join(dirname(faulty['idp.yaml']), 'elsewhere'));
    const other = join(dirname(faulty['idp.yaml']), 'elsewhere', 'new.csv');
    writeFileSync(other, readFileSync(faulty['new.csv']));
    expect((await checkReport(['--config', faulty['idp.yaml'], '--new', other])).status).toBe(1);
  });

  it('make no gate open to a guess without the report saying so', async () => {
    const guess = `old: { files: old.csv }
new: { files: new.csv }
severities: { mapping-assumed: warning }
`;
    const files = tempFiles({
      'old.csv': 'email,username\nann@example.com,ann\n',
      'new.csv': 'email,username\nann@example.com,ann.lee\n',
      'idp.yaml': guess,
    });
    const { report } = await checkReport(['--config', files['idp.yaml']]);
    expect(report.gate).toMatchObject({ status: 'open', reasons: [{ code: 'severity', count: 4 }] });
    expect(report.gate.reasons[0]?.message).toContain('mapping-assumed');
  });
});

describe('budgets in a config', () => {
  const BUDGET = `budgets:
  - { outcome: loses-access, count: 1, reason: leavers of this month, owner: hr@example.com, expires: 2026-02-28 }
`;

  it('open the gate, and every report says so', async () => {
    const directory = tempDirectory();
    const files = ['json', 'csv'].map((format) => join(directory, format));
    const reports = files.flatMap((file) => ['--report', `${file.split('/').at(-1)}=${file}`]);
    const { status, stdout, stderr } = await check(SIDES + BUDGET, '--report', 'text', ...reports);
    expect(status).toBe(0);
    expect(stderr).toContain('gate open (1 error, 1 of them waived, ');
    const [head = ''] = stdout.split('What was compared');
    expect(head).toContain(
      'Open because of what people decided\n  - within budget-loses-access, which allows 1 person (hr@example.com, until 2026-02-28: leavers of this month): missing-in-new 1, outcome loses-access 1\n',
    );
    expect(stdout).toContain('Waived by budget-loses-access until 2026-02-28: leavers of this month');
    const [json = '', csv = ''] = files.map((file) => readFileSync(file, 'utf8'));
    expect(JSON.parse(json)).toMatchObject({
      gate: { status: 'open', reasons: [{ code: 'budget', count: 1 }] },
      people: [{ outcome: 'loses-access', waiver: { id: 'budget-loses-access' } }],
    });
    expect(csv).toContain('"budget-loses-access"');
  });

  it('keep it closed once they are exceeded, and the first screen says by how many', async () => {
    const { status, stdout } = await check(SIDES + BUDGET.replace('count: 1', 'count: 0'));
    expect(status).toBe(1);
    const [head = ''] = stdout.split('What was compared');
    expect(head).toContain(
      'budget-loses-access (hr@example.com) allows nobody, and 1 person would lose their account: 1 too many',
    );
  });

  it('expire by the clock of the command, and the first screen says so', async () => {
    const { status, stdout } = await check(SIDES + BUDGET.replace('2026-02-28', '2026-01-01'));
    expect(status).toBe(1);
    expect(stdout).toMatch(/Waivers that do less than they say\n {2}- budget-loses-access held until 2026-01-01/);
  });

  it('take a percentage by the names that a config has', async () => {
    const percent = (least: number) =>
      SIDES + BUDGET.replace('count: 1', `percent: 34, of: owners, minimum-population: ${least}`);
    expect((await check(percent(3))).status).toBe(0);
    expect((await check(percent(4))).status).toBe(1);
  });
});

describe('what a config requires', () => {
  it('closes the gate where it is missing, with nothing else to do but that', async () => {
    const files = folder(`${SIDES}require: [app, confirmed-mapping]\n`, ANN + BOB + CEM);
    const { status, stdout } = await runCommand(['check', '--config', files['idp.yaml']]);
    expect(status).toBe(1);
    const [head = ''] = stdout.split('What was compared');
    expect(head).toContain(
      "  - app is required by the policy, and missing: the app's own member list was not given (--app)\n",
    );
    expect(head).not.toContain('confirmed-mapping');
    expect(head).toContain('Nothing but the policy blocks the switch');
    writeFileSync(
      join(dirname(files['idp.yaml']), 'app.csv'),
      'Email\nann@example.com\nbob@example.com\ncem@example.com\n',
    );
    const given = ['--app', join(dirname(files['idp.yaml']), 'app.csv')];
    expect((await runCommand(['check', '--config', files['idp.yaml'], ...given])).stdout).toContain(
      'confirmed-mapping is required by the policy, and missing: nobody has said which column is sent: app email “Email”',
    );
    expect(
      (await runCommand(['check', '--config', files['idp.yaml'], ...given, '--app-map', 'email=Email'])).status,
    ).toBe(0);
  });
});
