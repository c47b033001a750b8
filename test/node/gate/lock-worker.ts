// Draws numbers under a lock, in a process of its own: reads the last one, waits, writes the next, and says which it was.
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { locked } from '../../../src/node/gate/journal-lock.ts';

const [file = '', times = '0'] = process.argv.slice(2);
for (let done = 0; done < Number(times); done += 1) {
  await locked(`${file}.lock`, file, async () => {
    const next = Number(readFileSync(file, 'utf8')) + 1;
    await pause(1);
    writeFileSync(`${file}.${process.pid}`, String(next));
    renameSync(`${file}.${process.pid}`, file);
    appendFileSync(`${file}.drawn`, `${next}\n`);
  });
}
