import { toPreflightError } from './errors.ts';
import { evaluateGate } from './gate/evaluate.ts';
import { evaluateGates } from './gate/evaluate-all.ts';
import type { ApplicationVerdict } from './model/application.ts';
import type { Reconciliation } from './model/reconciliation.ts';
import { REPORTERS, type ReportFormat, reporterById } from './reporters/index.ts';
import type { RenderOptions, Reporter } from './reporters/reporter.ts';

/**
 * Renders a report, with the verdict of the gate in it. Nothing is rendered before it is asked for.
 *
 * @param format - which report
 * @param reconciliation - what `reconcile` or `check` returned
 * @param options - how much of it is shown, and how
 * @returns the report in pieces, in order: joined, they are the whole text
 * @throws PreflightError ERR_UNKNOWN_FORMAT when iteration starts, also for `csv`, which needs `idp-preflight/node`
 * @example
 * ```ts
 * import { reconcile, render } from 'idp-preflight';
 *
 * const users = [{ sso: 'ann@example.com' }];
 * const reconciliation = reconcile({ old: users, new: users }, { mode: 'jit' });
 * for await (const piece of render('text', reconciliation)) process.stdout.write(piece);
 * ```
 */
export async function* render(
  format: ReportFormat,
  reconciliation: Reconciliation,
  options: RenderOptions = {},
): AsyncIterable<string> {
  const hint = ' Formats that need Node, such as csv, are rendered by idp-preflight/node.';
  yield* renderWith(() => reporterById(REPORTERS, format, hint), reconciliation, options);
}

/** What `render` of either door does with the reporter that it finds. */
export async function* renderWith(
  find: () => Reporter,
  reconciliation: Reconciliation,
  options: RenderOptions,
): AsyncIterable<string> {
  try {
    yield* find().render({ reconciliation, verdict: evaluateGate(reconciliation), options });
  } catch (fault) {
    throw toPreflightError(fault);
  }
}

/** The same for a report on several apps. */
export async function* renderAllWith(
  find: () => Reporter,
  applications: readonly ApplicationVerdict[],
  options: RenderOptions,
): AsyncIterable<string> {
  try {
    const judged = applications.map((one) => ({ ...one, verdict: evaluateGate(one.reconciliation) }));
    yield* find().renderApplications({ applications: judged, verdict: evaluateGates(judged), options });
  } catch (fault) {
    throw toPreflightError(fault);
  }
}
