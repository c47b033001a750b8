import { PreflightError } from '../errors.ts';
import { type GatePolicy, gatePolicySchema, type Waiver } from '../model/policy.ts';
import { NEEDS_A_NAME } from './sole-names.ts';
import { listOf } from './waiver-rule.ts';

/**
 * Checks a policy as it arrives from a caller.
 *
 * @returns the policy, of which every waiver may stand
 * @throws PreflightError ERR_POLICY
 */
export function checkPolicy(policy: GatePolicy): GatePolicy {
  const parsed = gatePolicySchema.safeParse(policy);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new PreflightError('ERR_POLICY', `The policy is not as documented at ${issue?.path.join('.') || 'its top'}.`);
  }
  const fault = waiverFaults(parsed.data.waivers ?? [])[0];
  if (fault !== undefined) throw new PreflightError('ERR_POLICY', `Waiver ${fault.index + 1}: ${fault.why}`);
  return parsed.data;
}

/** What a waiver is called: its own id, or its number. */
export function waiverId({ id }: Pick<Waiver, 'id'>, index: number): string {
  return id ?? `waiver-${index + 1}`;
}

/** The waivers that must not stand, by their index, and why, in a sentence. */
export function waiverFaults(waivers: readonly Waiver[]): { readonly index: number; readonly why: string }[] {
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
