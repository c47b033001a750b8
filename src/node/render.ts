import type { ApplicationVerdict } from '../model/application.ts';
import type { Reconciliation } from '../model/reconciliation.ts';
import { renderAllWith, renderWith } from '../render.ts';
import { reporterById } from '../reporters/index.ts';
import type { RenderOptions } from '../reporters/reporter.ts';
import { ALL_REPORTERS, type ReportFormat } from './writers/index.ts';

/**
 * Renders a report, with the verdict of the gate in it: `render` of `idp-preflight`, and the formats besides that need
 * Node. Nothing is rendered before it is asked for; whoever stops asking ends it.
 *
 * @param format - which report
 * @param reconciliation - what `reconcile` or `check` returned
 * @param options - how much of it is shown, and how
 * @returns the report in pieces, in order: joined, they are the whole text
 * @throws PreflightError ERR_UNKNOWN_FORMAT when iteration starts
 * @see RFC 4180 on CSV
 * @example
 * ```ts
 * import { reconcile, render } from 'idp-preflight/node';
 *
 * const old = [{ sso: 'ann@example.com' }];
 * const next = [{ sso: 'Ann@example.com' }];
 * const reconciliation = reconcile({ old, new: next }, { mode: 'jit' });
 * for await (const piece of render('csv', reconciliation)) process.stdout.write(piece);
 * ```
 */
export async function* render(
  format: ReportFormat,
  reconciliation: Reconciliation,
  options: RenderOptions = {},
): AsyncIterable<string> {
  yield* renderWith(() => reporterById(ALL_REPORTERS, format), reconciliation, options);
}

/**
 * Renders one report on several apps, with a verdict on each and on the whole switch.
 *
 * @param format - which report
 * @param applications - what `checkApplications` returned
 * @param options - how much of it is shown, and how
 * @returns the report in pieces, in order: joined, they are the whole text
 * @throws PreflightError ERR_UNKNOWN_FORMAT when iteration starts
 */
export async function* renderApplications(
  format: ReportFormat,
  applications: readonly ApplicationVerdict[],
  options: RenderOptions = {},
): AsyncIterable<string> {
  yield* renderAllWith(() => reporterById(ALL_REPORTERS, format), applications, options);
}
