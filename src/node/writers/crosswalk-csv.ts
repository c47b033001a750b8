import { CROSSWALK_HEADER } from '../../crosswalk/index.ts';
import { templateRows } from '../../crosswalk/template-rows.ts';
import type { CrosswalkDecision } from '../../model/crosswalk.ts';
import type { Reconciliation } from '../../model/reconciliation.ts';
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
  reconciliation: Reconciliation,
  decided: readonly CrosswalkDecision[] = [],
): CrosswalkTemplate {
  const rows = [...templateRows(reconciliation, decided)];
  const decision = CROSSWALK_HEADER.indexOf('decision');
  return { undecided: rows.filter((cells) => cells[decision] === '').length, csv: csvText(CROSSWALK_HEADER, rows) };
}
