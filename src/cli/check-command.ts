import { EXIT_STATUS } from '../errors.ts';
import { check } from '../node/check.ts';
import { readCrosswalk } from '../node/readers/crosswalk.ts';
import { render } from '../node/render.ts';
import { crosswalkTemplate } from '../node/writers/crosswalk-csv.ts';
import { writeTo } from '../node/writers/standard-output.ts';
import { type StagedFile, stageFile } from '../node/writers/whole-file.ts';
import type { CheckCommand } from './check-options.ts';
import type { CommandLine } from './command-line.ts';
import { leftOutLines, templateLine, verdictLine } from './messages.ts';
import { ProgressLine } from './progress.ts';
import { refuseOverwriting } from './refuse-overwriting.ts';

/** Runs `check`: reads, reconciles, writes the reports, and answers with the verdict's exit status. */
export async function runCheck(command: CheckCommand, { stdout, stderr, env, now }: CommandLine): Promise<number> {
  await refuseOverwriting(
    [...command.old.files, ...command.new.files, ...(command.app?.files ?? []), command.crosswalk, command.config],
    [...command.reports.map(({ file }) => file), command.crosswalkTemplate],
  );
  const progress =
    stderr.isTTY === true && command.progress && !command.quiet
      ? new ProgressLine(
          (text) => stderr.write(text),
          () => now().getTime(),
        )
      : undefined;
  const { old, new: next, app, mode, serviceProvider, compare, policy } = command;
  const crosswalk = command.crosswalk === null ? undefined : await readCrosswalk(command.crosswalk);
  const { reconciliation, verdict } = await check({
    old,
    new: next,
    ...(app === null ? {} : { app }),
    ...(mode === undefined ? {} : { mode }),
    ...(serviceProvider === undefined ? {} : { serviceProvider }),
    ...(compare === undefined ? {} : { compare }),
    ...(crosswalk === undefined ? {} : { crosswalk }),
    ...(policy === undefined ? {} : { policy: { ...policy, now: now().toISOString() } }),
    ...(progress === undefined ? {} : { onProgress: (state) => progress.update(state) }),
  }).finally(() => progress?.clear());

  const createdAt = now().toISOString();
  const color = command.color && stdout.isTTY === true && !env.NO_COLOR;
  const staged: StagedFile[] = [];
  const template = command.crosswalkTemplate === null ? null : crosswalkTemplate(reconciliation, crosswalk);
  try {
    for (const { format, file } of command.reports) {
      if (file === null) continue;
      staged.push(await stageFile(file, render(format, reconciliation, { all: command.all, createdAt })));
    }
    if (command.crosswalkTemplate !== null && template !== null) {
      // Never in place of one that somebody has filled in.
      staged.push(await stageFile(command.crosswalkTemplate, template.csv, true));
    }
    for (const { format, file } of command.reports) {
      if (file === null) await writeTo(stdout, render(format, reconciliation, { all: command.all, color, createdAt }));
    }
    for (const report of staged) await report.commit();
  } catch (fault) {
    await Promise.all(staged.map((report) => report.discard()));
    throw fault;
  }
  if (!command.quiet) {
    if (command.crosswalkTemplate !== null && template !== null) {
      stderr.write(templateLine(command.crosswalkTemplate, template.undecided));
    }
    stderr.write(leftOutLines(reconciliation, command.reports) + verdictLine(reconciliation, verdict));
  }
  return verdict.status === 'open' ? EXIT_STATUS.open : EXIT_STATUS.closed;
}
