import { parseArgs } from 'node:util';
import { type ErrorCode, PreflightError } from '../errors.ts';
import { didYouMean, unknownWord } from '../nearest.ts';
import { argumentFault } from './argument-fault.ts';

const TEXT = { type: 'string' } as const;
const TEXTS = { type: 'string', multiple: true } as const;
const FLAG = { type: 'boolean' } as const;
const OPTIONS = {
  old: TEXTS,
  new: TEXTS,
  app: TEXTS,
  'old-profile': TEXT,
  'new-profile': TEXT,
  'app-profile': TEXT,
  sheet: TEXTS,
  encoding: TEXTS,
  'old-map': TEXTS,
  'new-map': TEXTS,
  'app-map': TEXTS,
  'old-only': TEXTS,
  'new-only': TEXTS,
  'old-exclude': TEXTS,
  'new-exclude': TEXTS,
  baseline: TEXT,
  scim: TEXTS,
  'scim-profile': TEXT,
  'scim-map': TEXTS,
  mode: TEXT,
  'service-provider': TEXTS,
  compare: TEXT,
  config: TEXT,
  crosswalk: TEXT,
  'crosswalk-template': TEXT,
  report: TEXTS,
  certificate: TEXT,
  'valid-for': TEXT,
  'sign-key': TEXT,
  key: TEXT,
  journal: TEXT,
  organization: TEXTS,
  note: TEXT,
  'override-wait': TEXT,
  all: FLAG,
  quiet: FLAG,
  'no-color': FLAG,
  'no-progress': FLAG,
  help: { ...FLAG, short: 'h' },
  version: { ...FLAG, short: 'v' },
} as const;

export type OptionName = keyof typeof OPTIONS;
/** What the options of a command line say. */
export type Values = ReturnType<typeof parse>['values'];

/** A command line in its parts. */
export interface Arguments {
  readonly values: Values;
  readonly positionals: readonly string[];
  /** Every option that was given. */
  readonly given: readonly OptionName[];
}

/** @throws PreflightError ERR_USAGE */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals, tokens } = parse(args);
  refuseRepeated(tokens);
  return { values, positionals, given: Object.keys(values) as OptionName[] };
}

/** Splits `KEY=VALUE`. */
export function pairOf(entry: string, flag: string, form: string): [string, string] {
  const at = entry.indexOf('=');
  if (at < 1) throw usage(`${flag} "${entry}": write ${form}.`);
  return [entry.slice(0, at), entry.slice(at + 1)];
}

/** A word that has to be one of those known; undefined where none is given. */
export function oneOf<T extends string>(
  known: readonly T[],
  given: string | undefined,
  code: ErrorCode,
  what: string,
): T | undefined {
  if (given === undefined) return undefined;
  const found = known.find((candidate) => candidate === given);
  if (found === undefined) throw new PreflightError(code, unknownWord(what, given, known));
  return found;
}

export function usage(message: string): PreflightError {
  return new PreflightError('ERR_USAGE', message);
}

/** The error of a word behind a command that is none of those it knows. */
export function unknownVerb(command: string, verb: string | undefined, known: readonly string[]): PreflightError {
  if (verb === undefined) return usage(`Say what to do: idp-preflight ${command} ${known.join(', ')}.`);
  return usage(`Unknown "${command} ${verb}".${didYouMean(verb, known)} Known: ${known.join(', ')}.`);
}

function parse(args: readonly string[]) {
  const config = { args: [...args], options: OPTIONS, allowPositionals: true, tokens: true } as const;
  // What is wrong is said in words of our own, before the parser of Node refuses it.
  const fault = argumentFault(parseArgs({ ...config, strict: false }).tokens, args, OPTIONS);
  if (fault !== null) throw usage(fault);
  return parseArgs({ ...config, strict: true });
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
