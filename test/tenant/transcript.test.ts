import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/sources.ts';
import { shellWords } from '../support/shell-words.ts';
import { asWritten, filledInAs } from './crosswalk-file.ts';
import { type Replay, replay } from './replay.ts';
import { FOLDER } from './state.ts';
import { EXPORTS } from './tenant.ts';

const PAGE = join(ROOT, 'docs/opening-the-gate.md');
const CROSSWALK = join(FOLDER, 'crosswalk.csv');
const TEMPLATE = 'to-decide.csv';

const home = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'idp-preflight-tenant-'));
const inFolder = (name: string) => join(folder, name);
const isUpdate = () => expect.getState().snapshotState.snapshotUpdateState === 'all';
let done: Replay;

beforeAll(async () => {
  for (const name of EXPORTS) copyFileSync(join(FOLDER, name), inFolder(name));
  process.chdir(folder);
  try {
    done = await replay(readFileSync(PAGE, 'utf8'), CROSSWALK);
  } finally {
    process.chdir(home);
  }
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the page says what the commands print, and how they end', async () => {
  await expect(done.page).toMatchFileSnapshot(PAGE);
});

it('the gate is closed until the last command, but for the one that is refused', () => {
  const checks = done.steps.filter(({ args }) => args[0] === 'check');
  expect(checks.map(({ status }) => status)).toEqual([1, 1, 1, 1, 1, 1, 1, 2, 1, 0]);
  expect(done.steps.filter(({ args }) => args[0] !== 'check').map(({ status }) => status)).toEqual([0]);
});

it('errors become fewer from step to step', () => {
  const errors = done.steps.flatMap(({ stdout, stderr }) =>
    stdout.startsWith('GATE CLOSED') ? [Number(/\((\d+) errors/.exec(stderr)?.[1])] : [],
  );
  expect(errors).toHaveLength(7);
  expect(errors).toEqual([...new Set(errors)].sort((a, b) => b - a));
});

it('a takeover is refused by pattern, at the line of the waiver, and nothing is said of anybody', () => {
  const [refused] = done.steps.filter(({ status }) => status === 2);
  expect(refused?.stdout).toBe('');
  expect(refused?.stderr).toMatch(/^idp-preflight: error: idp-preflight\.yaml:\d+: .*"account-takeover".*by pattern/);
});

it('an open gate names every waiver, the crosswalk and the scope', () => {
  const last = done.steps.at(-1);
  const head = last?.stdout.split('\nWhat was compared')[0] ?? '';
  const ids = [...(last?.config ?? '').matchAll(/^ {2}- id: (.*)$/gm)].map(([, id]) => id);
  expect(ids).toHaveLength(8);
  for (const id of ids) expect(head).toContain(`waived by ${id} (`);
  expect(head).toContain('17 decisions of the crosswalk');
  expect(head).toContain('150 records of the old side left out of scope');
  expect(head).toContain('150 records of the new side left out of scope');
});

describe('the files of the example', () => {
  it('the config is the one that the page writes', () => {
    expect(readFileSync(join(FOLDER, 'idp-preflight.yaml'), 'utf8')).toBe(done.steps.at(-1)?.config);
  });

  it('the crosswalk is the template, as it was written, with decisions and notes', () => {
    const template = readFileSync(inFolder(TEMPLATE), 'utf8');
    // Where the template has changed, the decisions are carried over; nobody decides them anew.
    if (isUpdate()) writeFileSync(CROSSWALK, filledInAs(template, readFileSync(CROSSWALK, 'utf8')));
    expect(asWritten(readFileSync(CROSSWALK, 'utf8'))).toEqual(asWritten(template));
  });

  it('no export was edited', () => {
    const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
    for (const name of EXPORTS) expect(hash(inFolder(name)), name).toBe(hash(join(FOLDER, name)));
  });
});

describe('the words of a command line', () => {
  it.each([
    ['check --old a.csv', ['check', '--old', 'a.csv']],
    ["check \\\n    --old-exclude 'department=Facilities*'", ['check', '--old-exclude', 'department=Facilities*']],
    ["--new-map 'sso=Primary email'", ['--new-map', 'sso=Primary email']],
  ])('%s', (text, words) => expect(shellWords(text)).toEqual(words));

  it('that a shell would do something about are refused', () => {
    expect(() => shellWords('check --old *.csv > report.txt')).toThrow('a shell would');
    expect(() => shellWords('check --old $FILE')).toThrow('a shell would');
  });
});
