import type { ApplicationsReport, Report } from '../model/report.ts';
import { VERSION } from '../version.ts';
import { inertJson } from './inert-json.ts';
import { reportedPeople } from './reported-people.ts';
import type { ApplicationsInput, Reporter, ReportInput } from './reporter.ts';

type Head = Pick<Report, 'schemaVersion' | 'tool' | 'createdAt'>;
type Body = Omit<Report, keyof Head | 'people'>;

/** The whole contract as one JSON document, one person a line; of several apps, each has what a report on it alone has. */
export const json = {
  id: 'json',
  accountsForRecords: true,
  async *render(input: ReportInput): AsyncGenerator<string> {
    yield* withPeople({ ...headOf(input.options.createdAt), ...bodyOf(input) }, input);
    yield '\n';
  },
  async *renderApplications({ applications, verdict, options }: ApplicationsInput): AsyncGenerator<string> {
    const head: Omit<ApplicationsReport, 'applications'> = { ...headOf(options.createdAt), gate: gateOf(verdict) };
    yield `${inertJson(head, 2).slice(0, -2)},\n  "applications": [`;
    let separator = '\n';
    for (const { application, ...of } of applications) {
      yield separator;
      yield* withPeople({ application, ...bodyOf({ ...of, options }) }, { ...of, options });
      separator = ',\n';
    }
    yield '\n  ]\n}\n';
  },
} as const satisfies Reporter;

async function* withPeople(head: object, input: ReportInput): AsyncGenerator<string> {
  yield `${inertJson(head, 2).slice(0, -2)},\n  "people": [`;
  let separator = '\n';
  for (const person of reportedPeople(input)) {
    yield `${separator}    ${inertJson(person)}`;
    separator = ',\n';
  }
  yield '\n  ]\n}';
}

function headOf(createdAt = '1970-01-01T00:00:00.000Z'): Head {
  return { schemaVersion: 1, tool: { name: 'idp-preflight', version: VERSION }, createdAt };
}

function bodyOf({ reconciliation: rest, verdict }: ReportInput): Body {
  return {
    serviceProvider: rest.serviceProvider,
    mode: rest.mode,
    compare: rest.compare,
    inputs: [...rest.inputs] as Report['inputs'],
    inputFindings: [...rest.inputFindings] as Report['inputFindings'],
    summary: rest.summary,
    gate: gateOf(verdict),
  };
}

function gateOf({ status, reasons }: ReportInput['verdict']): Report['gate'] {
  return { status, reasons: [...reasons] };
}
