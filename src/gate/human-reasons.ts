import type { GateReason, Reconciliation } from '../model/reconciliation.ts';
import { isError, wouldClose } from './closing.ts';
import { acceptedCoverage } from './coverage.ts';

/**
 * What humans decided, without which the gate might not be open: an open gate says on what it rests. None where the
 * exports alone opened it.
 */
export function humanReasons(reconciliation: Reconciliation): GateReason[] {
  return [
    ...waived(reconciliation),
    ...lowered(reconciliation),
    ...acceptedCoverage(reconciliation.policy),
    ...comparedOtherwise(reconciliation),
    ...crosswalked(reconciliation),
    ...outOfScope(reconciliation),
  ];
}

/** What each waiver or budget keeps from closing the gate, by kind and outcome; what would not close it needs none. */
function waived({ people, inputFindings, policy }: Reconciliation): GateReason[] {
  const byWaiver = new Map<string, Map<string, number>>();
  const note = (id: string | undefined, what: string) => {
    if (id === undefined) return;
    const counts = byWaiver.get(id) ?? new Map<string, number>();
    byWaiver.set(id, counts);
    counts.set(what, (counts.get(what) ?? 0) + 1);
  };
  for (const finding of inputFindings) if (isError(finding)) note(finding.waiver?.id, finding.kind);
  for (const { outcome, waiver, findings } of people) {
    for (const finding of findings) if (isError(finding)) note(finding.waiver?.id, finding.kind);
    note(waiver?.id, `outcome ${outcome}`);
  }
  return [...byWaiver].map(([id, counts]) => {
    const what = [...counts].map(([kind, n]) => `${kind} ${n}`).join(', ');
    const budget = policy?.budgets.find((one) => one.id === id);
    if (budget !== undefined) {
      const { owner, expires, reason, allows, people } = budget;
      const message = `within ${id}, which ${allows} (${owner}, until ${expires}: ${reason}): ${what}`;
      return { code: 'budget', count: people, message };
    }
    const given = policy?.waivers.find((waiver) => waiver.id === id);
    const by = given === undefined ? '' : ` (${given.owner}, until ${given.expires}: ${given.reason})`;
    return { code: 'waiver', count: sum(counts.values()), message: `waived by ${id}${by}: ${what}` };
  });
}

function lowered({ policy }: Reconciliation): GateReason[] {
  return (policy?.lowered ?? []).map(({ kind, to, count }) => ({
    code: 'severity',
    count,
    message: `${count} ${count === 1 ? 'error' : 'errors'} of kind ${kind} made ${to === 'info' ? 'info' : `a ${to}`} by the policy`,
  }));
}

/** That addresses were not compared as the app is known to do it, and whom it would harm if the app does so all the same. */
function comparedOtherwise({ people, serviceProvider, compare, ownCompare }: Reconciliation): GateReason[] {
  if (ownCompare === undefined) return [];
  const count = people.filter(
    (person) => !wouldClose(person) && person.harmlessUnder?.includes(ownCompare) === false,
  ).length;
  const who = count === 0 ? 'nobody else' : `${count} more ${count === 1 ? 'person' : 'people'}`;
  const message = `addresses compared by ${compare}, not by ${ownCompare} as ${serviceProvider} does; by ${ownCompare}, ${who} would come to harm`;
  return [{ code: 'compare', count, message }];
}

function crosswalked({ decisions = 0 }: Reconciliation): GateReason[] {
  if (decisions === 0) return [];
  const message = `${decisions} ${decisions === 1 ? 'decision' : 'decisions'} of the crosswalk on who is whom`;
  return [{ code: 'crosswalk', count: decisions, message }];
}

function outOfScope({ inputs }: Reconciliation): GateReason[] {
  return (['old', 'new'] as const).flatMap((side) => {
    const count = sum(
      inputs.filter((input) => input.side === side).map(({ excludedReasons }) => excludedReasons['out-of-scope'] ?? 0),
    );
    if (count === 0) return [];
    return [
      {
        code: 'out-of-scope',
        count,
        message: `${count} ${count === 1 ? 'record' : 'records'} of the ${side} side left out of scope`,
      },
    ];
  });
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
