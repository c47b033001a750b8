import type { InputSummary } from '../model/input.ts';
import { inert, type Style } from './terminal.ts';
import { plural } from './wording.ts';

/** Words of a file name that say on which side it belongs; what is in one list of a couple contradicts the other. */
const SIDE_WORDS: readonly (readonly [old: string, next: string])[] = [
  ['old', 'new'],
  ['source', 'target'],
  ['before', 'after'],
];
/** Words of a file name that name a provider, where it is not the first word of the provider's name. */
const PROVIDER_WORDS: Readonly<Record<string, readonly string[]>> = {
  'Entra ID': ['entra', 'entraid', 'azure', 'azuread', 'aad', 'm365', 'o365', 'office365', 'microsoft'],
  'Google Workspace': ['google', 'gworkspace', 'gsuite', 'gam'],
  'Active Directory': ['ad', 'activedirectory'],
  PingOne: ['pingone', 'ping'],
  'AWS IAM Identity Center': ['aws', 'identitystore', 'identitycenter'],
};

/**
 * From which provider to which: whoever exchanged the two sides sees it here and nowhere else, since people who are on
 * both look the same from either side. A second line warns where the files' own names say the opposite.
 */
export function directionLines(inputs: readonly InputSummary[], style: Style): string {
  const [old, next] = [inputs.filter(({ side }) => side === 'old'), inputs.filter(({ side }) => side === 'new')];
  if (old.length === 0 || next.length === 0) return '';
  const line = `Switch from ${sideName(old)} to ${sideName(next)}.\n`;
  if (!areExchanged(old, next)) return line;
  const warning =
    'Are the two sides exchanged? By the names of the files, what is given with --old is the new side, and what is given with --new the old one.';
  return `${line}${style.warn(warning)}\n`;
}

/** The provider and the file, `Okta (okta.csv)`. */
function sideName(inputs: readonly InputSummary[]): string {
  const [first] = inputs;
  const more = inputs.length > 1 ? ` and ${plural(inputs.length - 1, 'more file')}` : '';
  const files = `${inert(first?.file ?? '')}${more}`;
  const provider = providerOf(inputs);
  return provider === null ? files : `${inert(provider)} (${files})`;
}

/** Null where the formats do not tell, or tell of several. */
function providerOf(inputs: readonly InputSummary[]): string | null {
  const [provider = null, ...others] = new Set(inputs.map((input) => input.provider));
  return others.length === 0 ? provider : null;
}

function areExchanged(old: readonly InputSummary[], next: readonly InputSummary[]): boolean {
  const [from, to] = [providerOf(old), providerOf(next)];
  if (from !== null && to !== null && from !== to) {
    const [ofOld, ofNew] = [providerWords(from), providerWords(to)];
    const areNamed = [isNamed(old, ofNew, ofOld), isNamed(next, ofOld, ofNew)];
    // A file that is named after its own provider speaks against it.
    if (areNamed.includes('other') && !areNamed.includes('own')) return true;
  }
  return SIDE_WORDS.some(
    ([ofOld, ofNew]) => isNamed(old, [ofNew], [ofOld]) === 'other' && isNamed(next, [ofOld], [ofNew]) === 'other',
  );
}

/** Whether the names of files have words of the other side; any word of their own decides. */
function isNamed(
  inputs: readonly InputSummary[],
  others: readonly string[],
  own: readonly string[],
): 'other' | 'own' | null {
  const names = inputs.map(({ file }) => wordsOf(file));
  const has = (name: ReadonlySet<string>, words: readonly string[]) => words.some((word) => name.has(word));
  if (names.some((name) => has(name, own))) return 'own';
  return names.every((name) => has(name, others)) ? 'other' : null;
}

function providerWords(provider: string): readonly string[] {
  return PROVIDER_WORDS[provider] ?? [provider.toLowerCase()];
}

/** The words of a file's name without its folder, in lower case: `NewIdP-export_2.csv` has `new`, `export`, `csv`. */
function wordsOf(file: string): ReadonlySet<string> {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const split = name.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ');
  return new Set([...split.toLowerCase().split(/[^\p{L}\p{N}]+/u), ...split.toLowerCase().split(/\P{L}+/u)]);
}
