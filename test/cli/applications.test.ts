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
  - { name: Folding, compare: ascii-ci, mode: jit, old: { only: department=Sales, map: { sso: email } }, new: { only: department=Sales } }
  - { name: Exact, mode: jit, old: { exclude: department=Lab, map: { sso: email } }, new: { exclude: department=Lab } }
`;

it('records that are left out are told with the name of the app', async () => {
  const { stderr } = await checkWith(APPS, '--report', 'csv');
  const told = stderr.split('\n').filter((line) => line.includes('left out'));
  expect(told.map((line) => line.replace(/ \S*(?=(?:old|new)\.csv)/, ' '))).toEqual([
    'idp-preflight: Folding: old.csv: 1 of 3 records left out: out-of-scope 1 (line 4)',
    'idp-preflight: Folding: new.csv: 1 of 3 records left out: out-of-scope 1 (line 4)',
    'idp-preflight: Exact: old.csv: 1 of 3 records left out: out-of-scope 1 (line 4)',
    'idp-preflight: Exact: new.csv: 1 of 3 records left out: out-of-scope 1 (line 4)',
  ]);
});

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
    expect(head).toContain('GATE CLOSED: do not switch yet. 2 of 3 apps are closed.');
    expect(head).toMatch(/closed {2}Members: 1 of 1 keep their account/);
    expect(head).toMatch(/open {4}Folding: 2 of 2 keep their account \(claude, jit, ascii-ci\)/);
    expect(stdout.match(/^== .* ==$/gm)).toEqual(['== Members ==', '== Folding ==', '== Exact ==']);
  });

  it('name the app on every line of ndjson and csv', async () => {
    const ndjson = (await checkWith(APPS, '--report', 'ndjson', '--all')).stdout.trim().split('\n');
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
    [
      'two whose names look the same',
      APPS.replace('name: Exact', 'name: "folding\\u200b"'),
      [],
      'looks like that of an earlier application, “Folding”',
    ],
    [
      'an id of one app alone',
      `${SIDES}applications: [{ name: A, old: { map: { employee-id: department } } }]\n`,
      [],
      'Known: sso, scim, groups',
    ],
    [
      'a name of one app alone',
      `${SIDES}applications: [{ name: A, new: { map: { name: department } } }]\n`,
      [],
      'Known: sso, scim, groups',
    ],
    ['a flag against the map of an app', APPS, ['--old-map', 'sso=login'], '--old-map sso would not count for Folding'],
    ['--app-map', APPS, ['--app-map', 'email=Email'], '--app-map is about one app'],
    [
      'no SCIM column',
      `old: { files: old.csv, map: { sso: login, scim: email } }
new: { files: new.csv, map: { sso: mail, scim: "-" } }
applications: [{ name: A }]
`,
      [],
      'For A: In scim mode the new side needs a column with the SCIM email. Say which with “new: { map: { scim: COLUMN } }” under it, or choose “mode: jit” under it or “mode: manual” under it',
    ],
    [
      'a list without addresses',
      `${SIDES}applications: [{ name: A, app: { files: members.csv, map: { email: Name } } }]\n`,
      [],
      'Name the right one with “app: { map: { email: COLUMN } }” under it',
    ],
    [
      'no SCIM column, of apps that are flags',
      `old: { files: old.csv, map: { sso: login, scim: email } }
new: { files: new.csv, map: { sso: mail, scim: "-" } }
`,
      ['--service-provider', 'claude', '--service-provider', 'sentry'],
      'For claude: In scim mode the new side needs a column with the SCIM email. Say which with --new-map scim=COLUMN, or choose --mode jit',
    ],
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

it('flags about the whole side count for every app', async () => {
  const { stdout } = await checkWith(APPS, '--new-map', 'sso=mail', '--report', 'json', '--all');
  const { applications }: ApplicationsReport = JSON.parse(stdout);
  expect(applications.map(({ inputs }) => inputs[1]?.mapping.sso)).toEqual(['mail', 'mail', 'mail']);
});

/** Lets a human fill in what a check asks, and checks again. */
async function decide(files: Record<'old.csv' | 'new.csv' | 'config.yaml', string>, fill: (csv: string) => string) {
  const paths = tempFiles({ 'members.csv': MEMBERS, ...files });
  const template = paths['config.yaml'].replace('config.yaml', 'crosswalk.csv');
  const check = ['check', '--config', paths['config.yaml']];
  const { stderr } = await runCommand([...check, '--crosswalk-template', template]);
  const asked = readFileSync(template, 'utf8');
  const { 'decided.csv': decided } = tempFiles({ 'decided.csv': fill(asked) });
  const { stdout } = await runCommand([...check, '--crosswalk', decided, '--report', 'json', '--all']);
  const report: ApplicationsReport = JSON.parse(stdout);
  return { stderr, asked, report };
}

const saying = (decision: string) => (csv: string) => csv.replaceAll(/\r\n"",/g, `\r\n"${decision}",`);

describe('what humans say', () => {
  const doubtful = {
    'old.csv': OLD.replace('cem@example.com,cem@example.com,3', 'cem@example.org,c.kaya@example.com,')
      .replace('Cem Kaya', 'Somebody Else')
      .replace('Bob@', 'bob@'),
    'new.csv': NEW.replace('cem@example.org,cem@example.org,3', 'cem@example.org,cem@example.org,'),
  };

  it('of two people is asked once for all apps', async () => {
    const config = `${SIDES}applications: [{ name: A }, { name: B, mode: jit }]\n`;
    const sameValues = { ...doubtful, 'old.csv': doubtful['old.csv'].replace('c.kaya@example.com', 'cem@example.org') };
    const { stderr, report } = await decide({ ...sameValues, 'config.yaml': config }, saying('same'));
    expect(stderr).toContain('1 row to decide');
    expect(report.applications.map(({ summary }) => summary.outcomes.unverified)).toEqual([0, 0]);
  });

  it('of two people is asked in the words of the side, whatever an app is sent', async () => {
    const config = `${SIDES}applications:
  - { name: A, mode: jit, old: { map: { sso: email, scim: "-" } } }
  - { name: B, mode: jit }
`;
    const { stderr, asked, report } = await decide({ ...doubtful, 'config.yaml': config }, saying('same'));
    expect(stderr).toContain('1 row to decide');
    expect(asked).toContain('"cem@example.org"');
    const kinds = report.applications.flatMap(({ inputFindings }) => inputFindings.map(({ kind }) => kind));
    expect(kinds.filter((kind) => kind.startsWith('crosswalk-'))).toEqual([]);
    expect(report.applications.map(({ summary }) => summary.outcomes.unverified)).toEqual([0, 0]);
  });

  it('of two people who are doubtful in a scope alone is asked too', async () => {
    const withNamesake = {
      'old.csv': `${OLD.replace('Bob@', 'bob@')}dan@example.com,dan@example.com,4,Dan Roe,Sales,ACTIVE
dan.roe@example.com,dan.roe@example.com,5,Dan Roe,Lab,ACTIVE
`,
      'new.csv': `${NEW.replaceAll('cem@example.org', 'cem@example.com')}d.roe@example.com,d.roe@example.com,,Dan Roe,Sales,True
`,
    };
    const sales = (name: string) =>
      `  - { name: ${name}, mode: jit, old: { only: department=Sales }, new: { only: department=Sales } }\n`;
    const config = `${SIDES}applications:\n${sales('A')}${sales('B')}`;
    const { stderr, report } = await decide({ ...withNamesake, 'config.yaml': config }, saying('different'));
    expect(stderr).toContain('1 row to decide');
    for (const { people } of report.applications) {
      const kinds = people.flatMap(({ findings }) => findings.map(({ kind }) => kind));
      expect(kinds).not.toContain('possible-same-person');
    }
  });

  it('of an account is asked of each app that lists it, and stays there', async () => {
    const config = `${SIDES}applications:
  - { name: A, mode: jit, app: { files: members.csv, map: { email: Email, name: Name } } }
  - { name: B, mode: jit, app: { files: members.csv, map: { email: Email, name: Name } } }
`;
    const files = {
      'old.csv': OLD.replace(
        'ann@example.com,ann@example.com,1,Ann Lee,Sales,ACTIVE',
        'x@example.com,x@example.com,9,X Y,,ACTIVE',
      ),
      'new.csv': NEW.replace('Ann Lee', 'Cleo Ames'),
      'config.yaml': config,
    };
    const onlyA = (csv: string) => csv.replace(/\r\n"",([^\r]*"A")\r/, '\r\n"same",$1\r');
    const { stderr, asked, report } = await decide(files, onlyA);
    expect(stderr).toContain('2 rows to decide');
    expect(asked).toMatch(/"ann@example.com","A"\r\n/);
    expect(asked).toMatch(/"ann@example.com","B"\r\n/);
    const hasConflict = report.applications.map(({ people }) =>
      people.some(({ findings }) => findings.some(({ kind }) => kind === 'name-conflict')),
    );
    expect(hasConflict).toEqual([false, true]);
  });
});
