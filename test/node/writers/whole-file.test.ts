import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discardStagedFiles, stageFile } from '../../../src/node/writers/whole-file.ts';
import { tempDirectory } from '../../support/temp.ts';

async function* chunks(...texts: string[]): AsyncGenerator<string> {
  for (const text of texts) yield text;
}

async function* faultAfter(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
  throw new Error('the reporter broke');
}

const modeOf = (path: string) => statSync(path).mode & 0o777;
const unwritable = (file: string) =>
  expect.objectContaining({ name: 'PreflightError', code: 'ERR_OUTPUT_UNWRITABLE', file });

async function write(file: string, ...texts: string[]): Promise<void> {
  await (await stageFile(file, chunks(...texts))).commit();
}

describe('a file', () => {
  test('is there as a whole, or as it was', async () => {
    const directory = tempDirectory();
    const file = join(directory, 'report.json');
    writeFileSync(file, 'before');
    const staged = await stageFile(file, chunks('a', '', 'é\u{1F600}', 'z'));
    expect(readFileSync(file, 'utf8')).toBe('before');
    await staged.commit();
    expect(readFileSync(file, 'utf8')).toBe('aé\u{1F600}z');
    expect(readdirSync(directory)).toEqual(['report.json']);
  });

  test('that is discarded leaves no trace', async () => {
    const directory = tempDirectory();
    const file = join(directory, 'report.json');
    await (await stageFile(file, chunks('a'))).discard();
    expect(readdirSync(directory)).toEqual([]);
    writeFileSync(file, 'before');
    await (await stageFile(file, chunks('a'))).discard();
    expect(readFileSync(file, 'utf8')).toBe('before');
    expect(readdirSync(directory)).toEqual(['report.json']);
  });

  test('of no chunks is empty', async () => {
    const file = join(tempDirectory(), 'report.json');
    await write(file);
    expect(readFileSync(file, 'utf8')).toBe('');
  });

  test('whose chunks break in the middle is as it was, with nothing beside it; the fault is passed on', async () => {
    const directory = tempDirectory();
    const file = join(directory, 'report.json');
    for (const before of [null, 'before']) {
      if (before !== null) writeFileSync(file, before);
      await expect(stageFile(file, faultAfter('a', 'b'))).rejects.toThrow('the reporter broke');
      expect(readdirSync(directory)).toEqual(before === null ? [] : ['report.json']);
    }
    expect(readFileSync(file, 'utf8')).toBe('before');
  });

  test('that is not yet in its place is removed when the process has to end', async () => {
    const directory = tempDirectory();
    const file = join(directory, 'report.json');
    let seen: string[] = [];
    async function* interrupted(): AsyncGenerator<string> {
      yield 'a';
      seen = readdirSync(directory);
      discardStagedFiles();
      expect(readdirSync(directory)).toEqual([]);
    }
    await (await stageFile(file, interrupted())).discard();
    expect(seen).toHaveLength(1);
    expect(seen).not.toContain('report.json');
    await write(file, 'kept');
    discardStagedFiles();
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });

  test('two at once do not meet', async () => {
    const file = join(tempDirectory(), 'report.json');
    const [one, two] = await Promise.all([stageFile(file, chunks('one')), stageFile(file, chunks('two'))]);
    await one.commit();
    expect(readFileSync(file, 'utf8')).toBe('one');
    await two.commit();
    expect(readFileSync(file, 'utf8')).toBe('two');
  });
});

describe('where it can not be written', () => {
  test('a directory', async () => {
    const directory = tempDirectory();
    const file = join(directory, 'reports');
    mkdirSync(file);
    await expect(stageFile(file, chunks('a'))).rejects.toThrow(unwritable(file));
    expect(readdirSync(directory)).toEqual(['reports']);
    expect(readdirSync(file)).toEqual([]);
  });

  test('a missing directory', async () => {
    const directory = tempDirectory();
    const file = join(directory, 'none', 'report.json');
    await expect(stageFile(file, chunks('a'))).rejects.toThrow(unwritable(file));
    expect(readdirSync(directory)).toEqual([]);
  });

  test('below a file', async () => {
    const directory = tempDirectory();
    writeFileSync(join(directory, 'x'), '');
    const file = join(directory, 'x', 'report.json');
    await expect(stageFile(file, chunks('a'))).rejects.toThrow(unwritable(file));
  });

  test('a directory that came up while it was written', async () => {
    const directory = tempDirectory();
    const file = join(directory, 'report.json');
    const staged = await stageFile(file, chunks('a'));
    mkdirSync(file);
    writeFileSync(join(file, 'x'), '');
    await expect(staged.commit()).rejects.toThrow(unwritable(file));
    await staged.discard();
    expect(readdirSync(directory)).toEqual(['report.json']);
  });
});

describe('links and modes', () => {
  test('a link stays one, and what it leads to is replaced', async () => {
    const directory = tempDirectory();
    const [target, link] = [join(directory, 'target.json'), join(directory, 'sub', 'link.json')];
    mkdirSync(join(directory, 'sub'));
    writeFileSync(target, 'before');
    symlinkSync('../target.json', link);
    await write(link, 'after');
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readlinkSync(link)).toBe('../target.json');
    expect(readFileSync(target, 'utf8')).toBe('after');
    expect(readdirSync(directory).sort()).toEqual(['sub', 'target.json']);
    expect(readdirSync(join(directory, 'sub'))).toEqual(['link.json']);
  });

  test('a new file is for nobody else, whatever the umask', async () => {
    const file = join(tempDirectory(), 'report.json');
    await write(file, 'a');
    expect(modeOf(file)).toBe(0o600);
  });

  test.each(['600', '640', '644', '664', '666', '400'])('a file that is replaced keeps mode %s', async (mode) => {
    const file = join(tempDirectory(), 'report.json');
    writeFileSync(file, 'before');
    chmodSync(file, Number.parseInt(mode, 8));
    await write(file, 'after');
    expect(readFileSync(file, 'utf8')).toBe('after');
    expect(modeOf(file).toString(8)).toBe(mode);
  });

  test('a file is private while it is written', async () => {
    const directory = tempDirectory();
    let mode = 0;
    async function* looking(): AsyncGenerator<string> {
      yield 'a';
      mode = modeOf(join(directory, readdirSync(directory)[0] ?? ''));
    }
    await (await stageFile(join(directory, 'report.json'), looking())).commit();
    expect(mode).toBe(0o600);
  });
});

test.skipIf(process.platform === 'win32')('a device is written to, and stays one', async () => {
  const staged = await stageFile('/dev/null', chunks('a', 'b'));
  await staged.commit();
  await staged.discard();
  expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true);
});

test.skipIf(process.platform !== 'linux')('a device that is full is an error', async () => {
  await expect(stageFile('/dev/full', chunks('a'))).rejects.toThrow(unwritable('/dev/full'));
});
