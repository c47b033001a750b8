import { type FileHandle, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
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
          const { size } = await handle.stat();
          if (size < length) throw new Error('it has become shorter since it was read');
          // What stands there is no entry, and a longer rest of it must not show behind this one.
          await handle.truncate(length);
          await writeAt(handle, line, length);
          await handle.sync();
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
    exclusively: (work) => locked(`${file}.lock`, file, work),
  };
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
