/** A crosswalk to fill in, as rows by column, and back. */
import { decisionsOf } from '../../src/crosswalk/decisions.ts';
import { doubtsOf } from '../../src/crosswalk/doubts.ts';
import { CROSSWALK_HEADER } from '../../src/crosswalk/index.ts';
import { templateRows } from '../../src/crosswalk/template-rows.ts';
import type { CrosswalkDecision } from '../../src/model/crosswalk.ts';
import type { Reconciliation } from '../../src/model/reconciliation.ts';

export type Row = Readonly<Record<string, string>>;

export function template(reconciliation: Reconciliation, given?: readonly CrosswalkDecision[]): Row[] {
  return [...templateRows(reconciliation.people.flatMap(doubtsOf), given)].map((cells) =>
    Object.fromEntries(CROSSWALK_HEADER.map((column, index) => [column, cells[index] ?? ''])),
  );
}

/** Reads rows as a crosswalk of which the header stands in line 1. */
export function filledIn(rows: readonly Row[], header: readonly string[] = CROSSWALK_HEADER): CrosswalkDecision[] {
  return decisionsOf({
    file: 'crosswalk.csv',
    header,
    headerLine: 1,
    rows: rows.map((row) => header.map((column) => row[column] ?? '')),
    lines: rows.map((_, index) => index + 2),
  });
}
