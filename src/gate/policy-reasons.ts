import type { AppliedPolicy, GateReason } from '../model/reconciliation.ts';
import { outcomeWords } from './outcome-words.ts';

/** Why a policy itself closes the gate: what exceeds its budgets and ceilings, and what it requires in vain. */
export function policyReasons(policy: AppliedPolicy | undefined): GateReason[] {
  if (policy === undefined) return [];
  const exceeded = policy.budgets.flatMap(({ id, owner, outcome, allowed, allows, people }): GateReason[] => {
    if (people <= allowed) return [];
    const count = people - allowed;
    return [
      {
        code: 'budget',
        count,
        message: `${id} (${owner}) ${allows}, and ${outcomeWords(outcome, people)}: ${count} too many`,
      },
    ];
  });
  const missing = policy.missing.map(
    ({ requirement, message }): GateReason => ({
      code: 'required',
      count: 1,
      message: `${requirement} is required by the policy, and missing: ${message}`,
    }),
  );
  return [...exceeded, ...missing];
}
