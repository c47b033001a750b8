import type { Claim, CrosswalkFault } from './crosswalk.ts';

/** The decisions on accounts that can stand: nobody's is both theirs and not theirs. */
export function settleClaims(claims: readonly Claim[]): {
  readonly claims: readonly Claim[];
  faults: CrosswalkFault[];
} {
  const said = new Map<string, Set<string>>();
  for (const claim of claims) {
    if (claim.decision.decision === undefined) continue;
    const words = said.get(keyOf(claim)) ?? new Set();
    said.set(keyOf(claim), words.add(claim.decision.decision));
  }
  const contradicts = (claim: Claim) =>
    claim.decision.decision !== undefined && (said.get(keyOf(claim))?.size ?? 0) > 1;
  return {
    claims: claims.filter((claim) => claim.decision.decision !== undefined && !contradicts(claim)),
    faults: claims.filter(contradicts).map(({ decision }) => ({
      kind: 'conflict',
      decision,
      why: `another row says that the account is ${decision.decision === 'same' ? 'somebody else’s' : 'theirs'}`,
    })),
  };
}

function keyOf({ side, user, rows }: Claim): string {
  return `${side} ${user} ${rows[0]}`;
}
