import type { VerificationReport } from '../../model/verification-report.ts';
import { inertJson } from '../../reporters/inert-json.ts';
import { VERSION } from '../../version.ts';
import { reportedOf } from './reported.ts';
import type { VerificationReporter } from './verification-reporter.ts';

/** The whole verification as one JSON document, one person a line. */
export const json = {
  id: 'json',
  accountsForRecords: true,
  async *render({ people, ...rest }, options) {
    const head = {
      schemaVersion: 1,
      tool: { name: 'idp-preflight', version: VERSION },
      createdAt: options.createdAt ?? '1970-01-01T00:00:00.000Z',
    } as const satisfies Partial<VerificationReport>;
    yield `${inertJson({ ...head, ...rest }, 2).slice(0, -2)},\n  "people": [`;
    let separator = '\n';
    for (const person of reportedOf({ people, ...rest }, options)) {
      yield `${separator}    ${inertJson(person)}`;
      separator = ',\n';
    }
    yield '\n  ]\n}\n';
  },
} as const satisfies VerificationReporter;
