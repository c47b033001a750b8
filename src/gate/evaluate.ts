import type { Outcome, Person } from '../model/person.ts';
import type { GateReason, GateVerdict, Reconciliation } from '../model/reconciliation.ts';

/** Outcomes that never close the gate; anything else does, for whom it matters. */
const HARMLESS: ReadonlySet<string> = new Set<Outcome>(['keeps-account', 'new-account', 'not-provisioned']);
/** Outcomes that close the gate for whoever owns an account. */
const CLOSED_TO_OWNERS: ReadonlySet<string> = new Set<Outcome>([
  'duplicate-account',
  'sign-in-blocked',
  'loses-access',
]);

const MEANING: Readonly<Record<string, string>> = {
  unverified: 'cannot be told from somebody else, so nothing is known of them',
  'account-takeover': "would arrive at somebody else's account",
  'duplicate-account': 'would get a second, empty account',
  'sign-in-blocked': 'could not sign in',
  'loses-access': 'would lose their account',
};

/**
 * Decides whether the switch may go ahead. Closed while any error stands, and, whatever the findings say, while
 * somebody is unverified or would take over an account, or anybody who owns an account would not keep it.
 *
 * @param reconciliation - what `reconcile` or `check` returned
 * @returns `open`, or `closed` with every reason: outcomes first, then kinds of findings, each with its count
 */
export function evaluateGate(reconciliation: Reconciliation): GateVerdict {
  const { people, inputFindings } = reconciliation;
  const outcomes = new Map<string, number>();
  const kinds = new Map<string, number>();
  for (const finding of inputFindings) if (isClosing(finding.severity)) count(kinds, finding.kind);
  for (const person of people) {
    if (closes(person)) count(outcomes, person.outcome);
    for (const finding of person.findings) if (isClosing(finding.severity)) count(kinds, finding.kind);
  }
  const reasons: GateReason[] = [...outcomes].map(([code, n]) => ({
    code,
    count: n,
    message: `${n} ${n === 1 ? 'person' : 'people'} ${MEANING[code] ?? code}`,
  }));
  for (const [code, n] of kinds) {
    if (outcomes.has(code)) continue;
    reasons.push({ code, count: n, message: `${n} ${n === 1 ? 'error' : 'errors'} of kind ${code}` });
  }
  // A reconciliation of nobody says nothing.
  if (people.length === 0) reasons.push({ code: 'nobody', count: 0, message: 'nobody was compared' });
  return { status: reasons.length === 0 ? 'open' : 'closed', reasons };
}

function closes(person: Person): boolean {
  if (HARMLESS.has(person.outcome)) return false;
  return !CLOSED_TO_OWNERS.has(person.outcome) || person.owner;
}

/** A severity this version does not know closes the gate too. */
function isClosing(severity: string): boolean {
  return severity !== 'warning' && severity !== 'info';
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
