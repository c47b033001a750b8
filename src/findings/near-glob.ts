import { globTest } from '../email/glob.ts';
import { nearest } from '../nearest.ts';

/**
 * What somebody may have meant by a glob that matches nothing: the same with more freedom at its ends, or about a value
 * that differs in a few letters.
 *
 * @param values - what there is, without white space around it; it matches none of them
 * @returns a glob that matches one of them; null where none is near
 */
export function nearGlob(glob: string, values: readonly string[]): string | null {
  if (glob === '') return null;
  const wider = [`${glob}*`, `*${glob}`, `*${glob}*`].find((candidate) => values.some(globTest(candidate)));
  if (wider !== undefined) return wider.replace(/\*+/g, '*');
  const [, before = '', stem = '', after = ''] = /^(\**)(.*?)(\**)$/su.exec(glob) ?? [];
  if (stem === '' || /[*?]/.test(stem)) return null;
  const parts = new Map<string, string>();
  for (const value of values) {
    for (const part of partsOf(value, before !== '', after !== '')) {
      if (part !== '' && !/[*?]/.test(part) && !parts.has(part.toLowerCase())) parts.set(part.toLowerCase(), part);
    }
  }
  const [near] = nearest(stem, [...parts.keys()]);
  return near === undefined ? null : `${before && '*'}${parts.get(near)}${after && '*'}`;
}

/** A value, and those parts of it that a glob which is open at an end may name: up to a word, or from one on. */
function partsOf(value: string, isOpenBefore: boolean, isOpenAfter: boolean): string[] {
  const edges = [...value.matchAll(/(?<=[\p{L}\p{N}])(?=[^\p{L}\p{N}])|(?<=[^\p{L}\p{N}])(?=[\p{L}\p{N}])/gu)].map(
    ({ index }) => index,
  );
  const heads = isOpenAfter ? edges.map((edge) => value.slice(0, edge)) : [];
  const tails = isOpenBefore ? edges.map((edge) => value.slice(edge)) : [];
  const words = isOpenBefore && isOpenAfter ? value.split(/[^\p{L}\p{N}]+/u) : [];
  return [value, ...heads, ...tails, ...words];
}
