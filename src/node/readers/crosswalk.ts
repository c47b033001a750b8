import { decisionsOf } from '../../crosswalk/decisions.ts';
import { PreflightError } from '../../errors.ts';
import type { CrosswalkDecision } from '../../model/crosswalk.ts';
import { nameOf, type Source } from './bytes.ts';
import { readTable } from './read-table.ts';

/**
 * Reads a crosswalk: CSV with a column `decision` and the columns by which people are found, as
 * `--crosswalk-template` writes it.
 *
 * @returns its decisions, each with file and line
 * @throws PreflightError ERR_CROSSWALK where it is not as documented, or a row of it cannot be read: a decision that is
 *   lost could be the one that keeps two people apart
 * @throws PreflightError ERR_INPUT_UNREADABLE, ERR_INPUT_BINARY, ERR_INPUT_EMPTY, ERR_INPUT_HEADER
 */
export async function readCrosswalk(source: Source): Promise<CrosswalkDecision[]> {
  const file = nameOf(source);
  const table = await readTable(source, undefined, file).catch(unlessWithoutRows);
  // A template that had nothing to ask.
  if (table === null) return [];
  const { headerLine } = table;
  if (table.format !== 'csv' || headerLine === null) {
    throw new PreflightError('ERR_CROSSWALK', 'A crosswalk is CSV. --crosswalk-template FILE writes one to fill in.', {
      file,
    });
  }
  const [rejection] = table.rejections;
  if (rejection !== undefined) {
    throw new PreflightError('ERR_CROSSWALK', `A row of the crosswalk cannot be read: ${rejection.reason}.`, {
      file,
      line: rejection.line,
    });
  }
  return decisionsOf({ ...table, headerLine });
}

/** A header alone decides nothing, which is no fault of a crosswalk. */
function unlessWithoutRows(fault: unknown): null {
  if (fault instanceof PreflightError && fault.code === 'ERR_INPUT_EMPTY' && fault.line !== undefined) return null;
  throw fault;
}
