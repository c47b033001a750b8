import type { ReadProgress } from '../node/readers/read-table.ts';
import { inert } from '../reporters/terminal.ts';

const INTERVAL_MS = 200;

/** Shows how far reading is on one line of a terminal: records, rate, time left. */
export class ProgressLine {
  readonly #write: (text: string) => void;
  readonly #now: () => number;
  readonly #started: number;
  readonly #files = new Map<string, ReadProgress>();
  #last = 0;
  #shown = false;

  constructor(write: (text: string) => void, now: () => number) {
    this.#write = write;
    this.#now = now;
    this.#started = now();
  }

  update(progress: ReadProgress): void {
    this.#files.set(progress.file, progress);
    const now = this.#now();
    if (now - this.#last < INTERVAL_MS) return;
    this.#last = now;
    this.#shown = true;
    this.#write(`\r\u001b[2K${this.#line((now - this.#started) / 1000, progress.file)}`);
  }

  clear(): void {
    if (this.#shown) this.#write('\r\u001b[2K');
    this.#shown = false;
  }

  #line(seconds: number, file: string): string {
    const files = this.#files.size === 1 ? inert(file) : `${this.#files.size} files`;
    let records = 0;
    let bytes = 0;
    let totalBytes = 0;
    for (const progress of this.#files.values()) {
      records += progress.records;
      bytes += progress.bytes;
      totalBytes += progress.totalBytes;
    }
    const rate = seconds > 0 ? Math.round(records / seconds) : 0;
    const left = bytes > 0 ? Math.ceil((seconds * (totalBytes - bytes)) / bytes) : 0;
    return `reading ${files}: ${records.toLocaleString('en')} records, ${rate.toLocaleString('en')}/s, ${left} s left`;
  }
}
