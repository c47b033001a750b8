import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { ApplicationsReport } from '../../src/model/report.ts';
import { runCommand } from '../support/command.ts';
import { tempFiles } from '../support/temp.ts';

const OLD = `login,email,employeeNumber,displayName,department,status
ann@example.com,ann@example.com,1,Ann Lee,Sales,ACTIVE
bob@example.com,Bob@example.com,2,Bob Ray,Sales,ACTIVE
cem@example.com,cem@example.com,3,Cem Kaya,Lab,ACTIVE
`;
const NEW = `userPrincipalName,mail,employeeId,displayName,department,accountEnabled
ann@example.com,ann@example.com,1,Ann Lee,Sales,True
bob@example.com,bob@example.com,2,Bob Ray,Sales,True
cem@example.org,cem@example.org,3,Cem Kaya,Lab,True
`;
const MEMBERS = 'Email,Name\nann@example.com,Ann Lee\n';

const SIDES = `old: { files: old.csv, map: { sso: login, scim: email } }
new: { files: new.csv, map: { sso: userPrincipalName, scim: mail } }
`;

async function checkWith(config: string, ...args: string[]) {
  const files = tempFiles({ 'old.csv': OLD, 'new.csv': NEW, 'members.csv': MEMBERS, 'config.yaml': config });
  return runCommand(['check', '--config', files['config.yaml'], ...args]);
}

async function reportWith(config: string): Promise<ApplicationsReport> {
  const { stdout, stderr } = await checkWith(config, '--report', 'json', '--all');
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

const APPS = `${SIDES}applications:
  - { name: Members, app: { files: members.csv, map: { email: Email } } }
  - { name: Folding, compare: ascii-ci, mode: jit, old: { only: department=Sales, map: { sso: email } } }
  - { name: Exact, mode: jit, old: { exclude: department=Lab, map: { sso: email } } }
`;

describe('several apps in a config', () => {
  it('have each their own verdict by their own list, mapping and scope, and one gate', async () => {
    const report = await reportWith(APPS);
    const told = report.applications.map(({ application, gate, mode, compare, summary }) => ({
      application,
      gate: gate.status,
      mode,
      compare,
      keep: summary.outcomes['keeps-account'],
      duplicate: summary.outcomes['duplicate-account'],
      old: summary.users.old,
    }));
    expect(told).toEqual([
      { application: 'Members', gate: 'closed', mode: 'scim', compare: 'exact', keep: 1, duplicate: 0, old: 3 },
      { application: 'Folding', gate: 'open', mode: 'jit', compare: 'ascii-ci', keep: 2, duplicate: 0, old: 2 },
      { application: 'Exact', gate: 'closed', mode: 'jit', compare: 'exact', keep: 1, duplicate: 1, old: 2 },
    ]);
    expect(report.gate.status).toBe('closed');
    const apps = new Set(report.gate.reasons.map(({ message }) => message.split(':')[0]));
    expect(apps).toEqual(new Set(['Members', 'Exact']));
  });

  it('account for every record of every input', async () => {
    const { applications } = await reportWith(APPS);
    for (const { inputs } of applications) {
      for (const { records, users, rejected, excluded } of inputs) expect(users + rejected + excluded).toBe(records);
    }
    expect(applications[1]?.inputs[0]).toMatchObject({ excluded: 1, excludedReasons: { 'out-of-scope': 1 } });
  });

  it('are a report that its schema holds', async () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../schema/applications-report.schema.json', import.meta.url), 'utf8'),
    );
    const validate = new Ajv2020({ strict: false }).compile(schema);
    validate(await reportWith(APPS));
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ schemaVersion: 1 })).toBe(false);
  });

  it('end in 1 while one is closed, and in 0 when none is', async () => {
    expect(await checkWith(APPS)).toMatchObject({
      status: 1,
      stderr: 'idp-preflight: gate closed (Members closed, Folding open, Exact closed)\n',
    });
    const open = `${SIDES}applications:\n  - { name: Folding, compare: ascii-ci, mode: jit, old: { only: department=Sales, map: { sso: email } }, new: { only: department=Sales } }\n`;
    expect(await checkWith(open)).toMatchObject({ status: 0 });
  });

  it('begin the text report with one screen: the whole gate, then each app', async () => {
    const { stdout } = await checkWith(APPS);
    const [head = ''] = stdout.split('\n== ');
    expect(head).toContain('GATE CLOSED: do not switch yet. 2 of 3 apps');
    expect(head).toMatch(/closed {2}Members: 1 of 1 keep their account/);
    expect(head).toMatch(/open {4}Folding: 2 of 2 keep their account \(claude, jit, ascii-ci\)/);
    expect(stdout.match(/^== .* ==$/gm)).toEqual(['== Members ==', '== Folding ==', '== Exact ==']);
  });

  it('name the app on every line of ndjson and csv', async () => {
    const ndjson = (await checkWith(APPS, '--report', 'ndjson')).stdout.trim().split('\n');
    expect(new Set(ndjson.map((line) => JSON.parse(line).application))).toEqual(
      new Set(['Members', 'Folding', 'Exact']),
    );
    const [header, ...rows] = (await checkWith(APPS, '--report', 'csv')).stdout.trim().split('\r\n');
    expect(header).toMatch(/^application,severity,/);
    expect(rows.every((row) => /^"(Members|Folding|Exact)",/.test(row))).toBe(true);
  });

  it('take waivers of one app for that app alone', async () => {
    const waived = `    waivers: [{ id: bob, kind: [sso-email-mismatch], outcome: duplicate-account, person: "employee-id:2", reason: r, owner: o, expires: 2030-01-01 }]\n`;
    const exact = (name: string, more: string) =>
      `  - name: ${name}\n    mode: jit\n    old: { exclude: department=Lab, map: { sso: email } }\n    new: { exclude: department=Lab }\n${more}`;
    const { applications } = await reportWith(`${SIDES}applications:\n${exact('A', waived)}${exact('B', '')}`);
    expect(applications.map(({ gate }) => gate.status)).toEqual(['open', 'closed']);
  });

  describe('have each', () => {
    const app = (name: string, more = '') =>
      `  - name: ${name}\n    mode: jit\n    old: { exclude: department=Lab, map: { sso: email } }\n    new: { exclude: department=Lab }\n${more}`;
    const gates = async (config: string) =>
      (await reportWith(`${SIDES}${config}`)).applications.map(({ gate }) => ({
        status: gate.status,
        codes: gate.reasons.map(({ code }) => code),
      }));
    const budget = (count: number) =>
      `    budgets: [{ outcome: duplicate-account, count: ${count}, reason: r, owner: o, expires: 2030-01-01 }]\n`;

    it('budgets of their own, which count their own people alone', async () => {
      const told = await gates(
        `applications:\n${app('A', budget(1))}${app('B', budget(1))}${app('C')}${app('D', budget(0))}`,
      );
      expect(told.map(({ status }) => status)).toEqual(['open', 'open', 'closed', 'closed']);
      expect(told.map(({ codes }) => codes.includes('budget'))).toEqual([true, true, false, true]);
    });

    it('what is required of all, and their own besides', async () => {
      const told = await gates(
        `require: [confirmed-mapping]\napplications:\n${app('A', budget(1))}${app('B', `${budget(1)}    require: [app]\n`)}`,
      );
      expect(told).toEqual([
        { status: 'open', codes: expect.not.arrayContaining(['required']) },
        { status: 'closed', codes: ['required'] },
      ]);
    });

    it('their own verified domains in place of those of all', async () => {
      const domains = (name: string, more: string) => `  - { name: ${name}, mode: jit${more} }\n`;
      const report = await reportWith(
        `${SIDES}verified-domains: [example.edu]\napplications:\n${domains('A', '')}${domains('B', ', verified-domains: [example.org]')}`,
      );
      const severities = report.applications.map(({ people }) =>
        people.flatMap(({ findings }) =>
          findings.filter(({ kind }) => kind === 'domain-not-in-baseline').map(({ severity }) => severity),
        ),
      );
      expect(severities).toEqual([['error'], ['warning']]);
    });
  });

  it('apply severities for all of them, and those of one app to it alone', async () => {
    const { applications } = await reportWith(
      `${APPS}severities: { sso-email-mismatch: warning }\n`.replace(
        'name: Exact,',
        'name: Exact, severities: { sso-email-mismatch: info },',
      ),
    );
    const severities = applications.map(({ people }) =>
      people.flatMap(({ findings }) =>
        findings.filter(({ kind }) => kind === 'sso-email-mismatch').map(({ severity }) => severity),
      ),
    );
    // Cem's address is another one, and only Members has him in scope on both sides.
    expect(severities).toEqual([['warning'], [], ['info']]);
  });
});

describe('what is not clear', () => {
  it.each([
    ['a list for all', `${APPS}app: { files: members.csv }\n`, [], 'say of each which list is its own'],
    ['waivers for all', `${APPS}waivers: []\n`, [], 'each has its own "waivers"'],
    ['budgets for all', `${APPS}budgets: []\n`, [], 'each has its own "budgets"'],
    [
      'budgets for all of the providers that flags name',
      `${SIDES}budgets: []\n`,
      ['--service-provider', 'claude', '--service-provider', 'polis'],
      'Budgets are about one app',
    ],
    [
      'two of one name',
      APPS.replace('name: Exact', 'name: Folding'),
      [],
      'An earlier application is named “Folding” too',
    ],
    ['an app without a name', `${SIDES}applications: [{ mode: jit }]\n`, [], 'An application needs "name"'],
    ['no app', `${SIDES}applications: []\n`, [], 'empty list'],
    ['--app', APPS, ['--app', 'members.csv'], '--app is about one app'],
    ['--mode', APPS, ['--mode', 'jit'], '--mode is about one app'],
    ['a provider twice', SIDES, ['--service-provider', 'claude', '--service-provider', 'claude'], 'given twice'],
    [
      'a list without files',
      `${SIDES}applications: [{ name: A, app: { map: { email: Email } } }]\n`,
      [],
      'has no "files"',
    ],
    ['a column that is not there', `${SIDES}applications: [{ name: A, old: { map: { sso: nope } } }]\n`, [], 'For A: '],
  ])('%s is an error', async (_, config, args, says) => {
    const { status, stderr, stdout } = await checkWith(config, ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(says);
  });
});

it('a doubt that two apps share is asked once', async () => {
  const twice = OLD.replace('cem@example.com,cem@example.com,3', 'cem@example.org,cem@example.org,')
    .replace('Cem Kaya', 'Somebody Else')
    .replace('Bob@', 'bob@');
  const doubtful = NEW.replace('cem@example.org,cem@example.org,3', 'cem@example.org,cem@example.org,');
  const files = tempFiles({
    'old.csv': twice,
    'new.csv': doubtful,
    'config.yaml': `${SIDES}applications: [{ name: A }, { name: B, mode: jit }]\n`,
  });
  const template = files['config.yaml'].replace('config.yaml', 'crosswalk.csv');
  const { stderr } = await runCommand(['check', '--config', files['config.yaml'], '--crosswalk-template', template]);
  expect(stderr).toContain('1 row to decide');
  const filled = readFileSync(template, 'utf8').replace(/\r\n"",/, '\r\n"same",');
  const decided = tempFiles({ 'crosswalk.csv': filled });
  const args = ['check', '--config', files['config.yaml'], '--crosswalk', decided['crosswalk.csv'], '--report', 'json'];
  const report: ApplicationsReport = JSON.parse((await runCommand([...args, '--all'])).stdout);
  expect(report.applications.map(({ summary }) => summary.outcomes.unverified)).toEqual([0, 0]);
});
