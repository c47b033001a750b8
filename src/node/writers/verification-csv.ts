import { VERIFICATION_REPORTERS } from '../../verify/reporters/index.ts';
import { VERIFICATION_HEADER, verificationRows } from '../../verify/reporters/rows.ts';
import type { VerificationReporter } from '../../verify/reporters/verification-reporter.ts';
import { csvText } from './csv-text.ts';

/** One row a finding, for a spreadsheet; its cells are made inert as those of the other CSV reports. */
const csv = {
  id: 'csv',
  accountsForRecords: false,
  render: (verification, options) => csvText(VERIFICATION_HEADER, verificationRows(verification, options)),
} as const satisfies VerificationReporter;

/** Every form of a verification where there is Node. */
export const ALL_VERIFICATION_REPORTERS = [...VERIFICATION_REPORTERS, csv] as const;

/** A form that a verification can take where there is Node. */
export type VerificationFormat = (typeof ALL_VERIFICATION_REPORTERS)[number]['id'];
export const VERIFICATION_FORMATS: readonly VerificationFormat[] = ALL_VERIFICATION_REPORTERS.map(({ id }) => id);
