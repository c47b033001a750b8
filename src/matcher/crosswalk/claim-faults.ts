import type { Ownership } from '../ownership.ts';
import type { Claim, CrosswalkFault } from './crosswalk.ts';

/**
 * Decisions on accounts that do not fit: an account that is said to be somebody's who does not have its address, or one
 * of which nobody would doubt the same without being told.
 *
 * @param ownershipBy - whose the accounts are by some of the decisions
 */
export function claimFaults(
  claims: readonly Claim[],
  ownershipBy: (said: readonly Claim[]) => Ownership,
): CrosswalkFault[] {
  if (claims.length === 0) return [];
  const [decided, untold] = [ownershipBy(claims), ownershipBy([])];
  return claims.flatMap((claim): CrosswalkFault[] => {
    const { decision } = claim;
    if (decision.decision === 'same' && decided.standingOf(claim) === 'not-theirs') {
      const why = 'the account is not at an address of theirs, or is that of somebody who comes first';
      return [{ kind: 'conflict', decision, why }];
    }
    if (untold.standingOf(claim) !== (decision.decision === 'same' ? 'theirs' : 'not-theirs')) return [];
    const why = `nothing ${decision.decision === 'same' ? 'speaks against it' : 'takes it for theirs'} any more`;
    return [{ kind: 'stale', decision, why }];
  });
}
