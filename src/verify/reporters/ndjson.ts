import { inertJson } from '../../reporters/inert-json.ts';
import { reportedOf } from './reported.ts';
import type { VerificationReporter } from './verification-reporter.ts';

/** One person a line, each exactly as `people` of the json report has it. */
export const ndjson = {
  id: 'ndjson',
  accountsForRecords: false,
  async *render(verification, options) {
    for (const person of reportedOf(verification, options)) yield `${inertJson(person)}\n`;
  },
} as const satisfies VerificationReporter;
