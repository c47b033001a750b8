import type { Finding } from '../model/finding.ts';
import type { Person } from '../model/person.ts';
import type { Reconciliation } from '../model/reconciliation.ts';

/** People whose outcome is waived. */
export function countWaived(people: readonly Person[], outcome: Person['outcome']): number {
  return people.filter((person) => person.outcome === outcome && person.waiver !== undefined).length;
}

/** Errors that are waived, of people and inputs together. */
export function waivedErrors({ people, inputFindings }: Pick<Reconciliation, 'people' | 'inputFindings'>): number {
  const isWaivedError = ({ severity, waiver }: Finding) => severity === 'error' && waiver !== undefined;
  return people.reduce(
    (sum, { findings }) => sum + findings.filter(isWaivedError).length,
    inputFindings.filter(isWaivedError).length,
  );
}
