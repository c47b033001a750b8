import type { ExclusionReason, InputSummary } from '../model/input.ts';
import { unitOf } from './places.ts';

/** Runs of lines that are told, unless all are asked for. */
const FIRST_FEW = 3;

/** Records of one input that are left out for one reason, and where they start. */
export interface LeftOut {
  readonly reason: string;
  readonly count: number;
  /** Such as `lines 4–5, 9, …`, or `record 3` of JSON. */
  readonly where: string;
}

/** What is left out of an input, by reason. */
export function leftOut(input: InputSummary, all: boolean): LeftOut[] {
  return Object.entries(input.excludedReasons).map(([reason, count]) => ({
    reason,
    count,
    where: whereabouts(input, reason as ExclusionReason, all),
  }));
}

function whereabouts({ format, excludedLines }: InputSummary, reason: ExclusionReason, all: boolean): string {
  const runs = excludedLines[reason] ?? [];
  const few = all ? runs : runs.slice(0, FIRST_FEW);
  const told = few.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  const isOne = runs.length === 1 && runs[0]?.[0] === runs[0]?.[1];
  return `${unitOf(format)}${isOne ? '' : 's'} ${told.join(', ')}${few.length < runs.length ? ', …' : ''}`;
}
