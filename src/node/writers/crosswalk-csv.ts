import type { Doubt } from '../../crosswalk/doubts.ts';
import { CROSSWALK_HEADER } from '../../crosswalk/index.ts';
import { templateRows } from '../../crosswalk/template-rows.ts';
import type { CrosswalkDecision } from '../../model/crosswalk.ts';
import { csvText } from './csv-text.ts';

/** A crosswalk to fill in. */
export interface CrosswalkTemplate {
  /** How many rows have yet to be decided. */
  readonly undecided: number;
  /** The file in pieces. */
  readonly csv: AsyncIterable<string>;
}

/** Makes a crosswalk to fill in: what was decided before, and every doubt that is left. */
export function crosswalkTemplate(
  doubts: readonly Doubt[],
  decided: readonly CrosswalkDecision[] = [],
): CrosswalkTemplate {
  const rows = [...templateRows(doubts, decided)];
  const decision = CROSSWALK_HEADER.indexOf('decision');
  return { undecided: rows.filter((cells) => cells[decision] === '').length, csv: csvText(CROSSWALK_HEADER, rows) };
}
