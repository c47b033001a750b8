import { type FileHandle, open, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { PreflightError } from '../../errors.ts';
import type { JournalStore } from '../../gate/runbook/journal.ts';
import { unreadable } from '../readers/bytes.ts';
import { locked } from './journal-lock.ts';

/** Who did what, and when, is nobody else's business on this machine. */
const PRIVATE = 0o600;

/**
 * A journal in a file, one entry a line. What it says it has written is on the disk; a process that is killed leaves
 * behind nothing but an unfinished last line.
 *
 * @param file - path of the journal; `FILE.lock` is beside it while somebody writes
 * @returns a store for `createRunbook`
 * @throws PreflightError ERR_JOURNAL_LOCKED, ERR_OUTPUT_UNWRITABLE, ERR_INPUT_UNREADABLE from its methods, where another
 *   process goes on writing, or the file cannot be written or read
 */
export function fileJournal(file: string): JournalStore {
  return {
    name: file,
    async read() {
      try {
        return await readFile(file);
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw unreadable(cause, file);
      }
    },
    async append(line, length) {
      try {
        const handle = await openAt(file, length);
        try {
          await requireUnfinished(handle, length);
          // What stands there is no entry, and a longer rest of it must not show behind this one.
          await handle.truncate(length);
          await writeAt(handle, line, length)
            .then(() => handle.sync())
            .catch(async (fault) => {
              // Whoever is told that it is not in it must not find it there later.
              await handle.truncate(length).catch(() => {});
              throw fault;
            });
        } finally {
          await handle.close();
        }
        if (length === 0) await syncFolder(dirname(file));
      } catch (cause) {
        throw new PreflightError(
          'ERR_OUTPUT_UNWRITABLE',
          'This journal could not be written, so the entry is not in it.',
          { file, cause },
        );
      }
    },
    // Beside the file itself: whoever writes to it by another name, through a link, waits for the same lock.
    exclusively: async (work) => locked(`${await realName(file)}.lock`, file, work),
  };
}

/** What is replaced must be no entry: somebody without the lock, or on a disk that two machines share, may have written one. */
async function requireUnfinished(handle: FileHandle, length: number): Promise<void> {
  const { size } = await handle.stat();
  if (size < length) throw new Error('it has become shorter since it was read');
  const rest = Buffer.alloc(size - length);
  let done = 0;
  while (done < rest.length) {
    const { bytesRead } = await handle.read(rest, done, rest.length - done, length + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  if (rest.includes('\n')) throw new Error('somebody else has written to it since it was read');
}

/** The same for every path to one file, as far as links lead to it; of one that is not there yet, that of its folder. */
async function realName(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch {
    const folder = await realpath(dirname(file)).catch(() => dirname(file));
    return join(folder, basename(file));
  }
}

async function openAt(file: string, length: number): Promise<FileHandle> {
  try {
    return await open(file, 'r+');
  } catch (cause) {
    // A journal that has entries was there a moment ago.
    if (length > 0 || (cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    return open(file, 'wx', PRIVATE);
  }
}

async function writeAt(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** A new name in a folder is on the disk once the folder is; not every system lets one ask for that. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
