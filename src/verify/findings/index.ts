// The registry of what verify may find about somebody, each kind with its wording.
// May use: model, email, and what is in this folder. A new kind is one file and one line here.
// May not: read files, print, or see what another detector found.

import { type Finding, SEVERITIES } from '../../model/finding.ts';
import type { Baseline } from '../baseline.ts';
import { accountNotCreated } from './account-not-created.ts';
import { accountReplaced } from './account-replaced.ts';
import { accountStillThere } from './account-still-there.ts';
import { accountSuspended } from './account-suspended.ts';
import { accountVanished } from './account-vanished.ts';
import { baselineClosed } from './baseline-closed.ts';
import type {
  BaselineFinding,
  Draft,
  SeenPerson,
  VerificationEvidence,
  VerificationFinding,
} from './define-verification.ts';
import { groupNotSynced } from './group-not-synced.ts';
import { harmPredicted } from './harm-predicted.ts';
import { heldByAnother } from './held-by-another.ts';
import { notSynced } from './not-synced.ts';
import { secondAccount } from './second-account.ts';
import { syncedOtherwise } from './synced-otherwise.ts';
import { syncedTwice } from './synced-twice.ts';
import { unexpectedAccount } from './unexpected-account.ts';
import { unexpectedSync } from './unexpected-sync.ts';

/** About somebody, in the order in which reports list kinds of one severity. */
const OF_PEOPLE = [
  secondAccount,
  accountReplaced,
  accountVanished,
  accountSuspended,
  heldByAnother,
  accountNotCreated,
  unexpectedAccount,
  notSynced,
  syncedOtherwise,
  syncedTwice,
  groupNotSynced,
  harmPredicted,
  accountStillThere,
  unexpectedSync,
] as const;

/** About the report that is verified against. */
const OF_BASELINE = [baselineClosed] as const;

const REGISTRY = [...OF_PEOPLE, ...OF_BASELINE] as const;

/** Something that `verify` can find, besides what `check` finds about files; `docs/findings.md` explains every kind. */
export type VerificationKind = (typeof REGISTRY)[number]['kind'];
/** Every kind, with what explains it. */
export const VERIFICATION_FINDINGS: readonly (
  | VerificationFinding<VerificationKind>
  | BaselineFinding<VerificationKind>
)[] = REGISTRY;

/** Everything that one person has, worst first. */
export function verificationFindingsOf(person: SeenPerson, evidence: VerificationEvidence): Finding[] {
  return worstFirst(
    OF_PEOPLE.flatMap(({ kind, detect }) => detect(person, evidence).map((draft) => finish(kind, draft))),
  );
}

/** Everything about the report that is verified against. */
export function baselineFindings(baseline: Baseline): Finding[] {
  return OF_BASELINE.flatMap(({ kind, detectIn }) => detectIn(baseline).map((draft) => finish(kind, draft)));
}

/** Makes a finding of a draft. */
export function finish(kind: string, { severity, ...rest }: Draft): Finding {
  return { kind, severity, ...rest };
}

/** Within one severity the order stays. */
export function worstFirst(findings: Finding[]): Finding[] {
  return findings.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}
