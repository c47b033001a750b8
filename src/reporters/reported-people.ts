import type { Person } from '../model/person.ts';
import type { ReportInput } from './reporter.ts';

/** The people that a report for programs holds: whoever has something to act on, or everyone. */
export function* reportedPeople({ reconciliation, options }: ReportInput): Generator<Person> {
  for (const person of reconciliation.people) if (options.all || isNotable(person)) yield person;
}

/** Whoever has a finding, or an outcome that changes something, or would come to harm if the app compared otherwise. */
function isNotable(person: Person): boolean {
  if (person.findings.length > 0 || (person.takeoverUnder?.length ?? 0) > 0) return true;
  return person.outcome !== 'keeps-account' && person.outcome !== 'not-provisioned';
}
