import { Worker } from 'node:worker_threads';

/** A case takes milliseconds, on a machine that is busy with others too: one that takes this long never ends. */
const HUNG_AFTER_MS = 120_000;

/** Plain JavaScript, which Node runs at any version; a thread of its own still turns when the one it watches does not. */
const WATCH = `
  const { workerData } = require('node:worker_threads');
  const cases = new Int32Array(workerData.cases);
  let before = -1;
  setInterval(() => {
    const now = Atomics.load(cases, 0);
    if (now === before) {
      require('node:fs').writeSync(2, 'Case ' + now + ' hangs. ' + workerData.how + '\\n');
      process.kill(process.pid, 'SIGKILL');
    }
    before = now;
  }, workerData.after);
`;

/** Ends the process when a case hangs, which nothing in the same thread could. */
export class HangWatch {
  readonly #cases = new Int32Array(new SharedArrayBuffer(4));
  readonly #worker: Worker;

  /** @param how - how the cases are had again */
  constructor(how: string) {
    const workerData = { cases: this.#cases.buffer, how, after: HUNG_AFTER_MS };
    this.#worker = new Worker(WATCH, { eval: true, workerData });
    this.#worker.unref();
  }

  nextCase(): void {
    Atomics.add(this.#cases, 0, 1);
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
