import { posixWord } from '../inspect/posix-word.ts';
import { didYouMean } from '../nearest.ts';

/** One option as `parseArgs` splits it off. */
interface Option {
  readonly kind: 'option';
  readonly name: string;
  readonly rawName: string;
  readonly index: number;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}
type Token = Option | { readonly kind: 'positional' | 'option-terminator' };
type Known = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

/** What an option takes, by the end of its name; any other takes a file. */
const TAKES: readonly (readonly [end: string, what: string])[] = [
  ['map', 'KEY=COLUMN, such as sso=mail'],
  ['only', 'COLUMN=GLOB, such as department=Sales*'],
  ['exclude', 'COLUMN=GLOB, such as department=Rooms*'],
  ['profile', 'the ID of a format'],
  ['mode', 'a mode'],
  ['organization', 'a name'],
  ['service-provider', 'the ID of a service provider'],
  ['compare', 'a policy'],
  ['report', 'FORMAT or FORMAT=FILE'],
];

/** The first option that is unknown, lacks its value, or has one that it does not take; null where all are well formed. */
export function argumentFault(tokens: readonly Token[], args: readonly string[], known: Known): string | null {
  for (const token of tokens) {
    const fault = token.kind === 'option' ? optionFault(token, args, known) : null;
    if (fault !== null) return fault;
  }
  return null;
}

function optionFault(option: Option, args: readonly string[], known: Known): string | null {
  const { name, rawName, value, inlineValue } = option;
  const type = Object.hasOwn(known, name) ? known[name]?.type : undefined;
  if (type === undefined) return unknownOption(option, args, known);
  if (type === 'boolean') return value === undefined ? null : `${rawName} takes no value.`;
  const needs = `${rawName} needs ${TAKES.find(([end]) => name.endsWith(end))?.[1] ?? 'a file'}`;
  if (value === undefined || value === '') return `${needs}.`;
  if (inlineValue === true || value === '-' || !value.startsWith('-')) return null;
  const isOption = value.startsWith('--') && Object.hasOwn(known, value.slice(2).split('=', 1)[0] ?? '');
  if (isOption) return `${needs}, and what follows is the option ${value}.`;
  return `${needs}, and "${value}" looks like an option. If it is meant, write ${rawName}=${posixWord(value)}.`;
}

/** What has one dash is read as letters: somebody wrote a name. */
function unknownOption({ rawName, index }: Option, args: readonly string[], known: Known): string {
  const written = rawName.startsWith('--') ? rawName : (args[index] ?? rawName);
  const name = written.replace(/^-+/, '').split('=', 1)[0] ?? '';
  return `Unknown option ${written.split('=', 1)[0]}.${didYouMean(name, Object.keys(known), (near) => `--${near}`)}`;
}
