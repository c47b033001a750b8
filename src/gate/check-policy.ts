import { PreflightError } from '../errors.ts';
import { type GatePolicy, gatePolicySchema, type Waiver } from '../model/policy.ts';
import { budgetFault } from './budget-faults.ts';
import { NEEDS_A_NAME } from './sole-names.ts';
import { domainFault } from './verified-domains.ts';
import { listOf } from './waiver-rule.ts';

/**
 * Checks a policy as it arrives from a caller.
 *
 * @returns the policy, of which everything may stand
 * @throws PreflightError ERR_POLICY
 */
export function checkPolicy(policy: GatePolicy): GatePolicy {
  const parsed = gatePolicySchema.safeParse(policy);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new PreflightError('ERR_POLICY', `The policy is not as documented at ${issue?.path.join('.') || 'its top'}.`);
  }
  const [fault] = policyFaults(parsed.data);
  if (fault !== undefined) {
    throw new PreflightError('ERR_POLICY', `${NAMES[fault.part]} ${fault.index + 1}: ${fault.why}`);
  }
  return parsed.data;
}

const NAMES = { waivers: 'Waiver', budgets: 'Budget', verifiedDomains: 'Verified domain' } as const;

/** What must not stand in a policy although its shape is right. */
export interface PolicyFault {
  readonly part: keyof typeof NAMES;
  /** Its place in that list, from 0 on. */
  readonly index: number;
  /** In a sentence. */
  readonly why: string;
}

/** What must not stand in a policy, and why. */
export function policyFaults({ waivers = [], budgets = [], verifiedDomains = [] }: GatePolicy): PolicyFault[] {
  const taken = waivers.map(waiverId);
  return [
    ...waiverFaults(waivers).map((fault) => ({ part: 'waivers' as const, ...fault })),
    ...budgets.flatMap((budget, index) => {
      const why = budgetFault(budget, budgets.slice(0, index), taken);
      return why === null ? [] : [{ part: 'budgets' as const, index, why }];
    }),
    ...verifiedDomains.flatMap((domain, index) => {
      const why = domainFault(domain);
      return why === null ? [] : [{ part: 'verifiedDomains' as const, index, why }];
    }),
  ];
}

/** What a waiver is called: its own id, or its number. */
export function waiverId({ id }: Pick<Waiver, 'id'>, index: number): string {
  return id ?? `waiver-${index + 1}`;
}

/** The waivers that must not stand, by their index, and why, in a sentence. */
function waiverFaults(waivers: readonly Waiver[]): { readonly index: number; readonly why: string }[] {
  const ids = waivers.map(waiverId);
  return waivers.flatMap((waiver, index) => {
    const id = ids[index] ?? '';
    const why = ids.indexOf(id) < index ? `An earlier waiver is called "${id}" too.` : faultOf(waiver);
    return why === null ? [] : [{ index, why }];
  });
}

function faultOf({ kind, outcome, person, pattern, file, line }: Waiver): string | null {
  if (kind === undefined && outcome === undefined) return 'A waiver names a "kind" of finding, an "outcome", or both.';
  const delicate = [...listOf(kind), ...listOf(outcome)].find((name) => NEEDS_A_NAME.has(name));
  if (delicate !== undefined && pattern !== undefined) {
    return `"${delicate}" cannot be waived by pattern: name with "person" each one who was looked at.`;
  }
  if (delicate !== undefined && person === undefined) {
    return `"${delicate}" is waived person by person: name with "person" each one who was looked at.`;
  }
  if (outcome !== undefined && file !== undefined) return 'An outcome is about a person, so it has no "file".';
  if (line !== undefined && file === undefined) return 'A "line" needs the "file" that it is in.';
  return null;
}
