import type { ExclusionReason, InputSummary } from '../model/input.ts';
import { unitOf } from './places.ts';
import { inert } from './terminal.ts';
import { plural } from './wording.ts';

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

/** Such as `old.csv: 3 of 120 records left out: out-of-scope 2 (lines 4–5), same-record-again 1 (line 9)`; null for none. */
export function leftOutSentence(input: InputSummary): string | null {
  const { file, records, rejected, excluded } = input;
  if (rejected + excluded === 0) return null;
  const parts = [
    ...leftOut(input, false).map(({ reason, count, where }) => `${reason} ${count} (${where})`),
    ...(rejected === 0 ? [] : [`could not be read ${rejected}`]),
  ];
  return `${inert(file)}: ${rejected + excluded} of ${plural(records, 'record')} left out: ${parts.join(', ')}`;
}

function whereabouts({ format, excludedLines }: InputSummary, reason: ExclusionReason, all: boolean): string {
  const runs = excludedLines[reason] ?? [];
  const few = all ? runs : runs.slice(0, FIRST_FEW);
  const told = few.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  const isOne = runs.length === 1 && runs[0]?.[0] === runs[0]?.[1];
  return `${unitOf(format)}${isOne ? '' : 's'} ${told.join(', ')}${few.length < runs.length ? ', …' : ''}`;
}
