// Goes through a whole runbook in a process of its own, on a clock of its own, and says which steps it was told are done.
import { appendFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileRunbook } from '../../../src/node/gate/file-runbook.ts';

const [journal = '', certificate = '', told = '', firstTime = '0'] = process.argv.slice(2);
const ORGANIZATIONS = ['Claude', 'Console'];
let time = Number(firstTime);
const runbook = fileRunbook({ journal, now: () => new Date(time), by: 'worker' });
const tell = (line: string) => appendFileSync(told, `${line}\n`);

// The parent kills from here on: before, there is nothing to interrupt.
writeFileSync(`${dirname(told)}/ready`, '');
await runbook.start({ certificate, organizations: ORGANIZATIONS }).then(
  () => tell('start'),
  (fault: { code?: string }) => {
    if (fault.code !== 'ERR_JOURNAL') throw fault;
  },
);
for (;;) {
  const { current } = await runbook.status();
  if (current === null) break;
  const organization = current.behind[0];
  time += 1_000;
  await runbook.done(current.step.id, {
    ...(typeof organization === 'string' ? { organization } : {}),
    ...(current.step.waits === undefined ? {} : { overrideWait: 'a test' }),
  });
  tell(`${current.step.id} ${organization}`);
}
tell('finished');
