import { PreflightError, toPreflightError } from '../errors.ts';
import type { Verification } from '../model/verification.ts';
import { unknownWord } from '../nearest.ts';
import type { RenderOptions } from '../reporters/reporter.ts';
import {
  ALL_VERIFICATION_REPORTERS,
  VERIFICATION_FORMATS,
  type VerificationFormat,
} from './writers/verification-csv.ts';

/**
 * Renders what `verify` found. Nothing is rendered before it is asked for; whoever stops asking ends it.
 *
 * @param format - which report
 * @param verification - what `verify` or `verifyMigration` returned
 * @param options - how much of it is shown, and how
 * @returns the report in pieces, in order: joined, they are the whole text
 * @throws PreflightError ERR_UNKNOWN_FORMAT when iteration starts
 */
export async function* renderVerification(
  format: VerificationFormat,
  verification: Verification,
  options: RenderOptions = {},
): AsyncIterable<string> {
  try {
    const reporter = ALL_VERIFICATION_REPORTERS.find(({ id }) => id === format);
    if (reporter === undefined) {
      throw new PreflightError('ERR_UNKNOWN_FORMAT', unknownWord('report format', format, VERIFICATION_FORMATS));
    }
    yield* reporter.render(verification, options);
  } catch (fault) {
    throw toPreflightError(fault);
  }
}
