import { parseArgs } from 'node:util';
import { COMPARE_POLICIES, type ComparePolicy } from '../email/compare.ts';
import { PreflightError } from '../errors.ts';
import { PROFILE_IDS } from '../loaders/profiles/index.ts';
import { SERVICE_PROVIDER_IDS, type ServiceProviderId } from '../matcher/service-providers/index.ts';
import { MAP_KEYS, type MapKey } from '../model/input.ts';
import { MODES, type Mode } from '../model/reconciliation.ts';
import type { CheckSide } from '../node/check.ts';
import { REPORT_FORMATS, type ReportFormat } from '../reporters/index.ts';

/** Where one report goes; `file` null is standard output. */
export interface ReportTarget {
  readonly format: ReportFormat;
  readonly file: string | null;
}

/** What the command line of `check` says. */
export interface CheckCommand {
  readonly old: CheckSide;
  readonly new: CheckSide;
  readonly mode: Mode | undefined;
  readonly serviceProvider: ServiceProviderId | undefined;
  readonly compare: ComparePolicy | undefined;
  readonly reports: readonly ReportTarget[];
  readonly all: boolean;
  readonly quiet: boolean;
  readonly color: boolean;
  readonly progress: boolean;
}

export type Command =
  | { readonly run: 'help' }
  | { readonly run: 'version' }
  | ({ readonly run: 'check' } & CheckCommand);

const STANDARD_OUTPUT: ReadonlySet<string> = new Set(['-', '/dev/stdout', '/dev/fd/1', '/proc/self/fd/1']);
const TEXT = { type: 'string' } as const;
const TEXTS = { type: 'string', multiple: true } as const;
const FLAG = { type: 'boolean' } as const;
const OPTIONS = {
  old: TEXTS,
  new: TEXTS,
  'old-profile': TEXT,
  'new-profile': TEXT,
  'old-map': TEXTS,
  'new-map': TEXTS,
  'old-only': TEXTS,
  'new-only': TEXTS,
  'old-exclude': TEXTS,
  'new-exclude': TEXTS,
  mode: TEXT,
  'service-provider': TEXT,
  compare: TEXT,
  report: TEXTS,
  all: FLAG,
  quiet: FLAG,
  'no-color': FLAG,
  'no-progress': FLAG,
  help: { ...FLAG, short: 'h' },
  version: { ...FLAG, short: 'v' },
} as const;
type Values = ReturnType<typeof parse>['values'];

/**
 * Reads the command line.
 *
 * @throws PreflightError ERR_USAGE, ERR_UNKNOWN_PROFILE, ERR_UNKNOWN_SERVICE_PROVIDER, ERR_UNKNOWN_POLICY, ERR_UNKNOWN_FORMAT
 */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals, tokens } = parse(args);
  refuseRepeated(tokens);
  if (values.help === true) return { run: 'help' };
  if (values.version === true) return { run: 'version' };
  const [name, ...rest] = positionals;
  if (name === undefined) throw usage('Say what to do: idp-preflight check --old FILE --new FILE.');
  if (name !== 'check') throw usage(`Unknown command "${name}". Known: check.`);
  if (rest[0] !== undefined)
    throw usage(`Unexpected argument "${rest[0]}". Files are given with --old FILE and --new FILE.`);
  return { run: 'check', ...checkCommand(values) };
}

function checkCommand(values: Values): CheckCommand {
  const old = sideOf(values, 'old');
  const next = sideOf(values, 'new');
  if ([...old.files, ...next.files].filter((file) => file === '-').length > 1) {
    throw usage('Standard input (-) can be read only once.');
  }
  return {
    old,
    new: next,
    mode: oneOf(MODES, values.mode, 'ERR_USAGE', 'mode'),
    serviceProvider: oneOf(
      SERVICE_PROVIDER_IDS,
      values['service-provider'],
      'ERR_UNKNOWN_SERVICE_PROVIDER',
      'service provider',
    ),
    compare: oneOf(COMPARE_POLICIES, values.compare, 'ERR_UNKNOWN_POLICY', 'compare policy'),
    reports: reportsOf(values.report ?? ['text']),
    all: values.all === true,
    quiet: values.quiet === true,
    color: values['no-color'] !== true,
    progress: values['no-progress'] !== true,
  };
}

function sideOf(values: Values, side: 'old' | 'new'): CheckSide {
  const files = values[side] ?? [];
  if (files.length === 0) throw usage(`Name the export of the ${side} identity provider with --${side} FILE.`);
  const profile = oneOf(PROFILE_IDS, values[`${side}-profile`], 'ERR_UNKNOWN_PROFILE', 'profile');
  const map: { [key in MapKey]?: string } = {};
  for (const entry of values[`${side}-map`] ?? []) {
    const [key, column] = pairOf(entry, `--${side}-map`, 'KEY=COLUMN, such as sso=mail');
    if (column === '') throw usage(`--${side}-map ${key}= names no column. Write - for "not sent".`);
    const known = oneOf(MAP_KEYS, key, 'ERR_USAGE', `key of --${side}-map`);
    if (known === undefined) continue;
    if (map[known] !== undefined) throw usage(`--${side}-map ${known} is given twice. Say once which column it is.`);
    map[known] = column;
  }
  const rules = (flag: 'only' | 'exclude') =>
    (values[`${side}-${flag}`] ?? []).map((entry) => {
      const [column, glob] = pairOf(entry, `--${side}-${flag}`, 'COLUMN=GLOB, such as department=Sales*');
      return { column, glob };
    });
  return {
    files,
    ...(profile === undefined ? {} : { profile }),
    map,
    scope: { only: rules('only'), exclude: rules('exclude') },
  };
}

function reportsOf(entries: readonly string[]): ReportTarget[] {
  const targets = entries.map((entry): ReportTarget => {
    const at = entry.indexOf('=');
    const format = oneOf(REPORT_FORMATS, at < 0 ? entry : entry.slice(0, at), 'ERR_UNKNOWN_FORMAT', 'report format');
    const named = at < 0 ? null : entry.slice(at + 1);
    const file = named !== null && STANDARD_OUTPUT.has(named) ? null : named;
    if (file === '') throw usage(`--report ${entry} names no file.`);
    return { format: format ?? 'text', file };
  });
  if (targets.filter(({ file }) => file === null).length > 1) {
    throw usage('Two reports cannot both go to standard output. Write --report FORMAT=FILE for one of them.');
  }
  return targets;
}

function pairOf(entry: string, flag: string, form: string): [string, string] {
  const at = entry.indexOf('=');
  if (at < 1) throw usage(`${flag} "${entry}": write ${form}.`);
  return [entry.slice(0, at), entry.slice(at + 1)];
}

function oneOf<T extends string>(
  known: readonly T[],
  given: string | undefined,
  code:
    | 'ERR_USAGE'
    | 'ERR_UNKNOWN_PROFILE'
    | 'ERR_UNKNOWN_SERVICE_PROVIDER'
    | 'ERR_UNKNOWN_POLICY'
    | 'ERR_UNKNOWN_FORMAT',
  what: string,
): T | undefined {
  if (given === undefined) return undefined;
  const found = known.find((candidate) => candidate === given);
  if (found === undefined) throw new PreflightError(code, `Unknown ${what} "${given}". Known: ${known.join(', ')}.`);
  return found;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true, tokens: true });
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const [detail = ''] = said.split(/\. To specify|[\r\n]/, 1);
    throw new PreflightError('ERR_USAGE', `${detail.replace(/\.$/, '')}.`, { cause });
  }
}

/** The second of two contradicting flags would win in silence. */
function refuseRepeated(tokens: ReturnType<typeof parse>['tokens']): void {
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option' || !(token.name in OPTIONS)) continue;
    const option: { readonly type: string; readonly multiple?: boolean } = OPTIONS[token.name as keyof typeof OPTIONS];
    if (option.type !== 'string' || option.multiple === true) continue;
    if (seen.has(token.name)) throw usage(`--${token.name} is given twice.`);
    seen.add(token.name);
  }
}

function usage(message: string): PreflightError {
  return new PreflightError('ERR_USAGE', message);
}
