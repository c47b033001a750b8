import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../architecture/sources.ts';
import { checkReport, runCommand } from '../support/command.ts';
import { tempDirectory, tempFiles } from '../support/temp.ts';

const EXAMPLES = join(ROOT, 'examples');
const OLD = join(EXAMPLES, 'okta-users.csv');
const NEW = join(EXAMPLES, 'entra-users.csv');

async function init(config: string, ...args: string[]) {
  return runCommand(['init', '--config', config, ...args]);
}

/** Takes the # away wherever a key is switched off. */
function switchedOn(text: string): string {
  return text.replace(/^( *)#(?=[a-z]| {2})/gm, '$1');
}

describe('init', () => {
  it('writes a config with which check says what it says without', async () => {
    const config = join(tempDirectory(), 'idp.yaml');
    const { status, stdout, stderr } = await init(config, '--old', OLD, '--new', NEW);
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain(`check --config ${config}`);
    const [given, said] = [await checkReport(['--config', config]), await checkReport(['--old', OLD, '--new', NEW])];
    expect(given.status).toBe(1);
    expect(given.report).toEqual(said.report);
  });

  it('leaves a guess a guess, and says what else it could be', async () => {
    const config = join(tempDirectory(), 'idp.yaml');
    await init(config, '--old', OLD, '--new', NEW);
    const text = readFileSync(config, 'utf8');
    expect(parse(text).old).toEqual({ files: [OLD] });
    expect(text).toMatch(/“userPrincipalName”, which holds another value for \d+ active users/);
    expect(text).toContain('#profile: "entra-portal-download-users"');
    const { report } = await checkReport(['--config', config]);
    expect(report.summary.findings['mapping-assumed']).toBe(4);
  });

  it('writes what flags say as said', async () => {
    const config = join(tempDirectory(), 'idp.yaml');
    await init(
      config,
      '--old',
      OLD,
      '--new',
      NEW,
      '--old-map',
      'sso=login',
      '--new-map',
      'employee-id=employeeId',
      '--mode',
      'jit',
    );
    const text = readFileSync(config, 'utf8');
    expect(parse(text)).toMatchObject({
      old: { map: { sso: 'login' } },
      new: { map: { 'employee-id': 'employeeId' } },
      mode: 'jit',
    });
    expect(text).toContain('    #scim: "email"');
  });

  it('can be switched on line by line', async () => {
    const config = join(tempDirectory(), 'idp.yaml');
    await init(config, '--old', OLD, '--new', NEW);
    const on = switchedOn(readFileSync(config, 'utf8')).replace(/^(?:crosswalk|report): .*$/gm, '');
    writeFileSync(config, on);
    expect(parse(on)).toMatchObject({
      old: { profile: 'okta-csv-import-template', map: { sso: 'email', scim: 'email' }, exclude: ['email=service-*'] },
      severities: { 'unexpected-in-new': 'info' },
      waivers: [{ kind: 'missing-in-new', expires: '2026-02-01' }],
      require: ['app', 'confirmed-mapping'],
    });
    const { report } = await checkReport(['--config', config]);
    expect(report.summary.findings).toMatchObject({ 'waiver-unused': 1 });
    expect(report.summary.findings).not.toHaveProperty('mapping-assumed');
    // Every column is named by now, and the list of the app is not given.
    const required = report.gate.reasons.filter(({ code }) => code === 'required');
    expect(required.map(({ message }) => message.split(' ')[0])).toEqual(['app']);
  });

  it('takes the member list, and the pages of an export', async () => {
    const files = tempFiles({
      'a.csv': 'email,username\nann@example.com,ann\n',
      'b.csv': 'email,username\nbob@example.com,bob\n',
      'new.csv': 'mail\nann@example.com\nbob@example.com\n',
      'app.csv': 'Email,Role\nann@example.com,User\n',
    });
    const config = join(dirname(files['a.csv']), 'idp.yaml');
    const { status } = await init(
      config,
      ...['--old', files['a.csv'], '--old', files['b.csv'], '--new', files['new.csv'], '--app', files['app.csv']],
    );
    expect(status).toBe(0);
    const text = readFileSync(config, 'utf8');
    expect(parse(text)).toMatchObject({
      old: { files: [files['a.csv'], files['b.csv']] },
      app: { files: [files['app.csv']] },
    });
    expect(text).toContain('“username”, which holds another value for 2 active users');
    expect(text).toContain('  #  email: "Email"');
    expect((await runCommand(['check', '--config', config])).status).toBe(1);
  });

  it('names files from the folder of the config', async () => {
    const files = tempFiles({ 'old.csv': 'email\nann@example.com\n', 'new.csv': 'email\nann@example.com\n' });
    const folder = dirname(files['old.csv']);
    mkdirSync(join(folder, 'conf'));
    const from = (path: string) => relative(process.cwd(), path);
    const config = from(join(folder, 'conf', 'idp.yaml'));
    await init(config, '--old', from(files['old.csv']), '--new', from(files['new.csv']));
    expect(parse(readFileSync(config, 'utf8'))).toMatchObject({
      old: { files: ['../old.csv'] },
      new: { files: ['../new.csv'] },
    });
    expect((await runCommand(['check', '--config', config])).status).toBe(0);
  });

  it('never replaces a file, not even one that a link only leads to', async () => {
    const directory = tempDirectory();
    writeFileSync(join(directory, 'a.yaml'), 'mine');
    symlinkSync(join(directory, 'nowhere'), join(directory, 'b.yaml'));
    for (const name of ['a.yaml', 'b.yaml']) {
      const { status, stderr } = await init(join(directory, name), '--old', OLD, '--new', NEW);
      expect(stderr).toContain('exists already');
      expect(status).toBe(2);
    }
    expect(readFileSync(join(directory, 'a.yaml'), 'utf8')).toBe('mine');
    expect(readdirSync(directory).sort()).toEqual(['a.yaml', 'b.yaml']);
  });

  it.each([
    ['nothing but a header', 'email\n', []],
    ['no email column', 'a,b\n1,2\n', []],
    ['no SCIM value', 'email,scim\nann@example.com,\n', ['--new-map', 'scim=scim']],
  ])('writes nothing where check would reach no verdict: %s', async (_, content, args) => {
    const files = tempFiles({ 'old.csv': 'email\nann@example.com\n', 'new.csv': content });
    const config = join(dirname(files['old.csv']), 'idp.yaml');
    const { status, stderr } = await init(config, '--old', files['old.csv'], '--new', files['new.csv'], ...args);
    expect(status).toBe(2);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(readdirSync(dirname(config)).sort()).toEqual(['new.csv', 'old.csv']);
  });

  it.each([
    [['--old', OLD], '--new FILE'],
    [['--old', OLD, '--new', '-'], 'standard input'],
    [['--old', OLD, '--new', NEW, '--config', '-'], '--config FILE'],
    [['--old', OLD, '--new', NEW, '--report', 'json'], '--report is no option of init'],
    [['--old', OLD, '--new', NEW, 'x'], 'Unexpected argument "x"'],
  ])('refuses %s', async (args, says) => {
    const { status, stderr } = await runCommand(['init', ...args]);
    expect(stderr).toContain(says);
    expect(status).toBe(2);
    expect(existsSync('idp-preflight.yaml')).toBe(false);
  });

  it('writes what loads and runs, whatever headers and file names are', async () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          ...['a', 'é', '"', "'", '#', ': ', ' #', '- ', '*', '&', '!', '%', '@', '`', '{', '}', '[', ']', '|', '>'],
          ...['\\', '\n', '\r', '\t', '\u0085', '\u2028', '\u202E', '\u200B', '\uFEFF', '<<', '~', 'null', '😀'],
        ),
        { minLength: 1, maxLength: 6 },
      )
      .map((pieces) => pieces.join(''));
    const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (header, name) => {
        const table = `${cell(`x${header}`)},username\nann@example.com,ann\n`;
        const files = tempFiles({ [`o${name}.csv`]: table, [`n${name}.csv`]: table } as Record<string, string>);
        const [old = '', next = ''] = Object.values(files);
        const config = join(dirname(old), 'idp.yaml');
        const maps = ['old', 'new'].flatMap((side) => [`--${side}-map`, `sso=x${header}`]);
        const { status } = await init(config, '--old', old, '--new', next, ...maps, '--mode', 'jit');
        const args = ['check', '--old', old, '--new', next, ...maps, '--mode', 'jit'];
        const said = await runCommand(args);
        if (said.status === 2) expect(status).toBe(2);
        else {
          expect(status).toBe(0);
          expect(readFileSync(config, 'utf8')).not.toMatch(/[^\P{C}\n]/u);
          expect((await runCommand(['check', '--config', config])).stdout).toBe(said.stdout);
          writeFileSync(config, switchedOn(readFileSync(config, 'utf8')).replace(/^(?:crosswalk|report): .*$/gm, ''));
          expect(parse(readFileSync(config, 'utf8')).waivers).toHaveLength(1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
