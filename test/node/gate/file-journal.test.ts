import { appendFileSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileJournal } from '../../../src/node/gate/file-journal.ts';
import { runCommand } from '../../support/command.ts';
import { tempFiles } from '../../support/temp.ts';

const OLD = 'email,name\nann@example.com,Ann Lee\nbob@example.com,Bob Roe\n';
const MAPS = ['old', 'new'].flatMap((side) => [`--${side}-map`, 'sso=email', `--${side}-map`, 'scim=email']);
const bytes = (text: string) => new TextEncoder().encode(text);

async function certified(more: Readonly<Record<string, string>> = {}) {
  const paths: Record<string, string> = tempFiles({ 'old.csv': OLD, 'new.csv': `${OLD}\n`, ...more });
  const beside = (name: string) => join(dirname(paths['old.csv'] ?? ''), name);
  const { stderr } = await runCommand([
    ...['check', '--old', beside('old.csv'), '--new', beside('new.csv'), '--certificate', beside('c.json'), ...MAPS],
  ]);
  expect(stderr).toContain('gate open');
  const start = (journal: string) =>
    runCommand(['runbook', 'start', '--certificate', beside('c.json'), '--organization', 'A', '--journal', journal]);
  return { beside, start };
}

describe('a file that is no journal', () => {
  it.each(['{"users":[]}', 'no line feed at the end', '{"att', '\u{feff}'])(
    'is not replaced by one: %s',
    async (content) => {
      const { beside, start } = await certified({ 'export.json': content });
      const { status, stderr } = await start(beside('export.json'));
      expect(stderr).toContain('This is no journal');
      expect(status).toBe(2);
      expect(readFileSync(beside('export.json'), 'utf8')).toBe(content);
    },
  );

  it.each(['', '{"at":"2026-01', '{"a', '\0\0\0'])('may be one of which nothing was finished: %j', async (content) => {
    const { beside, start } = await certified({ 'journal.jsonl': content });
    expect((await start(beside('journal.jsonl'))).status).toBe(0);
  });
});

describe('a journal in a file', () => {
  it('replaces no entry that somebody else has written', async () => {
    const { journal } = tempFiles({ journal: 'one\n' });
    const store = fileJournal(journal);
    appendFileSync(journal, 'two\n');
    await expect(store.append(bytes('three\n'), 4)).rejects.toMatchObject({
      code: 'ERR_OUTPUT_UNWRITABLE',
      cause: expect.objectContaining({ message: 'somebody else has written to it since it was read' }),
    });
    expect(readFileSync(journal, 'utf8')).toBe('one\ntwo\n');
  });

  it('replaces what was torn', async () => {
    const { journal } = tempFiles({ journal: 'one\ntorn and longer' });
    await fileJournal(journal).append(bytes('two\n'), 4);
    expect(readFileSync(journal, 'utf8')).toBe('one\ntwo\n');
  });

  it('has one lock, by whatever name it is called', async () => {
    const { journal } = tempFiles({ journal: '' });
    const folder = join(dirname(journal), 'elsewhere');
    mkdirSync(folder);
    symlinkSync(journal, join(folder, 'link'));
    await fileJournal(join(folder, 'link')).exclusively(async () => {
      expect(existsSync(`${journal}.lock`)).toBe(true);
      expect(existsSync(join(folder, 'link.lock'))).toBe(false);
    });
  });

  it('names, of a journal that is not there yet, its folder', async () => {
    const { there } = tempFiles({ there: '' });
    const folder = join(dirname(there), 'link');
    symlinkSync(dirname(there), folder);
    await fileJournal(join(folder, 'new')).exclusively(async () => {
      expect(existsSync(`${join(dirname(there), 'new')}.lock`)).toBe(true);
    });
  });
});
