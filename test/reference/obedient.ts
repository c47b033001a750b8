/** A reconciliation that says of people what the reference expects. */
import type { ReconciliationLike } from './agreement.ts';
import type { ExpectedPerson } from './judge.ts';
import type { Organisation } from './records.ts';

export function obedient(organisation: Organisation, people: readonly ExpectedPerson[]): ReconciliationLike {
  const line = (records: readonly { ref: string; line: number }[], ref: string | null) =>
    ref === null ? null : { line: records.find((record) => record.ref === ref)?.line };
  return {
    people: people.map((person) => ({
      old: line(organisation.old, person.oldRef),
      new: line(organisation.new, person.newRef),
      app: line(organisation.app ?? [], person.appRef),
      correlation: person.tier === null ? null : { tier: person.tier },
      owner: person.owner,
      outcome: person.outcome,
      findings: person.findings,
    })),
  };
}
