import { EXIT_STATUS, PreflightError } from '../errors.ts';
import type { Inspection } from '../inspect/inspection.ts';
import { inspectionJson } from '../inspect/json.ts';
import { inspectionText } from '../inspect/text.ts';
import { inspect } from '../node/inspect.ts';
import { writeTo } from '../node/writers/standard-output.ts';
import { type StagedFile, stageFile } from '../node/writers/whole-file.ts';
import type { CommandLine } from './command-line.ts';
import { faultLine } from './messages.ts';
import { once } from './once.ts';
import { ProgressLine } from './progress.ts';
import { refuseOverwriting } from './refuse-overwriting.ts';

/** The forms that an inspection can take. */
export const INSPECT_FORMATS = ['text', 'json'] as const;
export type InspectFormat = (typeof INSPECT_FORMATS)[number];

/** What the command line of `inspect` says. */
export interface InspectCommand {
  readonly files: readonly string[];
  readonly sheet?: string;
  readonly encoding?: string;
  /** `file` null is standard output. */
  readonly reports: readonly { readonly format: InspectFormat; readonly file: string | null }[];
  /** Every defect and domain in text. */
  readonly all: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly progress: boolean;
}

/** Runs `inspect`: reads what can be read, says what cannot, writes the reports. */
export async function runInspect(command: InspectCommand, { stdout, stderr, env, now }: CommandLine): Promise<number> {
  await refuseOverwriting(
    command.files,
    command.reports.map(({ file }) => file),
  );
  const progress =
    stderr.isTTY === true && command.progress && !command.quiet
      ? new ProgressLine(
          (text) => stderr.write(text),
          () => now().getTime(),
        )
      : undefined;
  const inspection = await inspect(command.files, {
    sheet: command.sheet,
    encoding: command.encoding,
    ...(progress === undefined ? {} : { onProgress: (state) => progress.update(state) }),
  }).finally(() => progress?.clear());

  const createdAt = now().toISOString();
  const color = command.color && stdout.isTTY === true && !env.NO_COLOR;
  const rendered = (format: InspectFormat, inColor: boolean) =>
    once(
      format === 'json'
        ? inspectionJson(inspection, createdAt)
        : inspectionText(inspection, { color: inColor, all: command.all }),
    );
  const staged: StagedFile[] = [];
  try {
    for (const { format, file } of command.reports) {
      if (file !== null) staged.push(await stageFile(file, rendered(format, false)));
    }
    for (const { format, file } of command.reports) {
      if (file === null) await writeTo(stdout, rendered(format, color));
    }
    for (const report of staged) await report.commit();
  } catch (fault) {
    await Promise.all(staged.map((report) => report.discard()));
    throw fault;
  }
  for (const error of errorsOf(inspection)) stderr.write(faultLine(error));
  return inspection.failures.length === 0 ? EXIT_STATUS.open : EXIT_STATUS.unanswered;
}

function errorsOf({ failures }: Inspection): PreflightError[] {
  return failures.map(
    ({ file, code, message, line }) => new PreflightError(code, message, { file, ...(line === null ? {} : { line }) }),
  );
}
