// The other thread of `loadInThread`: loads one file and sends its users back.
// May use: what loadSide uses.
// May not: decide anything, or print.
import { parentPort, workerData } from 'node:worker_threads';
import { toPreflightError } from '../errors.ts';
import { packUsers } from '../loaders/packed-users.ts';
import type { WorkerMessage, WorkerTask } from './load-in-thread.ts';
import { loadSide } from './load-side.ts';

const post = (message: WorkerMessage) => parentPort?.postMessage(message);

try {
  const { users, inputs } = await loadSide(workerData as WorkerTask, (progress) => post({ progress }));
  post({ users: packUsers(users), inputs });
} catch (fault) {
  const { code, message, file, line, column } = toPreflightError(fault);
  post({ error: { code, message, file, line, column } });
}
