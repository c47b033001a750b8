import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { tempFiles } from '../support/temp.ts';

const OLD = 'email,name\nann@example.com,Ann Lee\nbob@example.com,Bob Roe\n';
const MAPS = ['old', 'new'].flatMap((side) => [`--${side}-map`, 'sso=email', `--${side}-map`, 'scim=email']);
const at = (minutes: number) => new Date(Date.parse('2026-01-02T03:04:05.000Z') + minutes * 60_000).toISOString();

/** A folder with two exports, a certificate of them and a journal, and a clock. */
async function migration(...organizations: string[]) {
  const paths = tempFiles({ 'old.csv': OLD, 'new.csv': `${OLD}\n` });
  const folder = dirname(paths['old.csv']);
  const [certificate, journal] = [join(folder, 'certificate.json'), join(folder, 'journal.jsonl')];
  const check = (minutes = 0, ...more: string[]) =>
    runCommand(
      ['check', '--old', paths['old.csv'], '--new', paths['new.csv'], '--certificate', certificate, ...MAPS, ...more],
      at(minutes),
    );
  await check();
  const runbook = (minutes: number, verb: string, ...args: string[]) =>
    runCommand(['runbook', verb, ...args, '--journal', journal], at(minutes));
  const start = await runbook(
    0,
    'start',
    '--certificate',
    certificate,
    ...organizations.flatMap((name) => ['--organization', name]),
  );
  return { paths, folder, certificate, journal, check, runbook, start };
}

describe('runbook', () => {
  it('leads through all seven steps of two organizations', async () => {
    const { runbook, start } = await migration('Claude', 'Console');
    expect(start).toMatchObject({ status: 0, stdout: expect.stringContaining('Before you begin') });
    expect((await runbook(0, 'done', '1', '--note', 'switched off in Okta')).status).toBe(0);
    const wait = await runbook(59, 'next');
    expect(wait).toMatchObject({ status: 1, stdout: expect.stringContaining(`from ${at(60)} on`) });
    for (const organization of ['Claude', 'Console']) {
      expect((await runbook(60, 'done', 'set-manual', '--organization', organization)).status).toBe(0);
    }
    expect(await runbook(61, 'next')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^STEP 3 .*\nCANNOT BE TAKEN BACK/),
    });
    for (const step of ['3', '4', '5']) expect((await runbook(62, 'done', step)).status).toBe(0);
    expect((await runbook(63, 'done', '6', '--organization', 'Claude')).stderr).toContain('next: Step 6');
    const behind = await runbook(64, 'done', '7', '--organization', 'Claude');
    expect(behind).toMatchObject({ status: 1, stderr: expect.stringContaining('not done at Console') });
    await runbook(65, 'done', '6', '--organization', 'Console');
    for (const organization of ['Console', 'Claude']) {
      expect((await runbook(66, 'done', '7', '--organization', organization)).status).toBe(0);
    }
    expect(await runbook(67, 'next')).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^ALL STEPS ARE DONE/),
    });
    expect((await runbook(67, 'status')).stdout.match(/^ {2}done/gm)).toHaveLength(7);
  });

  it('has a line to type for an organization that looks like a flag', async () => {
    const started = await migration();
    const { stdout } = await started.runbook(
      0,
      'start',
      '--certificate',
      started.certificate,
      '--organization=--journal=x',
    );
    expect(stdout).toContain('claude at --journal=x');
    await started.runbook(1, 'done', '1');
    const next = await started.runbook(90, 'next');
    expect(next.stdout).toContain('runbook done 2 --organization=--journal=x --journal ');
    expect((await started.runbook(90, 'done', '2', '--organization=--journal=x')).status).toBe(0);
  });

  it('says what is still to be typed, for each organization and this journal', async () => {
    const { runbook, journal, paths } = await migration('Claude', 'My Console');
    const lines = async (minutes: number, verb: string, ...args: string[]) => {
      const { stdout, stderr } = await runbook(minutes, verb, ...args);
      return (stdout + stderr).split('\n').map((line) => line.trim());
    };
    expect(await lines(0, 'next')).toContain(`When it is done: idp-preflight runbook done 1 --journal ${journal}`);
    await runbook(0, 'done', '1');
    const first = `idp-preflight runbook done 2 --organization Claude --journal ${journal}`;
    const second = `idp-preflight runbook done 2 --organization 'My Console' --journal ${journal}`;
    expect(await lines(60, 'next')).toEqual(
      expect.arrayContaining(['When it is done, one line for each:', first, second]),
    );
    const goOn = `Step 2 (set-manual) at My Console, Set provisioning to Manual. What to do: idp-preflight runbook next --journal ${journal}`;
    expect(await lines(60, 'done', '2', '--organization', 'Claude')).toContain(`idp-preflight: next: ${goOn}`);
    expect(await lines(60, 'status')).toContain(`Next: ${goOn}`);
    const left = await lines(60, 'next');
    expect(left).toContain(`When it is done: ${second}`);
    expect(left).not.toContain(first);
    await runbook(60, 'done', '2', '--organization', 'My Console');

    appendFileSync(paths['new.csv'], 'zoe@example.com,Zoe Pratt\n');
    expect((await runbook(61, 'next')).stdout).toContain(
      `then idp-preflight runbook renew --certificate FILE --journal ${journal}\n`,
    );
    writeFileSync(paths['new.csv'], `${OLD}\n`);
    for (const step of ['3', '4', '5']) await runbook(61, 'done', step);
    for (const step of ['6', '7']) {
      for (const name of ['Claude', 'My Console']) await runbook(62, 'done', step, '--organization', name);
    }
    expect((await lines(63, 'next')).slice(1)).toEqual([
      'idp-preflight verify --baseline FILE --app FILE --scim FILE --organization Claude',
      "idp-preflight verify --baseline FILE --app FILE --scim FILE --organization 'My Console'",
      `Then keep the record: idp-preflight runbook export --journal ${journal}`,
      '',
    ]);
  });

  it('refuses with 1 what may not be done now, and with 2 what cannot be answered', async () => {
    const { runbook, journal, certificate } = await migration('Claude');
    const before = readFileSync(journal, 'utf8');
    expect(await runbook(0, 'done', '4')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('comes after step 1'),
    });
    expect((await runbook(0, 'done', '8')).status).toBe(2);
    expect((await runbook(0, 'start', '--certificate', certificate, '--organization', 'Claude')).status).toBe(2);
    expect(readFileSync(journal, 'utf8')).toBe(before);
    const none = await runCommand(['runbook', 'next', '--journal', `${journal}.none`]);
    expect(none).toMatchObject({ status: 2, stderr: expect.stringContaining('no journal here yet') });
  });

  it('cannot be taken past an irreversible step with other files, or after the certificate has expired', async () => {
    const { runbook, paths, certificate, check } = await migration('Claude');
    await runbook(0, 'done', '1');
    await runbook(60, 'done', '2');
    appendFileSync(paths['new.csv'], 'zoe@example.com,Zoe Pratt\n');
    expect(await runbook(61, 'done', '3')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('not the file that was checked'),
    });
    expect(await runbook(61, 'renew', '--certificate', certificate)).toMatchObject({ status: 1 });
    expect((await check(62)).status).toBe(0);
    expect(await runbook(63, 'done', '3')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Another certificate'),
    });
    expect(await runbook(63, 'renew', '--certificate', certificate)).toMatchObject({ status: 0 });
    expect((await runbook(64, 'done', '3')).status).toBe(0);
    const tomorrow = 62 + 24 * 60;
    expect(await runbook(tomorrow, 'next')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('It held until'),
    });
    expect((await runbook(tomorrow, 'done', '4')).status).toBe(1);
    await check(tomorrow);
    await runbook(tomorrow, 'renew', '--certificate', certificate);
    expect((await runbook(tomorrow, 'done', '4')).status).toBe(0);
  });

  it('asks for a signature at every step, once a key was given', async () => {
    const { folder, certificate, paths, check } = await migration('Claude');
    const [key, pub, journal] = ['key.pem', 'pub.pem', 'signed.jsonl'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await runCommand(['gate', 'keygen', '--sign-key', key, '--key', pub]);
    const start = () =>
      runCommand([
        'runbook',
        'start',
        '--certificate',
        certificate,
        '--organization',
        'Claude',
        '--key',
        pub,
        '--journal',
        journal,
      ]);
    expect(await start()).toMatchObject({ status: 1, stderr: expect.stringContaining('not signed') });
    await check(0, '--sign-key', key);
    expect((await start()).status).toBe(0);
    await check(1);
    expect(
      await runCommand(['runbook', 'renew', '--certificate', certificate, '--journal', journal], at(2)),
    ).toMatchObject({ status: 1 });
    expect(existsSync(paths['old.csv'])).toBe(true);
  });

  it('finds everything again in a folder that was moved', async () => {
    const { folder, runbook } = await migration('Claude');
    await runbook(0, 'done', '1');
    await runbook(60, 'done', '2');
    const moved = join(folder, 'moved');
    mkdirSync(moved);
    for (const name of ['old.csv', 'new.csv', 'certificate.json', 'journal.jsonl'])
      renameSync(join(folder, name), join(moved, name));
    expect((await runCommand(['runbook', 'next', '--journal', join(moved, 'journal.jsonl')], at(61))).status).toBe(0);
  });

  it('says that a line is unfinished, and that one was altered', async () => {
    const { journal, runbook } = await migration('Claude');
    appendFileSync(journal, '{"at":"2026');
    expect(await runbook(0, 'status')).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('unfinished (11 bytes)'),
    });
    await runbook(0, 'done', '1');
    expect((await runbook(0, 'export')).stdout).toContain('11 bytes of an unfinished entry were cut off');
    writeFileSync(journal, readFileSync(journal, 'utf8').replace('disable-old-scim', 'disable-old-scam'));
    expect(await runbook(0, 'next')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('was altered'),
    });
  });

  it('writes the plan, and the record, of which nothing is markup that others wrote', async () => {
    const { runbook, folder } = await migration('Claude', '<b>`Console`|[x](y)\u001b[31m');
    await runbook(0, 'done', '1', '--note', '# done | by\nhand');
    const plan = (await runbook(0, 'render')).stdout;
    expect(plan).toContain('Begun 2026-01-02T03:04:05.000Z by ');
    expect(plan.match(/^## \d\. /gm)).toHaveLength(7);
    expect(plan).toContain(`Not before ${at(60)}`);
    expect(plan).toContain('- [x] for all: 2026-01-02T03:04:05.000Z by ');
    const record = (await runbook(0, 'export')).stdout;
    for (const page of [plan, record]) {
      expect(page).toContain('\\<b\\>\\`Console\\`\\|\\[x\\](y) [31m'.replace(' [31m', ' \\[31m'));
      expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    }
    expect(record).toContain('# done \\| by hand |');
    const file = join(folder, 'record.json');
    expect((await runbook(0, 'export', '--report', `json=${file}`, '--report', 'markdown')).stdout).toBe(record);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      schemaVersion: 1,
      isFinished: false,
      steps: [
        { number: 1, isDone: true },
        { number: 2, isDone: false, behind: ['Claude', expect.any(String)] },
        {},
        {},
        {},
        {},
        {},
      ],
      journal: [{ type: 'start' }, { type: 'done' }],
    });
  });

  it.each<[string[], string]>([
    [[], 'Say what to do: idp-preflight runbook start, next, done'],
    [['nxt'], 'Did you mean next?'],
    [['start'], 'Name the certificate'],
    [['start', '--certificate', 'c.json', 'Claude'], 'Each organization has --organization before it'],
    [['done'], 'Say which step is done'],
    [['done', '1', '2'], 'One step is done at a time'],
    [['done', '2', '--organization', 'a', '--organization', 'b'], 'one organization at a time'],
    [['next', '--certificate', 'x'], '--certificate is no option of runbook next'],
    [['status', '--journal', '-'], '--journal names a file'],
    [['export', '--report', 'csv'], 'Unknown report format'],
  ])('%j is a mistake', async (args, says) => {
    const { status, stderr } = await runCommand(['runbook', ...args]);
    expect(stderr).toContain(says);
    expect(status).toBe(2);
  });
});
