import { oneOf, usage } from './arguments.ts';

/** Where one report goes; `file` null is standard output. */
export interface ReportTarget<Format extends string> {
  readonly format: Format;
  readonly file: string | null;
}

const STANDARD_OUTPUT: ReadonlySet<string> = new Set(['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1']);

/**
 * Reads what `--report FORMAT[=FILE]` says.
 *
 * @throws PreflightError ERR_USAGE, ERR_UNKNOWN_FORMAT
 */
export function reportTargets<Format extends string>(
  entries: readonly string[] | undefined,
  formats: readonly Format[],
  usual: Format,
): ReportTarget<Format>[] {
  const targets = (entries ?? [usual]).map((entry): ReportTarget<Format> => {
    const at = entry.indexOf('=');
    const format = oneOf(formats, at < 0 ? entry : entry.slice(0, at), 'ERR_UNKNOWN_FORMAT', 'report format');
    const named = at < 0 ? null : entry.slice(at + 1);
    const file = named !== null && STANDARD_OUTPUT.has(named) ? null : named;
    if (file === '') throw usage(`--report ${entry} names no file.`);
    return { format: format ?? usual, file };
  });
  if (targets.filter(({ file }) => file === null).length > 1) {
    throw usage('Two reports cannot both go to standard output. Write --report FORMAT=FILE for one of them.');
  }
  return targets;
}
