// The registry of report formats that any runtime can make: a finished reconciliation in, text out.
// May use: model, email/shown. A new format is one file and one line here; one that needs Node is in node/writers.
// May not: see anything before the reconciliation, or switch on the kind of a finding.
import { PreflightError } from '../errors.ts';
import { unknownWord } from '../nearest.ts';
import { json } from './json.ts';
import { ndjson } from './ndjson.ts';
import type { Reporter } from './reporter.ts';
import { text } from './text.ts';

export const REPORTERS = [text, json, ndjson] as const;

/** A form that a report can take in any runtime; `ReportFormat` of `idp-preflight/node` has those besides that need Node. */
export type ReportFormat = (typeof REPORTERS)[number]['id'];

/**
 * The reporter of that name.
 *
 * @param hint - what else to say where there is none
 * @throws PreflightError ERR_UNKNOWN_FORMAT
 */
export function reporterById(reporters: readonly Reporter[], id: string, hint = ''): Reporter {
  const found = reporters.find((reporter) => reporter.id === id);
  if (found !== undefined) return found;
  const known = reporters.map((reporter) => reporter.id);
  throw new PreflightError('ERR_UNKNOWN_FORMAT', `${unknownWord('report format', id, known)}${hint}`);
}
