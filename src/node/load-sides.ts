import { stat } from 'node:fs/promises';
import { loadInThread, type WorkerTask } from './load-in-thread.ts';
import { type LoadedTables, loadSide, type SideSources } from './load-side.ts';
import type { ReadProgress } from './readers/read-table.ts';

/** From this size on a second thread saves more than it costs. */
const WORTH_A_THREAD_BYTES = 8_000_000;

/** Reads both sides; large single files at the same time. */
export async function loadSides(
  old: SideSources,
  next: SideSources,
  onProgress?: (progress: ReadProgress) => void,
): Promise<[old: LoadedTables, next: LoadedTables]> {
  if (isSingleFile(old) && isSingleFile(next) && (await areLarge(old, next))) {
    const [elsewhere, here] = await Promise.allSettled([loadInThread(old, onProgress), loadSide(next, onProgress)]);
    // Where both fail, the old side is named, as without a thread.
    if (elsewhere.status === 'rejected') throw elsewhere.reason;
    if (here.status === 'rejected') throw here.reason;
    return [elsewhere.value, here.value];
  }
  return [await loadSide(old, onProgress), await loadSide(next, onProgress)];
}

function isSingleFile(side: SideSources): side is WorkerTask {
  return side.sources.length === 1 && typeof side.sources[0] === 'string' && side.sources[0] !== '-';
}

async function areLarge(...tasks: readonly WorkerTask[]): Promise<boolean> {
  const sizes = await Promise.all(
    tasks.map(({ sources: [file] }) =>
      stat(file).then(
        (found) => (found.isFile() ? found.size : 0),
        () => 0,
      ),
    ),
  );
  return sizes.every((size) => size >= WORTH_A_THREAD_BYTES);
}
