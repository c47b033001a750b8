import type { Person } from '../model/person.ts';
import type { Report } from '../model/report.ts';
import { VERSION } from '../version.ts';
import type { Reporter, ReportInput } from './reporter.ts';

/** The whole contract as one JSON document, one person a line. */
export const json = {
  id: 'json',
  async *render({ reconciliation, verdict, options }: ReportInput): AsyncGenerator<string> {
    const { people, ...rest } = reconciliation;
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
    yield `${inertJson(JSON.stringify(head, null, 2)).slice(0, -2)},\n  "people": [`;
    let separator = '\n';
    for (const person of people) {
      if (!options.all && !isNotable(person)) continue;
      yield `${separator}    ${inertJson(JSON.stringify(person))}`;
      separator = ',\n';
    }
    yield '\n  ]\n}\n';
  },
} as const satisfies Reporter;

/** Whoever has a finding, or an outcome that changes something. */
function isNotable(person: Person): boolean {
  return person.findings.length > 0 || (person.outcome !== 'keeps-account' && person.outcome !== 'not-provisioned');
}

/** Controls beyond ASCII and format characters, which JSON leaves as they are and a terminal would obey. */
const LIVE = /[\u007F-\u009F\u2028\u2029]|\p{Cf}/gu;

/** The same JSON with those written as escapes; they stand in strings only. */
function inertJson(text: string): string {
  return text.replace(LIVE, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
