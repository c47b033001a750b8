import { inertJson } from './inert-json.ts';
import { reportedPeople } from './reported-people.ts';
import type { ApplicationsInput, Reporter, ReportInput } from './reporter.ts';

/**
 * One person a line, each exactly as `people` of the json report has it, for tools that read line by line. Every line
 * is a person: the verdict, the counts and the findings about the inputs are in the json report, and the verdict in
 * the exit status besides. Of several apps, each line begins with the `application` that it is about.
 */
export const ndjson = {
  id: 'ndjson',
  accountsForRecords: false,
  async *render(input: ReportInput): AsyncGenerator<string> {
    for (const person of reportedPeople(input)) yield `${inertJson(person)}\n`;
  },
  async *renderApplications({ applications, options }: ApplicationsInput): AsyncGenerator<string> {
    for (const { application, ...of } of applications) {
      for (const person of reportedPeople({ ...of, options })) yield `${inertJson({ application, ...person })}\n`;
    }
  },
} as const satisfies Reporter;
