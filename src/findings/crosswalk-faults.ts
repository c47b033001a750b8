import { shown } from '../email/shown.ts';
import type { CrosswalkFault } from '../matcher/crosswalk/crosswalk.ts';
import type { CrosswalkDecision, PersonKey } from '../model/crosswalk.ts';
import type { Severity } from '../model/finding.ts';
import { ID_KINDS } from '../model/user.ts';
import type { Draft } from './define-finding.ts';
import type { Evidence } from './evidence.ts';

/** Makes the detector of one kind of fault in a crosswalk: one finding a decision. */
export function detectCrosswalk(
  fault: CrosswalkFault['kind'],
  severity: Severity,
  remedy: string,
): (evidence: Evidence) => Draft[] {
  return ({ world }) =>
    world.crosswalkFaults
      .filter(({ kind }) => kind === fault)
      .map(({ decision, why }) => ({
        severity,
        ...(decision.file === undefined ? {} : { file: decision.file }),
        ...(decision.line === undefined ? {} : { line: decision.line }),
        message: `“${decision.decision}” for ${coupleOf(decision)}: ${why}.`,
        remedy,
      }));
}

/** The two whom a decision is about, in words. */
export function coupleOf({ old, new: next, app }: CrosswalkDecision): string {
  const both = [
    ...(old === undefined ? [] : [`old ${personOf(old)}`]),
    ...(next === undefined ? [] : [`new ${personOf(next)}`]),
    ...(app === undefined ? [] : [`account ${shown(app)}`]),
  ];
  return both.join(' and ');
}

function personOf({ email, username, ids, name }: PersonKey): string {
  const id = ID_KINDS.map((kind) => ids?.[kind]).find((value) => value !== undefined);
  return shown(email ?? username ?? id ?? name ?? null);
}
