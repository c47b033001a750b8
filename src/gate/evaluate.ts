import type { GatePolicy } from '../model/policy.ts';
import type { GateReason, GateVerdict, Reconciliation } from '../model/reconciliation.ts';
import { applyPolicy } from './apply-policy.ts';
import { isClosing, wouldClose } from './closing.ts';
import { humanReasons } from './human-reasons.ts';
import { outcomeWords, peopleWords } from './outcome-words.ts';
import { policyReasons } from './policy-reasons.ts';

/**
 * Decides whether the switch may go ahead. Closed while any error stands that is not waived, and, whatever the findings
 * say, while somebody is unverified or would take over an account, or anybody who owns an account would not keep it,
 * unless a waiver names that outcome for that person, or they are within a budget for it. Closed, too, where a ceiling of
 * the policy is exceeded, or something is missing that it requires.
 *
 * @param reconciliation - what `reconcile` or `check` returned
 * @param policy - what the organisation decided; default: what `applyPolicy` has applied already, or nothing
 * @returns `closed` with every reason: outcomes first, then kinds of findings, each with its count, then exceeded budgets
 *   and what is missing; or `open`, with what humans decided on the way: waivers, budgets, severities, a lower coverage,
 *   another compare policy, the crosswalk, records left out of scope
 * @throws PreflightError ERR_POLICY where the policy is not as documented, waives a takeover by pattern, or has a budget
 *   for what cannot have one
 */
export function evaluateGate(reconciliation: Reconciliation, policy?: GatePolicy): GateVerdict {
  const judged = policy === undefined ? reconciliation : applyPolicy(reconciliation, policy);
  const reasons = closingReasons(judged);
  return reasons.length === 0 ? { status: 'open', reasons: humanReasons(judged) } : { status: 'closed', reasons };
}

function closingReasons({ people, inputFindings, policy }: Reconciliation): GateReason[] {
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
    message: outcomeWords(code, n),
  }));
  for (const [code, n] of kinds) {
    if (outcomes.has(code)) continue;
    const people = peopleOf.get(code) ?? n;
    // Somebody may have several, of SSO and SCIM; a reader who adds up should know.
    const of = people === n ? '' : `, of ${peopleWords(people)}`;
    reasons.push({ code, count: n, message: `${n} ${n === 1 ? 'error' : 'errors'} of kind ${code}${of}` });
  }
  reasons.push(...policyReasons(policy));
  // A reconciliation of nobody says nothing.
  if (people.length === 0) reasons.push({ code: 'nobody', count: 0, message: 'nobody was compared' });
  return reasons;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
