import { asksForDecision } from '../findings/index.ts';
import type { Finding } from '../model/finding.ts';
import type { Person } from '../model/person.ts';
import type { User } from '../model/user.ts';

/** Two records of which somebody has to say whether they are one person. */
export interface Doubt {
  readonly old: User | null;
  readonly new: User | null;
  readonly app: User | null;
  /** Which app that row is of, where several are checked at once. */
  readonly application?: string;
  readonly finding: Finding;
  /** What holds a pair together, by the matcher's word. */
  readonly evidence: readonly string[];
}

/** What the findings of one person ask. */
export function doubtsOf(person: Person): Doubt[] {
  return person.findings.filter(({ kind }) => asksForDecision(kind)).flatMap((finding) => couplesOf(person, finding));
}

/** A finding asks about the pair itself, or about a user and each of the others on the opposite side or the app's list. */
function couplesOf({ old, new: next, correlation }: Person, finding: Finding): Doubt[] {
  const others = finding.others ?? [];
  const rows = others.filter(({ side }) => side === 'app');
  const base = { finding, evidence: [], old, new: next, app: null };
  if (rows.length > 0) {
    // Whose account it is is asked of the old user where there is one.
    return rows.map((app) => ({ ...base, new: old === null ? next : null, app }));
  }
  if (old !== null && next !== null) return [{ ...base, evidence: correlation?.evidence ?? [] }];
  const opposite = others.filter(({ side }) => side === (old === null ? 'old' : 'new'));
  return opposite.map((other) => (old === null ? { ...base, old: other } : { ...base, new: other }));
}
