import { toPreflightError } from './errors.ts';
import { evaluateGate } from './gate/evaluate.ts';
import type { Reconciliation } from './model/reconciliation.ts';
import { type ReportFormat, reporterById } from './reporters/index.ts';
import type { RenderOptions } from './reporters/reporter.ts';

/**
 * Renders a report, with the verdict of the gate in it.
 *
 * @param format - `text` or `json`
 * @returns the report in pieces, in order
 * @throws PreflightError ERR_UNKNOWN_FORMAT, when iteration starts
 */
export async function* render(
  format: ReportFormat,
  reconciliation: Reconciliation,
  options: RenderOptions = {},
): AsyncIterable<string> {
  try {
    yield* reporterById(format).render({ reconciliation, verdict: evaluateGate(reconciliation), options });
  } catch (fault) {
    throw toPreflightError(fault);
  }
}
