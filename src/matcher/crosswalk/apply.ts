import type { CrosswalkDecision } from '../../model/crosswalk.ts';
import type { UserTable } from '../../model/user-table.ts';
import type { Correlated } from '../correlate.ts';
import type { Sides } from '../sides.ts';
import { type Claim, type CrosswalkFault, findNamed } from './crosswalk.ts';
import { decide } from './decide.ts';
import { settleClaims } from './settle-claims.ts';

/** Who is whom once humans have had their say. */
export interface AppliedCrosswalk {
  readonly correlated: Correlated;
  /** What they said of users and accounts of the service provider's list. */
  readonly claims: readonly Claim[];
  readonly faults: readonly CrosswalkFault[];
}

/** Applies a crosswalk to what the evidence says; without one, the evidence stands. */
export function applyCrosswalk(
  evidence: Correlated,
  decisions: readonly CrosswalkDecision[] | undefined,
  tables: Sides<UserTable>,
  app: UserTable | null,
): AppliedCrosswalk {
  if (decisions === undefined || decisions.length === 0) return { correlated: evidence, claims: [], faults: [] };
  const crosswalk = findNamed(decisions, tables, app);
  const decided = decide(evidence, crosswalk, tables);
  const settled = settleClaims(crosswalk.claims.map((claim) => ofPerson(claim, decided.correlated)));
  const faults = [...crosswalk.faults, ...decided.faults, ...settled.faults];
  return { correlated: decided.correlated, claims: settled.claims, faults };
}

/** Applies what humans said of accounts alone, where who is whom has been settled already. */
export function applyClaims(
  correlated: Correlated,
  decisions: readonly CrosswalkDecision[],
  tables: Sides<UserTable>,
  app: UserTable | null,
): AppliedCrosswalk {
  if (decisions.length === 0) return { correlated, claims: [], faults: [] };
  const { claims, faults } = findNamed(decisions, tables, app);
  const settled = settleClaims(claims.map((claim) => ofPerson(claim, correlated)));
  return { correlated, claims: settled.claims, faults: [...faults, ...settled.faults] };
}

/** A pair owns what its old user owns: what is said of the new one holds for both. */
function ofPerson(claim: Claim, correlated: Correlated): Claim {
  const old = claim.side === 'new' ? correlated.partner('new', claim.user) : -1;
  return old < 0 ? claim : { ...claim, side: 'old', user: old };
}
