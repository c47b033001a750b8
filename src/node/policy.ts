import { PreflightError } from '../errors.ts';
import { FINDINGS } from '../findings/index.ts';
import { checkPolicy } from '../gate/check-policy.ts';
import type { GatePolicy } from '../model/policy.ts';
import { didYouMean } from '../nearest.ts';

const KINDS = FINDINGS.map(({ kind }) => kind);

/**
 * A policy as a program hands it over: every kind in it is known, and it has the time.
 *
 * @throws PreflightError ERR_POLICY
 */
export function readyPolicy(policy: GatePolicy): GatePolicy {
  const checked = checkPolicy(policy);
  const named = [...Object.keys(checked.severities ?? {}), ...(checked.waivers ?? []).flatMap(({ kind = [] }) => kind)];
  const unknown = named.find((kind) => !KINDS.some((known) => known === kind));
  if (unknown !== undefined) {
    // A severity of a misspelt kind would change nothing in silence.
    throw new PreflightError(
      'ERR_POLICY',
      `The policy names a kind of finding that is not known: "${unknown}".${didYouMean(unknown, KINDS)}`,
    );
  }
  return { ...checked, now: checked.now ?? new Date().toISOString() };
}
