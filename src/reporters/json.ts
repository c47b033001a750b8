import type { Report } from '../model/report.ts';
import { VERSION } from '../version.ts';
import { inertJson } from './inert-json.ts';
import { reportedPeople } from './reported-people.ts';
import type { Reporter, ReportInput } from './reporter.ts';

/** The whole contract as one JSON document, one person a line. */
export const json = {
  id: 'json',
  accountsForRecords: true,
  async *render(input: ReportInput): AsyncGenerator<string> {
    const { reconciliation: rest, verdict, options } = input;
    const head: Omit<Report, 'people'> = {
      schemaVersion: 1,
      tool: { name: 'idp-preflight', version: VERSION },
      createdAt: options.createdAt ?? '1970-01-01T00:00:00.000Z',
      serviceProvider: rest.serviceProvider,
      mode: rest.mode,
      compare: rest.compare,
      inputs: [...rest.inputs] as Report['inputs'],
      inputFindings: [...rest.inputFindings] as Report['inputFindings'],
      summary: rest.summary,
      gate: { status: verdict.status, reasons: [...verdict.reasons] },
    };
    yield `${inertJson(head, 2).slice(0, -2)},\n  "people": [`;
    let separator = '\n';
    for (const person of reportedPeople(input)) {
      yield `${separator}    ${inertJson(person)}`;
      separator = ',\n';
    }
    yield '\n  ]\n}\n';
  },
} as const satisfies Reporter;
