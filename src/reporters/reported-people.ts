import type { Person } from '../model/person.ts';
import type { ReportInput } from './reporter.ts';

/** The people that a report for programs holds: whoever has something to act on, or everyone. */
export function* reportedPeople({ reconciliation, options }: ReportInput): Generator<Person> {
  for (const person of reconciliation.people) if (options.all || isNotable(person)) yield person;
}

/** Whoever has a finding, or an outcome that changes something. */
function isNotable(person: Person): boolean {
  return person.findings.length > 0 || (person.outcome !== 'keeps-account' && person.outcome !== 'not-provisioned');
}
