import type { Verification } from '../../model/verification.ts';
import type { RenderOptions } from '../../reporters/reporter.ts';

/** One form of the report of `verify`. */
export interface VerificationReporter {
  readonly id: string;
  /** Whether it counts the records of each list that nobody was read from; somebody else has to where it does not. */
  readonly accountsForRecords: boolean;
  /** The report in pieces, in order. */
  render(verification: Verification, options: RenderOptions): AsyncIterable<string>;
}
