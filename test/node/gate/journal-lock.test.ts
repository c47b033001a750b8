import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { locked } from '../../../src/node/gate/journal-lock.ts';
import { bundle } from '../../support/bundle.ts';
import { tempDirectory } from '../../support/temp.ts';

/** A process that has been and gone. */
function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

const lockIn = () => join(tempDirectory(), 'journal.jsonl.lock');
const owned = (lock: string, owner: object) => writeFileSync(lock, JSON.stringify(owner));
const besides = (lock: string) => readdirSync(dirname(lock)).filter((name) => name.startsWith(basename(lock)));

describe('a lock', () => {
  it('lets one work at a time, and leaves nothing behind', async () => {
    const lock = lockIn();
    const log: string[] = [];
    const work = (name: string) =>
      locked(lock, 'journal', async () => {
        log.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 30));
        log.push(`${name} ends`);
      });
    await Promise.all([work('a'), work('b'), work('c')]);
    for (let at = 0; at < 6; at += 2) expect(log[at + 1]).toBe(log[at]?.replace('begins', 'ends'));
    expect(besides(lock)).toEqual([]);
  });

  it('is given back where the work fails', async () => {
    const lock = lockIn();
    await expect(locked(lock, 'journal', async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(besides(lock)).toEqual([]);
  });

  it('of a process that has died is taken over', async () => {
    const lock = lockIn();
    owned(lock, { id: 'a', pid: deadPid(), host: hostname() });
    owned(`${lock}.left`, { id: 'left', pid: deadPid(), host: hostname() });
    writeFileSync(`${lock}.${deadPid()}@${encodeURIComponent(hostname())}.empty`, '');
    expect(await locked(lock, 'journal', async () => 'done')).toBe('done');
    expect(besides(lock)).toEqual([]);
  });

  it('whose owner lives, is on another machine, or cannot be told is not', async () => {
    const owners = [
      { id: 'a', pid: process.pid, host: hostname() },
      { id: 'a', pid: 1, host: `not-${hostname()}` },
      'something else',
    ];
    const tried = owners.map(async (owner) => {
      const lock = lockIn();
      writeFileSync(lock, JSON.stringify(owner));
      const trying = locked(lock, 'journal', async () => {
        throw new Error('it was');
      });
      await expect(trying).rejects.toMatchObject({
        code: 'ERR_JOURNAL_LOCKED',
        message: expect.stringContaining(lock),
      });
      expect(existsSync(lock)).toBe(true);
    });
    await Promise.all(tried);
  });

  it('holds between processes, some of which are killed', async () => {
    const folder = tempDirectory();
    const [script, file] = [join(folder, 'worker.mjs'), join(folder, 'count')];
    writeFileSync(script, await bundle({ file: 'test/node/gate/lock-worker.ts' }));
    writeFileSync(file, '0');
    const workers = [1, 2, 3].map(() => {
      const worker = spawn(process.execPath, [script, file, '30'], { stdio: ['ignore', 'ignore', 'inherit'] });
      return once(worker, 'exit');
    });
    const killed = [1, 2, 3, 4].map(() => spawn(process.execPath, [script, file, '100000']));
    // Killed one after another, while they count.
    for (const process of killed) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      process.kill('SIGKILL');
    }
    const statuses = (await Promise.all(workers)).map(([status]) => status);
    expect(statuses).toEqual([0, 0, 0]);
    // Two at work at once would draw the same number.
    const drawn = readFileSync(`${file}.drawn`, 'utf8').trim().split('\n');
    expect(drawn.length).toBeGreaterThanOrEqual(90);
    expect(new Set(drawn).size).toBe(drawn.length);
    spawnSync(process.execPath, [script, file, '1']);
    expect(besides(join(folder, 'count.lock'))).toEqual([]);
  });
});
