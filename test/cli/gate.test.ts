import { existsSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runCheck } from '../../src/cli/check-command.ts';
import { readCommand } from '../../src/cli/options.ts';
import { runCommand } from '../support/command.ts';
import { tempFiles } from '../support/temp.ts';
import { workbookOf } from '../support/workbook.ts';

const OLD = 'email,name\nann@example.com,Ann Lee\nbob@example.com,Bob Roe\n';
const MAPS = ['old', 'new'].flatMap((side) => [`--${side}-map`, 'sso=email', `--${side}-map`, 'scim=email']);
const LATER = '2026-01-02T04:00:00.000Z';

function files(next = `${OLD}\n`) {
  const paths = tempFiles({ 'old.csv': OLD, 'new.csv': next });
  const beside = (name: string) => join(dirname(paths['old.csv']), name);
  return { old: paths['old.csv'], next: paths['new.csv'], certificate: beside('certificate.json'), beside };
}

type Files = ReturnType<typeof files>;

const check = ({ old, next, certificate }: Files, ...more: string[]) =>
  runCommand(['check', '--old', old, '--new', next, '--certificate', certificate, ...more]);

describe('check --certificate', () => {
  it('writes it where the gate is open', async () => {
    const at = files();
    const { status, stderr } = await check(at, ...MAPS);
    expect(stderr).toContain('gate verify');
    expect(status).toBe(0);
    expect(JSON.parse(readFileSync(at.certificate, 'utf8'))).toMatchObject({
      created: '2026-01-02T03:04:05.000Z',
      expires: '2026-01-03T03:04:05.000Z',
      inputs: [{ file: 'old.csv' }, { file: 'new.csv' }],
    });
    expect(statSync(at.certificate).mode & 0o077).toBe(0);
  });

  it('writes none where the gate is closed, and says so', async () => {
    const at = files(OLD.replace('bob', 'Bob'));
    const { status, stderr } = await check(at, ...MAPS);
    expect(status).toBe(1);
    expect(stderr).toContain('was not written: a closed gate is not certified');
    expect(existsSync(at.certificate)).toBe(false);
  });

  it('takes away the one of before, which would speak for what is closed now', async () => {
    const at = files();
    await check(at, ...MAPS);
    const members = at.beside('members.csv');
    writeFileSync(members, 'email,name\nann@example.com,Ann Lee\nbob@example.com,Bob Roe\nzed@example.com,Zed Ames\n');
    const closed = await check(at, ...MAPS, '--app', members, '--app-map', 'email=email', '--quiet');
    expect(closed.status).toBe(1);
    expect((await runCommand(['gate', 'verify', at.certificate])).status).toBe(2);
    await check(at, ...MAPS);
    const told = await check(at, ...MAPS, '--app', members, '--app-map', 'email=email');
    expect(told.stderr).toMatch(/deleted .*certificate\.json: the gate is closed now/);
  });

  it('takes nothing away that is no certificate', async () => {
    const at = files(OLD.replace('bob', 'Bob'));
    writeFileSync(at.certificate, 'my notes\n');
    const { status, stderr } = await check(at, ...MAPS);
    expect(stderr).toContain('was not written');
    expect(status).toBe(1);
    expect(readFileSync(at.certificate, 'utf8')).toBe('my notes\n');
  });

  it('writes none where an export was compared with itself', async () => {
    const at = files(OLD);
    const { status, stderr } = await check({ ...at, old: at.next }, ...MAPS);
    expect(stderr).toContain('Nothing was compared');
    expect(status).toBe(2);
    expect(existsSync(at.certificate)).toBe(false);
    // Two exports that hold the same are what one hopes for.
    expect((await check(at, ...MAPS)).status).toBe(0);
  });

  it('writes one where one file has both sides in columns, rows or sheets of their own', async () => {
    const columns = files(
      'email,mail,name\nann@example.com,ann@example.com,Ann Lee\nbob@example.com,bob@example.com,Bob Roe\n',
    );
    const maps = [
      '--old-map',
      'sso=email',
      '--old-map',
      'scim=email',
      '--new-map',
      'sso=mail',
      '--new-map',
      'scim=mail',
    ];
    expect((await check({ ...columns, old: columns.next }, ...maps)).status).toBe(0);
    const rows = files('email,name,idp\nann@example.com,Ann Lee,okta\nann@example.com,Ann Lee,entra\n');
    const sheet = (name: string) => ({ name, rows: { 1: ['email', 'name'], 2: ['ann@example.com', 'Ann Lee'] } });
    writeFileSync(rows.beside('both.xlsx'), workbookOf([sheet('Old'), sheet('New')]));
    const both = { ...rows, old: rows.beside('both.xlsx'), next: rows.beside('both.xlsx') };
    expect((await check(both, ...MAPS, '--sheet', 'old=Old', '--sheet', 'new=New')).status).toBe(0);
    const scopes = ['--old-only', 'idp=okta', '--new-only', 'idp=entra'];
    expect((await check({ ...rows, old: rows.next }, ...MAPS, ...scopes)).status).toBe(0);
  });

  it('names the config that was read, and none that took its place since', async () => {
    const at = files();
    const config = at.beside('idp.yaml');
    writeFileSync(config, 'mode: jit\n');
    const given = [
      'check',
      '--old',
      at.old,
      '--new',
      at.next,
      '--certificate',
      at.certificate,
      ...MAPS,
      '--config',
      config,
    ];
    const command = await readCommand(given);
    writeFileSync(config, 'mode: scim\n');
    if (command.run !== 'check') throw new Error('not a check');
    const now = () => new Date(LATER);
    await expect(
      runCheck(command, { stdout: new PassThrough(), stderr: new PassThrough(), env: {}, now }),
    ).rejects.toMatchObject({ code: 'ERR_CERTIFICATE', file: config });
    expect(existsSync(at.certificate)).toBe(false);
  });

  it('writes nothing at all where a column was assumed', async () => {
    const at = files();
    const report = at.beside('report.json');
    const { status, stdout, stderr } = await check(
      at,
      ...MAPS.slice(0, 4),
      '--report',
      `json=${report}`,
      '--report',
      'text',
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('--new-map sso=COLUMN');
    expect([at.certificate, report].filter((file) => existsSync(file))).toEqual([]);
  });

  it.each<[string, string[], string]>([
    ['a time that is none', ['--valid-for', '1 day'], 'such as 24h'],
    ['a time that is too long', ['--valid-for', '32d'], '31 days at most'],
    ['no time', ['--valid-for', '0h'], 'such as 24h'],
    ['no key', ['--sign-key', 'no-such.pem'], 'no such file'],
    ['an option of runbook', ['--journal', 'x'], '--journal is no option of check'],
  ])('%s is a mistake', async (_, more, says) => {
    const at = files();
    const { status, stderr } = await check(at, ...MAPS, ...more);
    expect(stderr).toContain(says);
    expect(status).toBe(2);
    expect(existsSync(at.certificate)).toBe(false);
  });

  it.each(['--valid-for', '--sign-key'])('%s without it is a mistake', async (flag) => {
    const { old, next } = files();
    const { status, stderr } = await runCommand(['check', '--old', old, '--new', next, ...MAPS, flag, '1h']);
    expect(stderr).toContain('--certificate FILE');
    expect(status).toBe(2);
  });

  it('certifies no standard input, and replaces no file that is read', async () => {
    const at = files();
    const piped = await runCommand(['check', '--old', '-', '--new', at.next, '--certificate', at.certificate, ...MAPS]);
    expect(piped).toMatchObject({ status: 2, stderr: expect.stringContaining('standard input') });
    const over = await check({ ...at, certificate: at.next }, ...MAPS);
    expect(over).toMatchObject({ status: 2, stderr: expect.stringContaining('a file that is read') });
    expect(readFileSync(at.next, 'utf8')).toBe(`${OLD}\n`);
  });

  it('names config and crosswalk too', async () => {
    const at = files();
    writeFileSync(at.beside('idp.yaml'), 'mode: scim\n');
    writeFileSync(at.beside('who.csv'), 'decision,old email,new email\nsame,ann@example.com,ann@example.com\n');
    const with2 = ['--config', at.beside('idp.yaml'), '--crosswalk', at.beside('who.csv')];
    expect((await check(at, ...MAPS, ...with2)).status).toBe(0);
    expect((await runCommand(['gate', 'verify', at.certificate], LATER)).status).toBe(0);
    writeFileSync(at.beside('who.csv'), 'decision,old email,new email\n');
    const verified = await runCommand(['gate', 'verify', at.certificate], LATER);
    expect(verified).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('The crosswalk who.csv is not the file'),
    });
  });
});

describe('gate verify', () => {
  it('holds for the files at their place, or named, or moved together with it', async () => {
    const at = files();
    await check(at, ...MAPS);
    const holds = await runCommand(['gate', 'verify', at.certificate], LATER);
    expect(holds.stdout).toMatch(/^VERIFIES: .*\n\n {2}old {7}old\.csv {2}\d+ bytes, SHA-256 [0-9a-f]{64}\n/);
    expect(holds).toMatchObject({ status: 0, stderr: '' });
    renameSync(at.old, at.beside('renamed.csv'));
    const gone = await runCommand(['gate', 'verify', at.certificate], LATER);
    expect(gone).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/DOES NOT VERIFY\n\n {2}file-missing {4}The export of the old IdP old\.csv/),
    });
    const named = await runCommand(['gate', 'verify', at.certificate, '--old', at.beside('renamed.csv')], LATER);
    expect(named.status).toBe(0);
    const none = await runCommand(['gate', 'verify', at.certificate, '--old', at.beside('none.csv')], LATER);
    expect(none).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('no such file') });
  });

  it('says what was asked by flags that are in no file, and what it rests on', async () => {
    const at = files(OLD.replace('bob', 'Bob'));
    expect((await check(at, ...MAPS, '--compare', 'ascii-ci')).status).toBe(0);
    const { stdout } = await runCommand(['gate', 'verify', at.certificate]);
    expect(stdout).toContain('claude, mode scim, addresses compared ascii-ci; 2 old and 2 new users, 2 account owners');
    expect(stdout).toContain('without the member list');
    expect(stdout).toMatch(/rests on {2}compare \(\d+\)/);
  });

  it('reads no device that a certificate names, which may never end', async () => {
    const at = files();
    await check(at, ...MAPS);
    rmSync(at.old);
    symlinkSync('/dev/zero', at.old);
    expect(await runCommand(['gate', 'verify', at.certificate])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('file-missing'),
    });
  });

  it('does not hold for others, later, or altered', async () => {
    const at = files();
    await check(at, ...MAPS, '--valid-for', '30m');
    expect(await runCommand(['gate', 'verify', at.certificate], LATER)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('expired'),
    });
    expect((await runCommand(['gate', 'verify', at.certificate])).status).toBe(0);
    writeFileSync(at.next, `${OLD}\n\n`);
    expect(await runCommand(['gate', 'verify', at.certificate])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('file-changed'),
    });
    writeFileSync(at.certificate, readFileSync(at.certificate, 'utf8').replace('scim', 'jit'));
    expect((await runCommand(['gate', 'verify', at.certificate, '--quiet'])).stdout).toBe('');
    expect((await runCommand(['gate', 'verify', at.certificate, '--quiet'])).status).toBe(1);
  });

  it('is live in no terminal, whatever the certificate says', async () => {
    const at = files();
    await check(at, ...MAPS);
    const hostile = readFileSync(at.certificate, 'utf8').replace('"old.csv"', JSON.stringify('\u009b31m\u202eold.csv'));
    writeFileSync(at.certificate, hostile);
    const { stdout } = await runCommand(['gate', 'verify', at.certificate]);
    expect(stdout).toContain('digest');
    expect(stdout).not.toMatch(/[\u009b\u202e]/u);
  });

  it.each<[string, string[], string]>([
    ['no certificate', ['verify'], 'Name the certificate'],
    ['two', ['verify', 'a', 'b'], 'One certificate'],
    ['none that is there', ['verify', 'no-such.json'], 'no such file'],
    ['no verb', [], 'verify, keygen'],
    ['a misspelt verb', ['verfy'], 'Did you mean verify?'],
    ['an option of check', ['verify', 'a', '--mode', 'jit'], '--mode is no option of gate verify'],
  ])('%s is a mistake', async (_, args, says) => {
    const { status, stderr } = await runCommand(['gate', ...args]);
    expect(stderr).toContain(says);
    expect(status).toBe(2);
  });
});

describe('gate keygen', () => {
  const made = async () => {
    const at = files();
    const [privateKey, publicKey] = [at.beside('key.pem'), at.beside('pub.pem')];
    const keygen = () => runCommand(['gate', 'keygen', '--sign-key', privateKey, '--key', publicKey]);
    return { at, privateKey, publicKey, keygen };
  };

  it('makes a pair by which a certificate is signed and verified', async () => {
    const { at, privateKey, publicKey, keygen } = await made();
    expect((await keygen()).status).toBe(0);
    expect(readFileSync(privateKey, 'utf8')).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
    expect(readFileSync(publicKey, 'utf8')).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
    expect(statSync(privateKey).mode & 0o077).toBe(0);
    await check(at, ...MAPS, '--sign-key', privateKey);
    const verified = await runCommand(['gate', 'verify', at.certificate, '--key', publicKey]);
    expect(verified).toMatchObject({ status: 0, stdout: expect.stringContaining('It is signed by the key') });
    expect((await runCommand(['gate', 'verify', at.certificate])).stdout).toContain('no --key was given');
    expect(await runCommand(['gate', 'verify', at.certificate, '--key', privateKey])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('private key'),
    });
    await check(at, ...MAPS);
    expect(await runCommand(['gate', 'verify', at.certificate, '--key', publicKey])).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('unsigned'),
    });
  });

  it('never replaces a key', async () => {
    const { privateKey, publicKey, keygen } = await made();
    writeFileSync(publicKey, 'in use');
    expect(await keygen()).toMatchObject({ status: 2, stderr: expect.stringContaining('exists already') });
    expect(existsSync(privateKey)).toBe(false);
    expect(readFileSync(publicKey, 'utf8')).toBe('in use');
  });
});
