// The registry of report formats: a finished reconciliation in, text out.
// May use: model, email/shown. A new format is one file and one line here.
// May not: see anything before the reconciliation, or switch on the kind of a finding.
import { PreflightError } from '../errors.ts';
import { json } from './json.ts';
import type { Reporter } from './reporter.ts';
import { text } from './text.ts';

const REPORTERS = [text, json] as const;

export type ReportFormat = (typeof REPORTERS)[number]['id'];
export const REPORT_FORMATS: readonly ReportFormat[] = REPORTERS.map(({ id }) => id);

/**
 * The reporter of that name.
 *
 * @throws PreflightError ERR_UNKNOWN_FORMAT
 */
export function reporterById(id: string): Reporter {
  const found = REPORTERS.find((reporter) => reporter.id === id);
  if (found !== undefined) return found;
  throw new PreflightError('ERR_UNKNOWN_FORMAT', `Unknown report format "${id}". Known: ${REPORT_FORMATS.join(', ')}.`);
}
