import type * as z from 'zod/mini';
import type { PreflightError } from '../../errors.ts';
import { OUTCOMES } from '../../model/person.ts';
import { didYouMean } from '../../nearest.ts';
import { REPORT_FORMATS } from '../writers/index.ts';
import type { ParsedYaml, Step } from './parse-yaml.ts';

type Issue = z.core.$ZodIssue;
type Schema = z.core.$ZodType;

/** More names than that are not listed: whoever misspells one is told which come near. */
const MOST_LISTED = 25;
/** What a text has to look like, by the key that it stands under. */
const FORMS: Readonly<Record<string, string>> = {
  only: 'Write COLUMN=GLOB, such as "department=Sales*".',
  exclude: 'Write COLUMN=GLOB, such as "type=service*".',
  report: `Write FORMAT or FORMAT=FILE; the formats are ${REPORT_FORMATS.join(', ')}.`,
  expires: 'Write a day that there is, as YYYY-MM-DD.',
};

/** What an item of a list is, by the key of the list. */
const HOLDERS: Readonly<Record<string, string>> = {
  waivers: 'A waiver',
  budgets: 'A budget',
  applications: 'An application',
};

/** Says what is wrong with a config, where, and what may stand there: the first fault in the order of the file. */
export function issueFault(issues: readonly Issue[], schema: Schema, parsed: ParsedYaml): PreflightError {
  const faults = issues.map((issue) => faultOf(leaf(issue, parsed), schema, parsed));
  const [first] = faults.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return first ?? parsed.fault([], 'The config is not as documented.');
}

/** Of what may be given once or as a list, the one that is there is meant. */
function leaf(issue: Issue, parsed: ParsedYaml): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const isList = Array.isArray(valueAt(parsed.value, issue.path));
  const inner = issue.errors[isList ? 1 : 0]?.[0];
  return inner === undefined ? issue : ({ ...inner, path: [...issue.path, ...inner.path] } as Issue);
}

function faultOf(issue: Issue, schema: Schema, parsed: ParsedYaml): PreflightError {
  const { path } = issue;
  const name = nameOf(path);
  const value = valueAt(parsed.value, path);
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return parsed.fault([...path, key], unknownKey(key, path, schema), 'key');
  }
  if (value === undefined) {
    const holder = HOLDERS[String(path.at(-3))] ?? nameOf(path.slice(0, -1));
    return parsed.fault(path.slice(0, -1), `${holder} needs "${String(path.at(-1))}".`);
  }
  if (value === null) return parsed.fault(path, `${name} has no value: write one, or take the key out.`);
  return parsed.fault(path, `${name} ${complaint(issue, value, parsed.written(path))}`);
}

function complaint(issue: Issue, value: unknown, written: string | undefined): string {
  const key = String([...issue.path].reverse().find((step) => typeof step === 'string'));
  if (issue.code === 'invalid_value' && typeof value === 'string') {
    const isOutcome = key === 'kind' && OUTCOMES.some((outcome) => outcome === value);
    return isOutcome
      ? `is “${value}”, which is no kind of finding but an outcome: write it under "outcome".`
      : `is “${value}”. ${oneOf(value, issue.values.map(String))}`;
  }
  if (issue.code === 'too_small' && Array.isArray(value)) return 'is an empty list: name one, or take the key out.';
  if (issue.code === 'too_big') return `is ${written}: write a number up to ${issue.maximum}.`;
  if (key === 'percent' && issue.code === 'too_small') return `is ${written}: write a number above ${issue.minimum}.`;
  if (key === 'count' && (issue.code === 'too_small' || issue.code === 'invalid_type')) {
    return `is ${written}: write a whole number from 0 on.`;
  }
  if (issue.code === 'too_small' || (issue.code === 'invalid_type' && issue.expected === 'int')) {
    return `is ${written}: write a whole number from 1 on.`;
  }
  if (issue.code === 'invalid_format') {
    return typeof value === 'string' && !/\S/.test(value)
      ? 'is empty.'
      : `is “${written}”. ${FORMS[key] ?? ''}`.trimEnd();
  }
  if (issue.code === 'invalid_type' && issue.expected === 'object')
    return 'has keys of its own, each on a line below it, further in.';
  if (issue.code === 'invalid_type' && issue.expected === 'array')
    return 'is a list: begin each item with "- " on a line of its own.';
  if (issue.code === 'invalid_type' && issue.expected === 'boolean')
    return `is ${written ?? 'no such'}: write true or false.`;
  if (issue.code === 'invalid_type' && issue.expected === 'number')
    return `is ${written ?? 'no number'}: write a number without quotes.`;
  if (issue.code === 'invalid_value') return `is one of ${issue.values.join(', ')}.`;
  if (typeof value === 'object') return 'is text.';
  return `is ${written}, which is no text to YAML: write "${written}" in quotes.`;
}

function unknownKey(key: string, path: readonly Step[], schema: Schema): string {
  const known = keysAt(schema, path);
  const isKind = path.at(-1) === 'severities';
  const what = isKind
    ? `There is no kind of finding “${key}”.`
    : `There is no key “${key}” ${path.length === 0 ? 'here' : `in ${nameOf(path)}`}.`;
  return `${what} ${oneOf(key, known)}`;
}

function oneOf(word: string, known: readonly string[]): string {
  const all = known.length > MOST_LISTED ? 'idp-preflight explain lists them all.' : `Known: ${known.join(', ')}.`;
  return `${didYouMean(word, known)} ${all}`.trimStart();
}

/** A value by its keys, the items of lists by their number from 1 on. */
function nameOf(path: readonly Step[]): string {
  const words = path.map((step) => (typeof step === 'number' ? `item ${step + 1}` : String(step)));
  return words.length === 0 ? 'The config' : `“${words.join(' / ')}”`;
}

function valueAt(value: unknown, path: readonly Step[]): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, step)
        ? (inner as Record<Step, unknown>)[step]
        : undefined,
    value,
  );
}

/** The keys that may stand at a place. */
function keysAt(schema: Schema, path: readonly Step[]): string[] {
  const { def } = schema._zod as unknown as { def: Definition };
  const [step, ...rest] = path;
  if (def.innerType !== undefined) return keysAt(def.innerType, path);
  if (step === undefined) return Object.keys(def.shape ?? {});
  const inner = def.element ?? def.shape?.[String(step)];
  return inner === undefined ? [] : keysAt(inner, rest);
}

/** What the schemas of optional values, lists and objects are made of. */
interface Definition {
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly shape?: Readonly<Record<string, Schema>>;
}
