import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.ts';
import { ROOT } from '../architecture/sources.ts';
import { builtCli } from '../support/built-cli.ts';
import { runCommand } from '../support/command.ts';
import { tempDirectory, tempFiles } from '../support/temp.ts';

const OLD = 'email,name\nann@example.com,Ann Lee\nbob@example.com,Bob Roe\n';
const DRIFTED = 'email,name\nAnn@example.com,Ann Lee\nbob@example.com,Bob Roe\n';
const MAPS = ['old', 'new'].flatMap((side) => [`--${side}-map`, 'sso=email', `--${side}-map`, 'scim=email']);

function pair(next = OLD) {
  return tempFiles({ 'old.csv': OLD, 'new.csv': `${next}\n` });
}

async function check(...args: string[]) {
  const files = pair();
  return runCommand(['check', '--old', files['old.csv'], '--new', files['new.csv'], ...MAPS, ...args]);
}

describe('exit statuses', () => {
  it('0: the gate is open', async () => {
    const { status, stdout, stderr } = await check();
    expect(stdout).toMatch(/^GATE OPEN/);
    expect(stderr).toBe('idp-preflight: gate open (0 errors, 0 warnings, 2 account owners)\n');
    expect(status).toBe(0);
  });

  it('1: the gate is closed', async () => {
    const files = pair(DRIFTED);
    const { status, stdout, stderr } = await runCommand([
      'check',
      '--old',
      files['old.csv'],
      '--new',
      files['new.csv'],
      ...MAPS,
    ]);
    expect(stdout).toMatch(/^GATE CLOSED/);
    expect(stderr).toMatch(/^idp-preflight: gate closed \(\d+ errors, /);
    expect(status).toBe(1);
  });

  it.each([
    { args: [], says: 'Say what to do' },
    { args: ['chekc'], says: 'Unknown command "chekc". Did you mean check?' },
    { args: ['okta.csv', 'entra.csv'], says: 'inspect FILE' },
    { args: ['help', 'chekc'], says: 'Unknown command "chekc". Did you mean check?' },
    { args: ['help', 'check', '--mode', 'jit'], says: '--mode is no option of help' },
    {
      args: ['check', 'a.csv', 'b c.csv'],
      says: "which side each file is of: idp-preflight check --old a.csv --new 'b c.csv'.",
    },
    {
      args: ['init', 'a.csv', 'b.csv'],
      says: 'which side each file is of: idp-preflight init --old a.csv --new b.csv.',
    },
    { args: ['check', '--old', 'a', 'b', 'c'], says: 'Unexpected argument "b". Each file has --old, --new or --app' },
    { args: ['inspect'], says: 'Name the files' },
    { args: ['inspect', 'a.csv', '--old', 'b.csv'], says: '--old is no option of inspect' },
    { args: ['inspect', 'a.csv', '--report', 'csv'], says: 'Unknown report format "csv"' },
    { args: ['explain', 'tombstone', 'orphan-account'], says: 'One kind or outcome' },
    { args: ['explain', 'tombstone', '--mode', 'jit'], says: '--mode is no option of explain' },
    { args: ['explain', 'tombstones'], says: 'tombstone' },
    { args: ['check'], says: '--old FILE' },
    { args: ['check', '--old', 'x.csv'], says: '--new FILE' },
    { args: ['check', '--old', 'a', '--new', 'b', 'c'], says: 'Unexpected argument "c"' },
    { args: ['check', '--olld', 'a'], says: 'Unknown option --olld. Did you mean --old?' },
    { args: ['check', '--nwe=a'], says: 'Unknown option --nwe. Did you mean --new?' },
    { args: ['check', '-old', 'a'], says: 'Unknown option -old. Did you mean --old?' },
    { args: ['check', '--xyzzy'], says: 'Unknown option --xyzzy. See' },
    { args: ['check', '--\u001b[31mold'], says: 'Unknown option --⟨U+001B⟩[31mold.' },
    { args: ['check', '--old'], says: '--old needs a file. See' },
    { args: ['check', '--old='], says: '--old needs a file. See' },
    { args: ['check', '--old', '--new', 'b'], says: '--old needs a file, and what follows is the option --new.' },
    { args: ['check', '--old', '-a.csv'], says: 'write --old=-a.csv.' },
    { args: ['check', '--new-map', '--new', 'b'], says: '--new-map needs KEY=COLUMN' },
    { args: ['check', '--old-only'], says: '--old-only needs COLUMN=GLOB' },
    { args: ['check', '--new-exclude'], says: '--new-exclude needs COLUMN=GLOB' },
    { args: ['check', '--app-profile'], says: '--app-profile needs the ID of a format' },
    { args: ['check', '--service-provider'], says: '--service-provider needs the ID of' },
    { args: ['check', '--compare'], says: '--compare needs a policy' },
    { args: ['check', '--report'], says: '--report needs FORMAT' },
    { args: ['check', '--crosswalk-template'], says: '--crosswalk-template needs a file' },
    { args: ['check', '--config', '--all'], says: '--config needs a file, and what follows is the option --all' },
    { args: ['check', '--all=yes'], says: '--all takes no value' },
    { args: ['check', '--app-map', 'email=x', '--old', 'a', '--new', 'b'], says: '--app FILE' },
    {
      args: ['check', '--old', 'a', '--new', 'b', '--app', 'c', '--app-map', 'sso=x'],
      says: 'Unknown key of --app-map',
    },
    { args: ['check', '--old', 'a', '--new', 'b', '--app', 'c', '--app-map', 'email=-'], says: 'email=-' },
    { args: ['check', '--old', 'a', '--new', '-', '--app', '-'], says: 'only once' },
    { args: ['check', '--old', 'a', '--new', 'b', '--mode'], says: '--mode needs a mode' },
    { args: ['check', '--old', 'a', '--new', 'b', '--mode', 'sync'], says: 'Unknown mode "sync". Known: ' },
    { args: ['check', '--old', 'a', '--new', 'b', '--mode', 'jti'], says: '"jti". Did you mean jit? Known: ' },
    { args: ['check', '--old', 'a', '--new', 'b', '--mode', 'jit', '--mode', 'scim'], says: '--mode is given twice' },
    { args: ['check', '--old', 'a', '--new', 'b', '--old-profile', 'x'], says: 'Unknown profile "x"' },
    { args: ['check', '--old', 'a', '--new', 'b', '--new-profile', 'ldfi'], says: 'Did you mean ldif?' },
    { args: ['check', '--old', 'a', '--new', 'b', '--service-provider', 'x'], says: 'Unknown service provider "x"' },
    { args: ['check', '--old', 'a', '--new', 'b', '--service-provider', 'clade'], says: 'Did you mean claude?' },
    { args: ['check', '--old', 'a', '--new', 'b', '--compare', 'lower'], says: 'Unknown compare policy "lower"' },
    { args: ['check', '--old', 'a', '--new', 'b', '--compare', 'ascii'], says: 'Did you mean ascii-ci?' },
    { args: ['check', '--old', 'a', '--new', 'b', '--report', 'pdf'], says: 'Unknown report format "pdf"' },
    { args: ['check', '--old', 'a', '--new', 'b', '--report', 'jsn=x'], says: 'Did you mean json?' },
    { args: ['check', '--old', 'a', '--new', 'b', '--report', 'json='], says: 'names no file' },
    { args: ['check', '--old', 'a', '--new', 'b', '--report', 'json', '--report', 'text'], says: 'standard output' },
    { args: ['check', '--old', 'a', '--new', 'b', '--old-map', 'sso'], says: 'KEY=COLUMN' },
    { args: ['check', '--old', 'a', '--new', 'b', '--old-map', 'mail=x'], says: 'sign-in, sso, and by SCIM, scim' },
    { args: ['check', '--old', 'a', '--new', 'b', '--old-map', 'scmi=x'], says: 'Did you mean scim?' },
    { args: ['check', '--old', 'a', '--new', 'b', '--old-map', 'sso=x', '--old-map', 'sso=y'], says: 'given twice' },
    { args: ['check', '--old', 'a', '--new', 'b', '--old-only', 'x'], says: 'COLUMN=GLOB' },
    { args: ['check', '--old', '-', '--new', '-'], says: 'only once' },
  ])('2: usage, $args', async ({ args, says }) => {
    const { status, stdout, stderr } = await runCommand(args);
    expect(stderr).toContain(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

describe('inputs that cannot be read: 2, one line, nothing else', () => {
  const cases: Record<string, { content: string | Uint8Array; says: string; args?: string[] }> = {
    empty: { content: '', says: 'empty' },
    'byte order mark only': { content: '\uFEFF', says: 'empty' },
    'blank lines only': { content: '\r\n\n', says: 'empty' },
    'header only': { content: 'email,name\n', says: 'no records' },
    'no header': { content: 'ann@example.com,Ann Lee\nbob@example.com,Bob Roe\n', says: 'no header' },
    binary: { content: Uint8Array.from({ length: 400 }, (_, index) => (index * 7) % 256), says: 'not a text file' },
    'a zip or spreadsheet': { content: Buffer.from('PK\u0003\u0004rest'), says: 'packed and damaged' },
    'an old spreadsheet': { content: Buffer.from('D0CF11E0A1B11AE1', 'hex'), says: 'spreadsheet' },
    'a compressed file': { content: Buffer.from([0x1f, 0x8b, 8, 0]), says: 'cut off' },
    'broken JSON': { content: '[{"email": "ann@example.com"},]', says: 'not valid JSON' },
    'JSON that was cut off': { content: '[{"email": "ann@example.com"}, {"ema', says: 'cut off' },
    'JSON without users': { content: '{"error": {"code": "Unauthorized"}}', says: 'where in this JSON the users are' },
    'an empty list in JSON': { content: '[]', says: 'no users in this file' },
    'a web page': { content: '<!DOCTYPE html>\n<html></html>\n', says: 'web page' },
    'no email column': { content: 'a,b\n1,2\n', says: '--new-map sso=COLUMN', args: [] },
    'an unclosed quote in the header': { content: '"email,name\nann@example.com,Ann\n', says: 'quote' },
    'an unknown column': { content: OLD, says: 'Did you mean "email"?', args: ['--new-map', 'sso=mail'] },
    'an unknown column of a scope': { content: OLD, says: 'Did you mean "name"?', args: ['--new-only', 'nmae=x'] },
    'an unknown column of an exclusion': {
      content: OLD,
      says: 'Did you mean "email"?',
      args: ['--new-exclude', 'emial=x'],
    },
    'an unknown column beside one that is live in a terminal': {
      content: 'email,na\u001bme\n1,2\n',
      says: 'Did you mean "na⟨U+001B⟩me"?',
      args: ['--new-map', 'sso=namme'],
    },
    'an empty column': { content: 'email,name\n,Ann\n,Bob\n', says: 'no value for anybody' },
    'no SCIM column': { content: OLD, says: 'SCIM', args: ['--new-map', 'sso=email', '--new-map', 'scim=-'] },
    'nobody in scope': { content: OLD, says: 'no users', args: [...MAPS.slice(4), '--new-only', 'name=Zoe*'] },
  };

  it.each(Object.entries(cases))('%s', async (_, { content, says, args }) => {
    const files = tempFiles({ 'old.csv': OLD, 'new.csv': content });
    const maps = args ?? MAPS.slice(4);
    const { status, stdout, stderr } = await runCommand([
      'check',
      '--old',
      files['old.csv'],
      '--new',
      files['new.csv'],
      ...maps,
    ]);
    expect(stderr).toContain(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  it.each([
    { name: 'missing.csv', says: 'no such file' },
    { name: '.', says: 'directory' },
  ])('$name', async ({ name, says }) => {
    const directory = tempDirectory();
    writeFileSync(join(directory, 'old.csv'), OLD);
    const { status, stderr } = await runCommand([
      'check',
      '--old',
      join(directory, 'old.csv'),
      '--new',
      join(directory, name),
    ]);
    expect(stderr).toContain(says);
    expect(stderr).toContain(directory);
    expect(status).toBe(2);
  });

  it('names the file and line of a fault', async () => {
    const files = tempFiles({ 'old.csv': OLD, 'new.csv': 'sep=,\n\nann@example.com,Ann\n' });
    const { stderr } = await runCommand(['check', '--old', files['old.csv'], '--new', files['new.csv']]);
    expect(stderr).toContain(`${files['new.csv']}:3: `);
  });
});

describe('reports', () => {
  it('are whole files, and then nothing is printed', async () => {
    const directory = tempDirectory();
    const { status, stdout } = await check(
      '--report',
      `json=${join(directory, 'a.json')}`,
      '--report',
      `text=${join(directory, 'a.txt')}`,
    );
    expect(status).toBe(0);
    expect(stdout).toBe('');
    expect(JSON.parse(readFileSync(join(directory, 'a.json'), 'utf8')).gate.status).toBe('open');
    expect(readFileSync(join(directory, 'a.txt'), 'utf8')).toMatch(/^GATE OPEN/);
    expect(readdirSync(directory).sort()).toEqual(['a.json', 'a.txt']);
  });

  it('are all or none: one that cannot be written ends in 2 and leaves no other', async () => {
    const directory = tempDirectory();
    mkdirSync(join(directory, 'taken'));
    const { status, stderr } = await check(
      '--report',
      `json=${join(directory, 'a.json')}`,
      '--report',
      `text=${join(directory, 'taken')}`,
    );
    expect(status).toBe(2);
    expect(stderr).toContain('it is a directory');
    expect(readdirSync(directory)).toEqual(['taken']);
  });

  it('do not replace an export, nor each other', async () => {
    const files = pair();
    const link = join(files['old.csv'], '..', 'link.json');
    symlinkSync(files['old.csv'], link);
    const args = ['check', '--old', files['old.csv'], '--new', files['new.csv'], ...MAPS];
    for (const target of [files['old.csv'], link]) {
      expect((await runCommand([...args, '--report', `json=${target}`])).status).toBe(2);
    }
    expect((await runCommand([...args, '--report', `json=${link}2`, '--report', `text=${link}2`])).status).toBe(2);
    expect(readFileSync(files['old.csv'], 'utf8')).toBe(OLD);
  });

  it('may go to standard output by any of its names, once', async () => {
    for (const name of ['-', '/dev/stdout', '/dev/fd/1']) {
      const { stdout } = await check('--report', `json=${name}`);
      expect(JSON.parse(stdout).gate.status).toBe('open');
      expect((await check('--report', `json=${name}`, '--report', 'text')).status).toBe(2);
    }
  });

  it('--quiet leaves errors only', async () => {
    expect((await check('--quiet')).stderr).toBe('');
    expect((await check('--quiet', '--mode', 'x')).stderr).not.toBe('');
  });
});

describe('help and version', () => {
  it('--version is the one in package.json', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect((await runCommand(['--version'])).stdout).toBe(`${version}\n`);
    expect(VERSION).toBe(version);
  });

  it('inspect looks at files and ends with 0, or 2 where one cannot be read', async () => {
    const files = tempFiles({ 'old.csv': OLD, 'broken.csv': '' });
    const one = await runCommand(['inspect', files['old.csv']]);
    expect(one.status).toBe(0);
    expect(one.stdout).toContain('records');
    const two = await runCommand(['inspect', files['old.csv'], files['broken.csv'], '--report', 'json']);
    expect(two.status).toBe(2);
    expect(two.stderr).toContain('broken.csv');
    expect(JSON.parse(two.stdout).files).toHaveLength(1);
  });

  it('explain tells of one kind, or lists them all', async () => {
    const one = await runCommand(['explain', 'orphan-account']);
    expect(one.status).toBe(0);
    expect(one.stdout).toContain('orphan-account');
    const all = await runCommand(['explain']);
    for (const topic of ['same-file', 'loses-access']) expect(all.stdout).toContain(topic);
  });

  it.each([{ args: ['help'] }, { args: ['help', 'check'] }, { args: ['check', '--help'] }, { args: ['-h'] }])(
    '$args prints the help',
    async ({ args }) => {
      const { stdout, status } = await runCommand(args);
      expect(status).toBe(0);
      expect(stdout).toBe((await runCommand(['--help'])).stdout);
      expect(stdout).toContain('idp-preflight check --old FILE --new FILE');
    },
  );

  it('--help names every flag that is read, and no other', async () => {
    const { stdout, status } = await runCommand(['--help']);
    expect(status).toBe(0);
    const source = readFileSync(join(ROOT, 'src/cli/arguments.ts'), 'utf8');
    const table = source.slice(
      source.indexOf('const OPTIONS = {'),
      source.indexOf('} as const;', source.indexOf('const OPTIONS')),
    );
    const flags = [...table.matchAll(/^ {2}'?([a-z-]+)'?:/gm)].map(([, name]) => `--${name}`);
    expect(flags.length).toBeGreaterThan(15);
    const named = new Set(stdout.match(/--[a-z-]+/g));
    expect([...named].sort()).toEqual(flags.sort());
  });
});

/** A script of the shell, in which the process itself runs. */
function spawn(script: string, stdin?: string) {
  return spawnSync('bash', ['-c', script], { encoding: 'utf8', input: stdin ?? '', cwd: ROOT });
}

describe('the process', async () => {
  const cli = `node ${await builtCli()}`;

  it('answers 0, 1 and 2 as its exit status', () => {
    const [same, drifted] = [pair(), pair(DRIFTED)];
    const maps = MAPS.join(' ');
    expect(spawn(`${cli} check --old ${same['old.csv']} --new ${same['new.csv']} ${maps}`).status).toBe(0);
    expect(spawn(`${cli} check --old ${drifted['old.csv']} --new ${drifted['new.csv']} ${maps}`).status).toBe(1);
    expect(spawn(`${cli} check --old nowhere.csv --new ${drifted['new.csv']}`).status).toBe(2);
  });

  it('reads standard input', () => {
    const files = pair();
    const ran = spawn(`${cli} check --old - --new ${files['new.csv']} ${MAPS.join(' ')}`, OLD);
    expect(ran.stdout).toContain('old  -: 2 records');
    expect(ran.status).toBe(0);
  });

  it('keeps the verdict when the reader of standard output has gone', () => {
    const files = pair(DRIFTED);
    const ran = spawn(
      `${cli} check --old ${files['old.csv']} --new ${files['new.csv']} ${MAPS.join(' ')} | true; exit "\${PIPESTATUS[0]}"`,
    );
    expect(ran.status).toBe(1);
    expect(ran.stderr).not.toContain('rror:');
  });

  it('ends in 2 when standard output cannot take the report', () => {
    const files = pair();
    const ran = spawn(`${cli} check --old ${files['old.csv']} --new ${files['new.csv']} ${MAPS.join(' ')} > /dev/full`);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain('could not be written');
  });

  it('ends in 130 when it is interrupted, and leaves no file', () => {
    const directory = tempDirectory();
    writeFileSync(join(directory, 'new.csv'), OLD);
    const script = `mkfifo ${directory}/old.csv; (sleep 20 > ${directory}/old.csv) & holder=$!
      ${cli} check --old ${directory}/old.csv --new ${directory}/new.csv --report json=${directory}/r.json & it=$!
      sleep 1.5; kill -INT $it; wait $it; status=$?; kill $holder; exit $status`;
    const ran = spawnSync('bash', ['-mc', script], { encoding: 'utf8', cwd: ROOT });
    expect(ran.status).toBe(130);
    expect(readdirSync(directory).sort()).toEqual(['new.csv', 'old.csv']);
  });
});

describe('a crosswalk to fill in', () => {
  const TWO = 'email,name\nann@example.com,Ann Lee\n';
  const OTHER = 'email,name\nann@example.com,Bob Roe\n';

  it('is written with what a human has to decide, and never replaces a file', async () => {
    const files = tempFiles({ 'old.csv': TWO, 'new.csv': OTHER });
    const template = join(dirname(files['old.csv']), 'doubts.csv');
    const args = [
      'check',
      '--old',
      files['old.csv'],
      '--new',
      files['new.csv'],
      ...MAPS,
      '--crosswalk-template',
      template,
    ];
    const first = await runCommand(args);
    expect(first.status).toBe(1);
    expect(first.stderr).toContain('doubts.csv: 1 row to decide: "same" where the two records are to be linked, ');
    const filled = readFileSync(template, 'utf8').replace(/\r\n""/, '\r\n"same"');
    writeFileSync(template, filled);
    const again = await runCommand(args);
    expect(again.status).toBe(2);
    expect(readFileSync(template, 'utf8')).toBe(filled);
    const decided = await runCommand([...args.slice(0, -2), '--crosswalk', template]);
    expect(decided.status).toBe(0);
    expect(decided.stdout).toContain('1 decision of the crosswalk');
  });
});
