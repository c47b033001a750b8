import { fstatSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { EXIT_STATUS, PreflightError } from '../errors.ts';
import { check } from '../node/check.ts';
import { writeTo } from '../node/writers/standard-output.ts';
import { isOpenFile, type StagedFile, stageFile } from '../node/writers/whole-file.ts';
import { render } from '../render.ts';
import type { CommandLine } from './command-line.ts';
import { verdictLine } from './messages.ts';
import type { CheckCommand } from './options.ts';
import { ProgressLine } from './progress.ts';

/** Runs `check`: reads, reconciles, writes the reports, and answers with the verdict's exit status. */
export async function runCheck(command: CheckCommand, { stdout, stderr, env, now }: CommandLine): Promise<number> {
  await refuseOverwriting(command);
  const progress =
    stderr.isTTY === true && command.progress && !command.quiet
      ? new ProgressLine(
          (text) => stderr.write(text),
          () => now().getTime(),
        )
      : undefined;
  const { old, new: next, mode, serviceProvider, compare } = command;
  const { reconciliation, verdict } = await check({
    old,
    new: next,
    ...(mode === undefined ? {} : { mode }),
    ...(serviceProvider === undefined ? {} : { serviceProvider }),
    ...(compare === undefined ? {} : { compare }),
    ...(progress === undefined ? {} : { onProgress: (state) => progress.update(state) }),
  }).finally(() => progress?.clear());

  const createdAt = now().toISOString();
  const color = command.color && stdout.isTTY === true && !env.NO_COLOR;
  const staged: StagedFile[] = [];
  try {
    for (const { format, file } of command.reports) {
      if (file === null) continue;
      staged.push(await stageFile(file, render(format, reconciliation, { all: command.all, createdAt })));
    }
    for (const { format, file } of command.reports) {
      if (file === null) await writeTo(stdout, render(format, reconciliation, { all: command.all, color, createdAt }));
    }
    for (const report of staged) await report.commit();
  } catch (fault) {
    await Promise.all(staged.map((report) => report.discard()));
    throw fault;
  }
  if (!command.quiet) stderr.write(verdictLine(reconciliation, verdict));
  return verdict.status === 'open' ? EXIT_STATUS.open : EXIT_STATUS.closed;
}

/** A report must not replace an export, or another report. */
async function refuseOverwriting({ old, new: next, reports }: CheckCommand): Promise<void> {
  const taken = new Map<string, string>();
  for (const source of [...old.files, ...next.files]) {
    const id = typeof source === 'string' ? await identity(source) : null;
    if (id !== null) taken.set(id, 'an export that is read');
  }
  for (const { file } of reports) {
    if (file === null || isOpenFile(file)) continue;
    const id = await identity(file);
    // Devices such as /dev/null take any number of reports.
    if (id === null) continue;
    const other = taken.get(id);
    if (other !== undefined) {
      throw new PreflightError('ERR_USAGE', `--report cannot write to this file: it is ${other} too.`, { file });
    }
    taken.set(id, 'another report');
  }
}

/** The same for every name of one file: links, other paths, standard input; null for what is no file. */
async function identity(file: string): Promise<string | null> {
  try {
    const found = file === '-' ? fstatSync(0) : await stat(file);
    return found.isFile() ? `${found.dev}:${found.ino}` : null;
  } catch {
    const directory = await realpath(dirname(file)).catch(() => resolve(dirname(file)));
    return join(directory, basename(file));
  }
}
