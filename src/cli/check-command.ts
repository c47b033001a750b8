import { EXIT_STATUS } from '../errors.ts';
import { readCrosswalk } from '../node/readers/crosswalk.ts';
import { crosswalkTemplate } from '../node/writers/crosswalk-csv.ts';
import { writeTo } from '../node/writers/standard-output.ts';
import { type StagedFile, stageFile } from '../node/writers/whole-file.ts';
import { answerOf } from './answer.ts';
import { prepareCertificate, withdrawCertificate } from './certify.ts';
import type { CheckCommand } from './check-options.ts';
import type { CommandLine } from './command-line.ts';
import { certificateLine, leftOutLines, templateLine } from './messages.ts';
import { once } from './once.ts';
import { ProgressLine } from './progress.ts';
import { refuseOverwriting } from './refuse-overwriting.ts';

/** Runs `check`: reads, reconciles, writes the reports, and answers with the verdict's exit status. */
export async function runCheck(command: CheckCommand, { stdout, stderr, env, now }: CommandLine): Promise<number> {
  const { certificate, crosswalk: crosswalkFile, config } = command;
  const lists = (command.applications ?? []).flatMap(({ app }) => app?.files ?? []);
  const read = [
    ...command.old.files,
    ...command.new.files,
    ...(command.app?.files ?? []),
    ...lists,
    crosswalkFile,
    config,
  ];
  await refuseOverwriting(
    [...read, certificate?.signKey],
    [...command.reports.map(({ file }) => file), command.crosswalkTemplate, certificate?.file ?? null],
  );
  const certify =
    certificate === null
      ? null
      : await prepareCertificate(
          certificate,
          { read, crosswalk: crosswalkFile, config, configSha256: command.configSha256 },
          now,
        );
  const progress =
    stderr.isTTY === true && command.progress && !command.quiet
      ? new ProgressLine(
          (text) => stderr.write(text),
          () => now().getTime(),
        )
      : undefined;
  const crosswalk = crosswalkFile === null ? undefined : await readCrosswalk(crosswalkFile);
  const answer = await answerOf(command, crosswalk, now, progress).finally(() => progress?.clear());

  const createdAt = now().toISOString();
  const color = command.color && stdout.isTTY === true && !env.NO_COLOR;
  const staged: StagedFile[] = [];
  const template = command.crosswalkTemplate === null ? null : crosswalkTemplate(answer.doubts(), crosswalk);
  const isOpen = answer.verdict.status === 'open';
  // One from before must not speak for what is closed now, whatever becomes of the reports.
  const isWithdrawn = certificate !== null && !isOpen && (await withdrawCertificate(certificate.file));
  const certified = certify === null || !isOpen ? null : await certify(answer);
  // Before anything is in its place: a fault in a message must not leave a certificate behind.
  const messages = [
    template === null ? '' : templateLine(command.crosswalkTemplate ?? '', template.undecided),
    certificate === null
      ? ''
      : certificateLine(certificate.file, isOpen ? 'written' : isWithdrawn ? 'withdrawn' : 'none'),
    leftOutLines(answer.inputs, command.reports),
    answer.verdictLine,
  ].join('');
  try {
    for (const { format, file } of command.reports) {
      if (file === null) continue;
      staged.push(await stageFile(file, answer.render(format, { all: command.all, createdAt })));
    }
    if (command.crosswalkTemplate !== null && template !== null) {
      // Never in place of one that somebody has filled in.
      staged.push(await stageFile(command.crosswalkTemplate, template.csv, true));
    }
    if (certificate !== null && certified !== null) staged.push(await stageFile(certificate.file, once(certified)));
    for (const { format, file } of command.reports) {
      if (file === null) await writeTo(stdout, answer.render(format, { all: command.all, color, createdAt }));
    }
    for (const report of staged) await report.commit();
  } catch (fault) {
    await Promise.all(staged.map((report) => report.discard()));
    throw fault;
  }
  if (!command.quiet) stderr.write(messages);
  return isOpen ? EXIT_STATUS.open : EXIT_STATUS.closed;
}
