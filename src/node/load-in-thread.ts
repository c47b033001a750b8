import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type ErrorCode, PreflightError } from '../errors.ts';
import { type PackedUsers, unpackUsers } from '../loaders/packed-users.ts';
import type { LoadedInput } from '../model/input.ts';
import { type LoadedTables, loadSide, type SideSources } from './load-side.ts';
import type { ReadProgress } from './readers/read-table.ts';

/** A side with one file, named by its path: what another thread can open by itself. */
export type WorkerTask = SideSources & { readonly sources: readonly [string] };

/** What the other thread says: how far it is, and in the end one of the other two. */
export type WorkerMessage =
  | { readonly progress: ReadProgress }
  | { readonly users: PackedUsers; readonly inputs: LoadedInput[] }
  | { readonly error: SentError };

interface SentError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: string | undefined;
}

/** Beside the bundle in a built package; null where the sources run as they are, or are part of another bundle. */
function workerFile(): string | null {
  try {
    const file = fileURLToPath(new URL('./load-worker.js', import.meta.url));
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}

/**
 * Loads a side in a thread of its own. Where no thread can be had, or it ends without an answer, this thread does the
 * work: the answer is the same.
 *
 * @throws PreflightError as `loadSide`
 */
export async function loadInThread(
  task: WorkerTask,
  onProgress?: (progress: ReadProgress) => void,
): Promise<LoadedTables> {
  const file = workerFile();
  // A thread that cannot be started is like none.
  const answer = file === null ? undefined : await ask(file, task, onProgress).catch(() => undefined);
  if (answer === undefined) return loadSide(task, onProgress);
  if ('error' in answer) throw received(answer.error);
  return { users: unpackUsers(answer.users), inputs: answer.inputs };
}

type Answer = Exclude<WorkerMessage, { progress: ReadProgress }>;

function ask(
  file: string,
  task: WorkerTask,
  onProgress?: (progress: ReadProgress) => void,
): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(file, { workerData: task });
    worker.on('message', (message: WorkerMessage) => {
      if ('progress' in message) onProgress?.(message.progress);
      else resolve(message);
    });
    worker.on('error', () => resolve(undefined));
    worker.on('exit', () => resolve(undefined));
  });
}

function received({ code, message, file, line, column }: SentError): PreflightError {
  return new PreflightError(code, message, {
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  });
}
