import type { GatePolicy } from '../model/policy.ts';
import type { GateReason, GateVerdict, Reconciliation } from '../model/reconciliation.ts';
import { applyPolicy } from './apply-policy.ts';
import { isClosing, wouldClose } from './closing.ts';
import { humanReasons } from './human-reasons.ts';

const MEANING: Readonly<Record<string, string>> = {
  unverified: 'cannot be told from somebody else, so nothing is known of them',
  'account-takeover': "would arrive at somebody else's account",
  'duplicate-account': 'would get a second, empty account',
  'sign-in-blocked': 'could not sign in',
  'loses-access': 'would lose their account',
};

/**
 * Decides whether the switch may go ahead. Closed while any error stands that is not waived, and, whatever the findings
 * say, while somebody is unverified or would take over an account, or anybody who owns an account would not keep it,
 * unless a waiver names that outcome for that person.
 *
 * @param reconciliation - what `reconcile` or `check` returned
 * @param policy - severities and waivers; default: those that `applyPolicy` has applied already, or none
 * @returns `closed` with every reason: outcomes first, then kinds of findings, each with its count; or `open`, with what
 *   humans decided on the way: waivers, severities, another compare policy, the crosswalk, records left out of scope
 * @throws PreflightError ERR_POLICY where the policy is not as documented, or waives a takeover by pattern
 */
export function evaluateGate(reconciliation: Reconciliation, policy?: GatePolicy): GateVerdict {
  const judged = policy === undefined ? reconciliation : applyPolicy(reconciliation, policy);
  const reasons = closingReasons(judged);
  return reasons.length === 0 ? { status: 'open', reasons: humanReasons(judged) } : { status: 'closed', reasons };
}

function closingReasons({ people, inputFindings }: Reconciliation): GateReason[] {
  const outcomes = new Map<string, number>();
  const kinds = new Map<string, number>();
  const peopleOf = new Map<string, number>();
  for (const finding of inputFindings) if (isClosing(finding)) count(kinds, finding.kind);
  for (const person of people) {
    if (wouldClose(person) && person.waiver === undefined) count(outcomes, person.outcome);
    const closing = person.findings.filter(isClosing);
    for (const { kind } of closing) count(kinds, kind);
    for (const kind of new Set(closing.map(({ kind }) => kind))) count(peopleOf, kind);
  }
  const reasons: GateReason[] = [...outcomes].map(([code, n]) => ({
    code,
    count: n,
    message: `${n} ${n === 1 ? 'person' : 'people'} ${MEANING[code] ?? code}`,
  }));
  for (const [code, n] of kinds) {
    if (outcomes.has(code)) continue;
    const people = peopleOf.get(code) ?? n;
    // Somebody may have several, of SSO and SCIM; a reader who adds up should know.
    const of = people === n ? '' : `, of ${people} ${people === 1 ? 'person' : 'people'}`;
    reasons.push({ code, count: n, message: `${n} ${n === 1 ? 'error' : 'errors'} of kind ${code}${of}` });
  }
  // A reconciliation of nobody says nothing.
  if (people.length === 0) reasons.push({ code: 'nobody', count: 0, message: 'nobody was compared' });
  return reasons;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
