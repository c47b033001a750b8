import { type Finding, SEVERITIES, type Severity } from '../model/finding.ts';
import type { GateReason } from '../model/reconciliation.ts';
import {
  ACCOUNT_RESULTS,
  SYNC_RESULTS,
  type Verification,
  type VerificationSummary,
  type VerifiedPerson,
} from '../model/verification.ts';
import type { Sighting } from './seen.ts';
import type { VerifiedTables } from './tables.ts';

/** Counts everybody and everything found. */
export function countVerification(
  people: readonly VerifiedPerson[],
  inputFindings: readonly Finding[],
  { app, scim }: VerifiedTables,
  rows: Sighting,
): VerificationSummary {
  const severities = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  const findings = new Map<string, number>();
  for (const { kind, severity } of [...inputFindings, ...people.flatMap((person) => person.findings)]) {
    severities[severity] += 1;
    findings.set(kind, (findings.get(kind) ?? 0) + 1);
  }
  const strangers = people.filter(({ predicted }) => predicted === null).length;
  return {
    people: people.length - strangers,
    strangers,
    accounts:
      app === null
        ? null
        : tally(
            ACCOUNT_RESULTS,
            people.map(({ account }) => account),
          ),
    syncs:
      scim === null
        ? null
        : tally(
            SYNC_RESULTS,
            people.map(({ sync }) => sync),
          ),
    rows: { app: rows.app, scim: rows.scim },
    waived: people.filter(({ waiver }) => waiver !== undefined).length,
    findings: Object.fromEntries(findings),
    severities,
  };
}

/** Only what has no error is verified, and only where somebody who was looked for was found. */
export function verdictOn(
  people: readonly VerifiedPerson[],
  inputFindings: readonly Finding[],
): Verification['verdict'] {
  const errors = new Map<string, number>();
  for (const { kind, severity } of [...people.flatMap(({ findings }) => findings), ...inputFindings]) {
    if (severity === 'error') errors.set(kind, (errors.get(kind) ?? 0) + 1);
  }
  const reasons: GateReason[] = [...errors].map(([code, count]) => ({
    code,
    count,
    message: `${count} ${count === 1 ? 'error' : 'errors'} of ${code}`,
  }));
  if (!people.some(isFound)) reasons.push({ code: 'nobody', count: 0, message: 'nobody of the baseline was found' });
  return { status: reasons.length === 0 ? 'verified' : 'not-verified', reasons };
}

function isFound({ predicted, account, sync }: VerifiedPerson): boolean {
  return predicted !== null && (account === 'stayed' || account === 'appeared' || sync === 'arrived');
}

function tally<Result extends string>(
  all: readonly Result[],
  results: readonly (Result | null)[],
): Record<Result, number> {
  const counts = Object.fromEntries(all.map((result) => [result, 0])) as Record<Result, number>;
  for (const result of results) if (result !== null) counts[result] += 1;
  return counts;
}
