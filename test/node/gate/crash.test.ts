import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { issueCertificate } from '../../../src/gate/certificate/issue.ts';
import { check } from '../../../src/node/check.ts';
import { certifiedName } from '../../../src/node/gate/certificate-file.ts';
import { fileRunbook } from '../../../src/node/gate/file-runbook.ts';
import { hashBytes } from '../../../src/node/gate/hash-file.ts';
import { MAP, NEW, NOW, OLD } from '../../gate/certificate/opened.ts';
import { bundle } from '../../support/bundle.ts';
import { tempDirectory } from '../../support/temp.ts';

const KILLS = 200;
const LONGEST_MS = 60;

it(`killed ${KILLS} times at any moment, a journal loses at most the line that was being written`, async () => {
  const folder = tempDirectory();
  const [script, certificate] = [join(folder, 'worker.mjs'), join(folder, 'certificate.json')];
  writeFileSync(script, await bundle({ file: 'test/node/gate/crash-worker.ts' }));
  writeFileSync(join(folder, 'old.csv'), OLD);
  writeFileSync(join(folder, 'new.csv'), NEW);
  const { reconciliation } = await check({
    old: { files: [join(folder, 'old.csv')], map: MAP },
    new: { files: [join(folder, 'new.csv')], map: MAP },
  });
  const fileName = (file: string) => certifiedName(certificate, file);
  writeFileSync(certificate, (await issueCertificate(reconciliation, { now: NOW, sha256: hashBytes, fileName })).text);

  let killed = 0;
  let finished = 0;
  for (let round = 0; killed < KILLS; round += 1) {
    const at = join(folder, `round-${round}`);
    mkdirSync(at);
    const [journal, told] = [join(at, 'journal.jsonl'), join(at, 'told')];
    let killedHere = 0;
    for (let isOver = false; !isOver && killed < KILLS; ) {
      const before = entriesIn(journal);
      rmSync(join(at, 'ready'), { force: true });
      const worker = spawn(process.execPath, [script, journal, certificate, told, String(Date.parse(NOW) + round)], {
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      const exit = once(worker, 'exit');
      let stderr = '';
      worker.stderr.on('data', (chunk: Buffer) => {
        stderr += chunk.toString();
      });
      while (!existsSync(join(at, 'ready'))) await pause(1);
      await Promise.race([pause(Math.random() * LONGEST_MS), exit]);
      worker.kill('SIGKILL');
      const [status, signal] = (await exit) as [number | null, string | null];
      if (signal === 'SIGKILL') {
        killed += 1;
        killedHere += 1;
      } else expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      isOver = status === 0;
      if (isOver) finished += 1;
      const copy = join(at, 'copy.jsonl');
      if (!existsSync(journal)) continue;
      // Read as somebody would who comes by: nothing is damaged, everything that was told is there, and no more than one line besides.
      copyFileSync(journal, copy);
      const found = await fileRunbook({ journal: copy, now: () => new Date(NOW), by: 'reader' })
        .status()
        .catch((fault: { code?: string; message: string }) => {
          if (!fault.message.startsWith('There is no journal')) throw fault;
          return null;
        });
      const entries = found?.entries.length ?? 0;
      const acknowledged = existsSync(told)
        ? readFileSync(told, 'utf8')
            .split('\n')
            .filter((line) => line !== '' && line !== 'finished').length
        : 0;
      expect(entries).toBeGreaterThanOrEqual(Math.max(before, acknowledged));
      // A line that was written, and whose writer was killed before it could say so, once a kill.
      expect(entries - acknowledged).toBeLessThanOrEqual(killedHere);
    }
  }
  expect(finished).toBeGreaterThan(0);
  // Whoever comes last cleans up after those who were killed.
  const last = join(folder, 'round-0');
  expect(readdirSync(last).filter((name) => name.includes('.lock'))).toEqual([]);
}, 300_000);

function entriesIn(journal: string): number {
  return existsSync(journal) ? readFileSync(journal, 'utf8').split('\n').length - 1 : 0;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
