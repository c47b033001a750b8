import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clients, FetchPage, Member, NewUser, OldUser } from '../../examples/migrate/migrate.ts';
import type { Report } from '../../src/model/report.ts';
import { ROOT } from '../architecture/sources.ts';
import { bundle } from '../support/bundle.ts';
import { messages } from '../support/diagnostics.ts';
import { compilerOptions } from '../support/doors.ts';
import { tempDirectory } from '../support/temp.ts';

type Script = typeof import('../../examples/migrate/migrate.ts');

const directory = mkdtempSync(join(tmpdir(), 'idp-preflight-migrate-'));
const rehearsal = join(directory, 'rehearsal.mjs');
let script: Script;

beforeAll(async () => {
  const file = join(directory, 'migrate.mjs');
  writeFileSync(file, await bundle({ file: 'examples/migrate/migrate.ts' }));
  writeFileSync(rehearsal, await bundle({ file: 'examples/migrate/rehearsal.ts' }));
  script = (await import(pathToFileURL(file).href)) as Script;
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

it('compiles under the strictest settings of whoever copies it', () => {
  const options: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    noPropertyAccessFromIndexSignature: true,
    noImplicitOverride: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    // Node runs TypeScript only where taking the types away is enough.
    erasableSyntaxOnly: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts'],
    types: ['node'],
    typeRoots: [join(ROOT, 'node_modules/@types')],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
    paths: compilerOptions().paths ?? {},
  };
  const files = ['migrate.ts', 'rehearsal.ts'].map((name) => join(ROOT, 'examples/migrate', name));
  const program = ts.createProgram(files, options);
  const problems = files.flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)));
  expect(messages(problems)).toEqual([]);
});

describe('the rehearsal', () => {
  const rehearse = (...args: string[]) => {
    const reportFile = join(tempDirectory(), 'report.json');
    const ran = spawnSync(process.execPath, [rehearsal, '--report', reportFile, ...args], { encoding: 'utf8' });
    return { ...ran, reportFile };
  };
  const read = (file: string): Report => JSON.parse(readFileSync(file, 'utf8'));

  it('stops at a closed gate, and touches nothing', () => {
    const { status, stdout, stderr, reportFile } = rehearse();
    expect(stderr).toBe('');
    expect(status).toBe(1);
    expect(stdout).toMatch(
      /^What would happen: 3 keeps-account, 3 duplicate-account, 1 new-account, 1 not-provisioned\./,
    );
    expect(stdout).toContain('GATE CLOSED');
    expect(stdout).toContain('Not switched: 3 people would get a second, empty account');
    expect(stdout).not.toContain('mail is now');
    expect(stdout).not.toContain('connection reset');
    const report = read(reportFile);
    expect(report.gate.status).toBe('closed');
    expect(report.people).toHaveLength(8);
  });

  it('corrects what an id or an alias vouches for, looks again, and switches once, last of all', () => {
    const { status, stdout, stderr, reportFile } = rehearse('--correct');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const steps = stdout.match(/GATE \w+|e\d: mail is now .*|connection reset|Switched/g);
    expect(steps).toEqual([
      'GATE CLOSED',
      'e2: mail is now bo.ek@example.com',
      'e3: mail is now chloe.martin@example.com',
      'e4: mail is now dana.fox@example.com',
      'GATE OPEN',
      'connection reset',
      'Switched',
    ]);
    const report = read(reportFile);
    expect(report.gate.status).toBe('open');
    expect(report.summary.outcomes).toMatchObject({ 'keeps-account': 6, 'new-account': 1, 'not-provisioned': 1 });
  });

  it('keeps a report that nobody else can read, and leaves no draft', () => {
    const { reportFile } = rehearse();
    if (process.platform !== 'win32') expect(statSync(reportFile).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(reportFile, '..'))).toEqual(['report.json']);
  });

  it('takes a misspelt flag for no answer, not for a closed gate', () => {
    expect(rehearse('--corect').status).toBe(2);
  });
});

describe('the script', () => {
  /** Ann keeps her account, unless her new mail is another one. */
  const ann = (mail: string, employeeId: string | null = '1'): NewUser => ({
    id: 'n1',
    accountEnabled: true,
    userPrincipalName: 'ann@example.net',
    mail,
    displayName: 'Ann Lee',
    employeeId,
    hrPersonId: null,
    proxyAddresses: [],
    groups: [],
  });
  const formerly = (firstName: string, email: string, employeeNumber: string): OldUser => ({
    status: 'ACTIVE',
    profile: { login: email, email, firstName, lastName: 'Lee', employeeNumber, hrPersonId: null },
    groups: [],
  });
  const row = (email: string): Member => ({ email, name: null, status: 'active' });
  const page =
    <Item>(...items: Item[]): FetchPage<Item> =>
    async () => ({ items, next: null });

  /** Runs the script with clients of which some are replaced; says what was done, in order. */
  async function run(
    replaced: Partial<Clients>,
    mayCorrect = false,
    reportFile = join(tempDirectory(), 'report.json'),
  ) {
    const done: string[] = [];
    let printed = '';
    const clients: Clients = {
      oldUsers: page(formerly('Ann', 'ann@example.com', '1')),
      newUsers: page(ann('ann@example.com')),
      members: page(row('ann@example.com')),
      setMail: async (id, mail) => void done.push(`${id} ${mail}`),
      resetConnection: async () => void done.push('reset'),
      ...replaced,
    };
    const print = (text: string) => {
      printed += text;
    };
    const status = await script.migrate({ clients, reportFile, mayCorrect, print });
    return { status, done, printed };
  }

  it('switches where nothing differs', async () => {
    expect(await run({})).toMatchObject({ status: 0, done: ['reset'] });
  });

  it('fetches again after a correction, and does not believe that it worked', async () => {
    const { status, done } = await run({ newUsers: page(ann('ANN@example.com')) }, true);
    expect(status).toBe(1);
    expect(done).toEqual(['n1 ann@example.com']);
  });

  it('corrects nobody for whom nothing vouches but the address', async () => {
    const { status, done } = await run({ newUsers: page(ann('ANN@example.com', null)) }, true);
    expect(status).toBe(1);
    expect(done).toEqual([]);
  });

  it("corrects nobody who would arrive at somebody else's account", async () => {
    const { status, done, printed } = await run(
      {
        oldUsers: page(formerly('Ann', 'ann@example.com', '1'), formerly('Bea', 'bea@example.com', '2')),
        newUsers: page(ann('bea@example.com')),
        members: page(row('ann@example.com'), row('bea@example.com')),
      },
      true,
    );
    expect(printed).toContain('1 account-takeover');
    expect(status).toBe(1);
    expect(done).toEqual([]);
  });

  it('asks again where it was told to wait', async () => {
    let calls = 0;
    const newUsers: FetchPage<NewUser> = async () => {
      calls += 1;
      if (calls < 3) throw new script.Throttled(1);
      return { items: [ann('ann@example.com')], next: null };
    };
    expect(await run({ newUsers })).toMatchObject({ status: 0, done: ['reset'] });
    expect(calls).toBe(3);
  });

  it.each<[string, Partial<Clients>, RegExp]>([
    [
      'is always busy',
      { newUsers: async () => Promise.reject(new script.Throttled(1)) },
      /nobody knows what would happen: throttled/,
    ],
    [
      'fails on its second page',
      {
        newUsers: async (cursor) => {
          if (cursor !== null) throw new Error('502 Bad Gateway');
          return { items: [ann('ann@example.com')], next: 'two' };
        },
      },
      /nobody knows what would happen: 502 Bad Gateway/,
    ],
    [
      'has no last page',
      { members: async () => ({ items: [row('ann@example.com')], next: 'one' }) },
      /round in circles/,
    ],
    ['has no users', { oldUsers: page<OldUser>() }, /ERR_INPUT_EMPTY/],
    [
      'holds something that is no user',
      { newUsers: page(ann('ann@example.com'), { ...ann('bea@example.com'), employeeId: 7 as unknown as string }) },
      /ERR_INPUT_RECORD at record 2/,
    ],
  ])('reaches no verdict where a list %s', async (_, replaced, said) => {
    const { status, done, printed } = await run(replaced);
    expect(status).toBe(2);
    expect(done).toEqual([]);
    expect(printed).toMatch(said);
    expect(printed).not.toContain('GATE OPEN');
  });

  it('does not switch where the report cannot be kept', async () => {
    const nowhere = join(tempDirectory(), 'nowhere', 'report.json');
    expect(await run({}, false, nowhere)).toMatchObject({ status: 2, done: [] });
  });

  it('says so where a correction fails', async () => {
    const setMail = () => Promise.reject(new Error('403 Forbidden'));
    const { status, done, printed } = await run({ newUsers: page(ann('ANN@example.com')), setMail }, true);
    expect(status).toBe(2);
    expect(done).toEqual([]);
    expect(printed).toContain('403 Forbidden');
  });

  it('does not call a switch that failed halfway undone', async () => {
    const resetConnection = () => Promise.reject(new Error('504 Gateway Timeout'));
    const { status, printed } = await run({ resetConnection });
    expect(status).toBe(3);
    expect(printed).toContain('look at the app before anything else: 504 Gateway Timeout');
  });
});
