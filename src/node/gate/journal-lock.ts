import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { constants, copyFile, link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PreflightError } from '../../errors.ts';

/** How long to wait for somebody who writes one line, and how often to look. */
const PATIENCE_MS = 3_000;
const LOOK_AGAIN_MS = 25;

interface Owner {
  readonly id: string;
  readonly pid: number;
  readonly host: string;
}

/**
 * Runs some work while no other process does the same under this lock. A lock whose process has died is taken over; while a
 * process lives, even one that is stopped, it keeps it.
 *
 * @param lock - path of a file that is there as long as somebody works
 * @param name - what is locked, for messages
 * @throws PreflightError ERR_JOURNAL_LOCKED where somebody else goes on working, or it cannot be told whether they do
 */
export async function locked<T>(lock: string, name: string, work: () => Promise<T>): Promise<T> {
  const own: Owner = { id: randomUUID(), pid: process.pid, host: hostname() };
  // Named by its owner: whoever is killed while writing it leaves it empty.
  const claim = `${lock}.${ownerPrefix(own.pid)}${own.id}`;
  try {
    await writeFile(claim, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    throw new PreflightError(
      'ERR_OUTPUT_UNWRITABLE',
      'No lock can be made beside this journal: may this folder be written?',
      { file: name, cause },
    );
  }
  try {
    await acquire(lock, claim, name);
    try {
      await sweep(lock, claim);
      return await work();
    } finally {
      await rm(lock, { force: true });
    }
  } finally {
    await rm(claim, { force: true });
  }
}

async function acquire(lock: string, claim: string, name: string): Promise<void> {
  for (let waited = 0; ; waited += LOOK_AGAIN_MS) {
    if (await isLinked(claim, lock)) return;
    const owner = await ownerOf(lock);
    if (owner !== 'none' && isDead(owner) && (await takeOver(owner, lock, claim))) return;
    if (waited >= PATIENCE_MS) throw inUse(owner, lock, name);
    await pause(LOOK_AGAIN_MS);
  }
}

/** A hard link is made as a whole or not at all, and never in place of another; where there are none, a copy is made. */
async function isLinked(claim: string, lock: string): Promise<boolean> {
  try {
    await link(claim, lock).catch((fault: NodeJS.ErrnoException) => {
      if (fault.code === 'EEXIST') throw fault;
      return copyFile(claim, lock, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw fault;
  }
}

/** What processes that were killed have left behind. Nobody else is at work while one has the lock. */
async function sweep(lock: string, claim: string): Promise<void> {
  const folder = dirname(lock);
  const left = (await readdir(folder)).filter((name) => name.startsWith(`${basename(lock)}.`));
  for (const path of left.map((name) => join(folder, name))) {
    if (path === claim) continue;
    const [, pid] = /^([0-9]+)@/.exec(path.slice(lock.length + 1)) ?? [];
    const isOurs = pid !== undefined && path.startsWith(`${lock}.${ownerPrefix(Number(pid))}`);
    const owner = isOurs ? { id: '', pid: Number(pid), host: hostname() } : await ownerOf(path);
    if (owner !== 'none' && isDead(owner)) await rm(path, { force: true });
  }
}

function ownerPrefix(pid: number): string {
  return `${pid}@${encodeURIComponent(hostname())}.`;
}

/** Whoever links the name of the dead owner's lock first may replace it; nobody else touches it from then on. */
async function takeOver(dead: Owner, lock: string, claim: string): Promise<boolean> {
  const right = `${lock}.${dead.id}.heir`;
  if (!(await isLinked(claim, right))) {
    // An heir who died before it came to it: its right is free again.
    const heir = await ownerOf(right);
    if (heir !== 'none' && isDead(heir)) await rm(right, { force: true });
    return false;
  }
  const owner = await ownerOf(lock);
  const isStillDead = owner !== 'none' && owner !== 'unknown' && owner.id === dead.id;
  // A copy of the claim takes its place, which is what `rename` does as a whole.
  if (isStillDead) await rename(await copyOf(claim), lock);
  await rm(right, { force: true });
  return isStillDead;
}

async function copyOf(claim: string): Promise<string> {
  const copy = `${claim}.copy`;
  await writeFile(copy, await readFile(claim), { mode: 0o600 });
  return copy;
}

async function ownerOf(lock: string): Promise<Owner | 'none' | 'unknown'> {
  try {
    const { id, pid, host } = JSON.parse(await readFile(lock, 'utf8')) as Owner;
    return typeof id === 'string' && Number.isInteger(pid) && typeof host === 'string' ? { id, pid, host } : 'unknown';
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'ENOENT' ? 'none' : 'unknown';
  }
}

/** Whether a process of this machine is gone for sure. */
function isDead(owner: Owner | 'unknown'): owner is Owner {
  if (owner === 'unknown' || owner.host !== hostname()) return false;
  try {
    process.kill(owner.pid, 0);
    return isZombie(owner.pid);
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** A process that was killed stays on the list until its parent has heard of it, which in a container may be never. */
function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function inUse(owner: Owner | 'none' | 'unknown', lock: string, name: string): PreflightError {
  const who = typeof owner === 'string' ? 'Somebody' : `Process ${owner.pid} on ${owner.host}`;
  return new PreflightError(
    'ERR_JOURNAL_LOCKED',
    `${who} is writing to this journal. Try again; if nobody is, delete ${lock}.`,
    { file: name },
  );
}
