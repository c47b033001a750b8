import type { EmailOverlap, Overlap } from './inspection.ts';
import type { Inspected } from './population.ts';
import { namedColumn, sentColumn } from './sent-columns.ts';

/** Of people: with less, a few mistakes in either column may decide which of the two is ahead. */
const CLEAR_LEAD = 0.1;
/** Of people: columns that agree for fewer are not meant to. */
const LEAST = 0.5;

/** Columns of addresses that agree better than those which a command names by default. */
export interface Closer {
  readonly old: string;
  readonly new: string;
  readonly agreeing: number;
  readonly agreeingByDefault: number;
  readonly of: number;
  readonly isOfPairs: boolean;
}

/**
 * The two columns that agree for most people, where they are not those of the command and clearly better. What is sent is not told by that: it is a question to ask, and no answer.
 */
export function closerColumns(
  old: readonly Inspected[],
  next: readonly Inspected[],
  overlap: Overlap | undefined,
): Closer | null {
  const [best] = overlap?.emails ?? [];
  if (overlap === undefined || best === undefined) return null;
  const [from, to] = [sentColumn(old, 'sso').text, sentColumn(next, 'sso').text];
  const byDefault = overlap.emails.find((email) => email.old === from && email.new === to);
  const of = overlap.bestId?.pairs ?? best.inBoth + best.onlyOld;
  const [agreeing, agreeingByDefault] = [agreeingOf(best), byDefault === undefined ? 0 : agreeingOf(byDefault)];
  if (agreeing - agreeingByDefault < Math.max(1, of * CLEAR_LEAD) || agreeing < of * LEAST) return null;
  const canBeNamed = (side: readonly Inspected[], text: string) =>
    namedColumn(side, 'sso', text).canBeNamed && namedColumn(side, 'scim', text).canBeNamed;
  if (!canBeNamed(old, best.old) || !canBeNamed(next, best.new)) return null;
  return { old: best.old, new: best.new, agreeing, agreeingByDefault, of, isOfPairs: best.paired !== null };
}

function agreeingOf({ paired, inBoth }: EmailOverlap): number {
  return paired?.equal ?? inBoth;
}
