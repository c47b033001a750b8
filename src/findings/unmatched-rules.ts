import { shown } from '../email/shown.ts';
import type { LoadedInput, ScopeRuleSeen } from '../model/input.ts';
import { nearGlob } from './near-glob.ts';

/** Values of a column that are told where none is near to what was asked for. */
const FIRST_FEW = 3;

/** A rule of scope that matched no record of any file of its side. */
export interface UnmatchedRule extends ScopeRuleSeen {
  readonly side: LoadedInput['side'];
  /** The file, where there is only one. */
  readonly file: string | null;
}

/** The rules of scope that match nothing: one that matches in one file of a side, of whatever files it was given for, is meant so. */
export function unmatchedRules(inputs: readonly LoadedInput[]): UnmatchedRule[] {
  const rules = new Map<string, UnmatchedRule>();
  const values = new Map<string, Map<string, number>>();
  const matched = new Set<string>();
  for (const { side, file, observations } of inputs) {
    for (const rule of observations.scopeRules) {
      const key = JSON.stringify([side, rule.verb, rule.said]);
      if (rule.isMatched) matched.add(key);
      const known = rules.get(key);
      rules.set(key, { ...rule, side, file: known === undefined || known.file === file ? file : null });
      const counts = values.get(key) ?? new Map<string, number>();
      values.set(key, counts);
      for (const { value, count } of rule.values) counts.set(value, (counts.get(value) ?? 0) + count);
    }
  }
  return [...rules]
    .filter(([key]) => !matched.has(key))
    .map(([key, rule]) => ({
      ...rule,
      values: [...(values.get(key) ?? [])]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count),
    }));
}

/** What the rule is, and what may be meant, in a sentence or two. */
export function unmatchedWords({ side, verb, said, column, glob, values }: UnmatchedRule): string {
  const rule = `--${side}-${verb} “${visible(said)}” matches no record of the ${side} side, so it ${verb === 'only' ? 'lets nobody in' : 'leaves nobody out'}`;
  const texts = values.map(({ value }) => value);
  const near = nearGlob(glob, texts);
  if (near !== null) return `${rule}: did you mean “${visible(`${column}=${near}`)}”?`;
  const filled = values.filter(({ value }) => value !== '');
  if (filled.length === 0) return `${rule}: nothing stands in that column.`;
  if (glob === '') return `${rule}: no cell of that column is empty.`;
  const few = filled.slice(0, FIRST_FEW).map(({ value, count }) => `“${visible(value)}” (${count})`);
  return `${rule}: in that column stand ${few.join(', ')}${filled.length > few.length ? ' and others.' : '.'}`;
}

/** What nobody sees becomes visible, but the spaces between words. */
function visible(text: string): string {
  return text.split(' ').map(shown).join(' ');
}
