import { FINDINGS } from './findings/index.ts';
import { isEmailAlone } from './matcher/correlation-evidence.ts';
import { countActive } from './matcher/places.ts';
import type { Sides } from './matcher/sides.ts';
import { type Finding, SEVERITIES, type Severity } from './model/finding.ts';
import { OUTCOMES, type Outcome, type Person } from './model/person.ts';
import type { Summary } from './model/reconciliation.ts';
import type { UserTable } from './model/user-table.ts';

/** Counts everybody and everything found. */
export function summarize(
  tables: Sides<UserTable>,
  app: UserTable | null,
  active: Sides<number>,
  people: readonly Person[],
  inputFindings: readonly Finding[],
): Summary {
  const outcomes = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  const severities = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  const byKind = new Map<string, number>(FINDINGS.map(({ kind }) => [kind, 0]));
  let paired = 0;
  let pairedByEmailAlone = 0;
  let owners = 0;
  const count = (finding: Finding) => {
    severities[finding.severity] += 1;
    byKind.set(finding.kind, (byKind.get(finding.kind) ?? 0) + 1);
  };
  inputFindings.forEach(count);
  for (const person of people) {
    outcomes[person.outcome] += 1;
    if (person.owner) owners += 1;
    if (person.correlation !== null) {
      paired += 1;
      if (isEmailAlone(person.correlation)) pairedByEmailAlone += 1;
    }
    person.findings.forEach(count);
  }
  return {
    users: { old: tables.old.length, new: tables.new.length, app: app?.length ?? 0 },
    active: { old: active.old, new: active.new, app: app === null ? 0 : countActive(app) },
    paired,
    pairedByEmailAlone,
    owners,
    outcomes,
    // In the order of the registry, which reporters keep.
    findings: Object.fromEntries([...byKind].filter(([, n]) => n > 0)),
    severities,
  };
}
