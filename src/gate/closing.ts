import type { Finding } from '../model/finding.ts';
import type { Outcome, Person } from '../model/person.ts';

/** Outcomes that never close the gate; anything else does, for whom it matters. */
const HARMLESS: ReadonlySet<string> = new Set<Outcome>(['keeps-account', 'new-account', 'not-provisioned']);
/** Outcomes that close the gate for whoever owns an account. */
const CLOSED_TO_OWNERS: ReadonlySet<string> = new Set<Outcome>([
  'duplicate-account',
  'sign-in-blocked',
  'loses-access',
]);

/** Outcomes that close no gate, and of which there may be a ceiling. */
const LIMITED: ReadonlySet<string> = new Set<Outcome>(['new-account', 'not-provisioned']);

/** Whether a budget may say to how many people an outcome may happen. */
export function isBudgetable(outcome: string): boolean {
  return CLOSED_TO_OWNERS.has(outcome) || LIMITED.has(outcome);
}

/** Whether a budget for an outcome is a ceiling on what closes no gate by itself. */
export function isCeiling(outcome: string): boolean {
  return LIMITED.has(outcome);
}

/** Whether what happens to a person closes the gate, unless it is waived. */
export function wouldClose(person: Pick<Person, 'outcome' | 'owner'>): boolean {
  if (HARMLESS.has(person.outcome)) return false;
  return !CLOSED_TO_OWNERS.has(person.outcome) || person.owner;
}

/** Whether a finding closes the gate unless it is waived; a severity this version does not know does, too. */
export function isError({ severity }: Pick<Finding, 'severity'>): boolean {
  return severity !== 'warning' && severity !== 'info';
}

/** Whether a finding closes the gate. */
export function isClosing(finding: Pick<Finding, 'severity' | 'waiver'>): boolean {
  return isError(finding) && finding.waiver === undefined;
}
