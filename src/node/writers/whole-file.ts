import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { constants, copyFile, link, lstat, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PreflightError } from '../../errors.ts';

/** A file written beside its place, that takes its place only when everything is there. */
export interface StagedFile {
  /** Puts the file in its place. */
  commit(): Promise<void>;
  /** Leaves no trace of it. */
  discard(): Promise<void>;
}

/** Files that are not yet in their place. */
const pending = new Set<string>();

/** Removes, at once, every file that is not yet in its place: for a process that is about to end. */
export function discardStagedFiles(): void {
  for (const path of pending) rmSync(path, { force: true });
}

/** Whether a path names a file that a process has open, such as `/dev/stderr`, and not a place in a directory. */
export function isOpenFile(file: string): boolean {
  return /^\/(?:dev\/(?:stdin|stdout|stderr|fd\/[0-9]+)|proc\/[^/]+\/fd\/[0-9]+)$/.test(file);
}

/** Reports hold personal data: nobody else of the machine may read a new one. */
const PRIVATE = 0o600;

/**
 * Writes text beside a file's place; devices and pipes are written at once.
 *
 * @param isNew - whether there must be no such file yet, not even by the time that it is put in its place
 * @throws PreflightError ERR_OUTPUT_UNWRITABLE
 */
export async function stageFile(file: string, chunks: AsyncIterable<string>, isNew = false): Promise<StagedFile> {
  const target = await attempt(file, () => (isNew ? newTarget(file) : resolveTarget(file)));
  const path = target.isSpecial
    ? target.path
    : join(dirname(target.path), `.${basename(target.path)}.${randomBytes(6).toString('hex')}.tmp`);
  const discard = async () => {
    if (target.isSpecial) return;
    await rm(path, { force: true });
    pending.delete(path);
  };
  const commit = async () => {
    if (target.isSpecial) return;
    await attempt(file, () => (isNew ? putInNewPlace(path, target.path) : rename(path, target.path)));
    pending.delete(path);
  };
  // Before it is opened: an interrupt may come while it is.
  if (!target.isSpecial) pending.add(path);
  const handle = await attempt(file, () => open(path, target.isSpecial ? 'a' : 'wx', target.mode));
  try {
    // What `open` is given is cut by the umask; a file that is replaced keeps what it had.
    if (!target.isSpecial) await attempt(file, () => handle.chmod(target.mode));
    for await (const chunk of chunks) await attempt(file, () => handle.writeFile(chunk, 'utf8'));
    if (!target.isSpecial) await attempt(file, () => handle.sync());
    await attempt(file, () => handle.close());
  } catch (fault) {
    await handle.close().catch(() => {});
    await discard();
    throw fault;
  }
  return { commit, discard };
}

interface Target {
  readonly path: string;
  readonly isSpecial: boolean;
  readonly mode: number;
}

/** A link, unlike a renaming, never replaces what is there; where there are none, nor does a copy. */
async function putInNewPlace(path: string, target: string): Promise<void> {
  await link(path, target).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EEXIST') throw fault;
    return copyFile(path, target, constants.COPYFILE_EXCL);
  });
  await rm(path, { force: true });
}

async function newTarget(file: string): Promise<Target> {
  const isThere = await lstat(file).then(
    () => true,
    () => false,
  );
  if (isThere) throw Object.assign(new Error('it is there'), { code: 'EEXIST' });
  return { path: file, isSpecial: false, mode: PRIVATE };
}

/** Follows links, so that a link stays one; keeps the permissions of a file that is replaced. */
async function resolveTarget(file: string): Promise<Target> {
  // It leads to whatever it is redirected to, which must be added to and not replaced.
  if (isOpenFile(file)) return { path: file, isSpecial: true, mode: PRIVATE };
  const isThere = await lstat(file).then(
    () => true,
    () => false,
  );
  if (!isThere) return { path: file, isSpecial: false, mode: PRIVATE };
  const path = await realpath(file);
  const found = await stat(path);
  if (found.isDirectory()) throw Object.assign(new Error('it is a directory'), { code: 'EISDIR' });
  return { path, isSpecial: !found.isFile(), mode: found.mode & 0o777 };
}

async function attempt<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    throw new PreflightError('ERR_OUTPUT_UNWRITABLE', `This file could not be written: ${reason(cause)}.`, {
      file,
      cause,
    });
  }
}

function reason(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOENT') return 'there is no such directory';
  if (code === 'EEXIST') return 'it exists already, and is not replaced';
  if (code === 'EISDIR') return 'it is a directory';
  if (code === 'EACCES' || code === 'EPERM') return 'it may not be written there';
  if (code === 'ENOSPC') return 'the disk is full';
  return cause instanceof Error ? cause.message : String(cause);
}
