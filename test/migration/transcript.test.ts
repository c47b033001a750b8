import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ROOT } from '../architecture/sources.ts';
import type { Ran } from '../support/command.ts';
import { readCsvReport } from '../support/csv-report.ts';
import { shellWords } from '../support/shell-words.ts';
import { partsOf } from '../support/transcript.ts';
import { EXPECTED } from './expected.ts';
import { MASKS } from './masked.ts';
import { type Replay, replay } from './replay.ts';
import { FOLDER, Workplace } from './workplace.ts';

// Who is at it stands in the journal, and on the page.
vi.mock('node:os', async (original) => ({
  ...(await original<typeof import('node:os')>()),
  userInfo: () => ({ username: 'you' }),
  hostname: () => 'laptop',
}));

const PAGE = join(ROOT, 'docs/migration.md');
const JOURNAL = 'idp-preflight.journal.jsonl';

const place = new Workplace();
const said = ({ stdout, stderr }: Ran) => stdout + stderr;
let done: Replay;

beforeAll(async () => {
  done = await place.inside(() => replay(readFileSync(PAGE, 'utf8')));
}, 60_000);

afterAll(() => place.remove());

it('the page says what the commands print, and how they end', async () => {
  await expect(done.page).toMatchFileSnapshot(PAGE);
});

describe('every command ends as it should', () => {
  it('and there is none but these', () => {
    const plain = done.steps.map(({ command }) => shellWords(command).join(' '));
    expect(plain.map((command, index) => command.startsWith(EXPECTED[index]?.command ?? '?') || command)).toEqual(
      EXPECTED.map(() => true),
    );
  });

  it.each(EXPECTED.map((expected, index) => ({ ...expected, index })))(
    '$index. $command: $status',
    ({ index, status, says }) => {
      const step = done.steps[index];
      if (step === undefined) throw new Error('the page has no such command');
      expect(step.status).toBe(status);
      expect(said(step)).toMatch(says);
      expect(step.stderr).not.toContain('error:');
    },
  );
});

describe('in the end', () => {
  it('the journal holds every step at every place, in order, and that the certificate was renewed before the first that is irreversible', () => {
    const entries = place
      .read(JOURNAL)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string; step?: string; organization?: string | null; at: string });
    expect(entries.map(({ type, step, organization }) => [type, step, organization].filter(Boolean).join(' '))).toEqual(
      [
        'start',
        'done disable-old-scim',
        'done set-manual Claude',
        'done set-manual Console',
        'renew',
        'done delete-directory',
        'done reset-connection',
        'done verify-reset',
        'done set-up-new-idp Claude',
        'done set-up-new-idp Console',
        'done enable-provisioning Claude',
        'done enable-provisioning Console',
      ],
    );
    const [, first, second] = entries.map(({ at }) => Date.parse(at));
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(3_600_000);
  });

  it('the config is the one of the example', () => {
    expect(place.read('idp-preflight.yaml')).toBe(readFileSync(join(FOLDER, 'idp-preflight.yaml'), 'utf8'));
  });

  it('whoever loses an account is one of the two of whom somebody has said so, and nobody gets a second one', () => {
    const { applications } = JSON.parse(place.read('before.json')) as {
      applications: {
        application: string;
        summary: { outcomes: Record<string, number> };
        people: { outcome: string; old: { name: string } }[];
      }[];
    };
    expect(applications.map(({ application, summary: { outcomes } }) => [application, outcomes])).toEqual([
      [
        'Console',
        expect.objectContaining({
          'keeps-account': 15,
          'loses-access': 0,
          'duplicate-account': 0,
          'account-takeover': 0,
          'new-account': 0,
        }),
      ],
      [
        'Claude',
        expect.objectContaining({
          'keeps-account': 41,
          'loses-access': 2,
          'duplicate-account': 0,
          'account-takeover': 0,
          'new-account': 2,
        }),
      ],
    ]);
    const losers = applications.flatMap(({ people }) => people.filter(({ outcome }) => outcome === 'loses-access'));
    expect(losers.map(({ old }) => old.name).sort()).toEqual(['Jonas Wintersteen', 'Piers Loxleigh']);
  });

  it('everybody was told, and nobody has to be called first', () => {
    const rows = readCsvReport(place.read('notices.csv'));
    const count = (application: string, notice: string) =>
      rows.filter((row) => row.application === application && row.notice === notice).length;
    expect(count('Claude', 'sign-in-again')).toBe(41);
    expect(count('Claude', 'loses-access')).toBe(2);
    expect(count('Claude', 'new-account')).toBe(1);
    expect(rows.filter(({ call_first }) => call_first === 'yes')).toEqual([]);
  });

  it('the page shows no key and no hash, and what is hidden so are those of the files', () => {
    expect(done.page).not.toMatch(/[0-9a-f]{32}/);
    expect(done.page.split(MASKS.key)).toHaveLength(3);
    const verified = done.steps.find(({ command }) => command.startsWith('gate verify'))?.stdout ?? '';
    const files = ['okta-users.csv', 'entra-users-fixed.csv', 'console-members.csv', 'claude-members.csv'];
    for (const name of [...files, 'idp-preflight.yaml']) {
      const hash = createHash('sha256').update(place.read(name)).digest('hex');
      expect(verified).toContain(`SHA-256 ${hash}`);
    }
  });
});

it('what a reader is told to do with files is done to the letter', () => {
  const [edit, copy] = partsOf('```diff a.yaml\n one\n-two\n+three\n```\n\n```console\n$ cp b.csv c.csv\n```\n').filter(
    ({ is }) => is !== 'prose',
  );
  expect(edit).toMatchObject({ is: 'edit', name: 'a.yaml', before: 'one\ntwo\n', after: 'one\nthree\n' });
  expect(copy).toMatchObject({ is: 'copy', from: 'b.csv', to: 'c.csv' });
  expect(() => partsOf('```diff a.yaml\none\n```\n')).toThrow('says not what to do');
  expect(() => partsOf('```console\n$ cp b.csv ../c.csv\n```\n')).toThrow('no command of idp-preflight');
  expect(existsSync(join(ROOT, 'c.csv'))).toBe(false);
});
