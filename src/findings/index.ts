// The registry of finding kinds: what somebody has to act on, each with its wording.
// May use: model, email, matcher, nearest. A new kind is one file and one line here.
// May not: read files, print, or see what another detector found.
import { accountEmailDrift } from './account-email-drift.ts';
import { accountTakeover } from './account-takeover.ts';
import { addressReused } from './address-reused.ts';
import { ambiguousCorrelation } from './ambiguous-correlation.ts';
import { baselineDivergence } from './baseline-divergence.ts';
import { coverageLow } from './coverage-low.ts';
import { crosswalkConflict } from './crosswalk-conflict.ts';
import { crosswalkStale } from './crosswalk-stale.ts';
import { crosswalkUnknown } from './crosswalk-unknown.ts';
import type { FindingDefinition } from './define-finding.ts';
import { domainNotInBaseline } from './domain-not-in-baseline.ts';
import { duplicateEmail } from './duplicate-email.ts';
import { duplicateHeader } from './duplicate-header.ts';
import { duplicateId } from './duplicate-id.ts';
import { emailInvalid } from './email-invalid.ts';
import { emailMissing } from './email-missing.ts';
import { encodingLossy } from './encoding-lossy.ts';
import { fallbackDomain } from './fallback-domain.ts';
import { groupMissing } from './group-missing.ts';
import { guestAccount } from './guest-account.ts';
import { idKindIgnored } from './id-kind-ignored.ts';
import { inactiveInNew } from './inactive-in-new.ts';
import { lossyCell } from './lossy-cell.ts';
import { mappingAssumed } from './mapping-assumed.ts';
import { missingInNew } from './missing-in-new.ts';
import { nameConflict } from './name-conflict.ts';
import { nearDuplicateEmail } from './near-duplicate-email.ts';
import { orphanAccount } from './orphan-account.ts';
import { possibleSamePerson } from './possible-same-person.ts';
import { reactivatedInNew } from './reactivated-in-new.ts';
import { recordRejected } from './record-rejected.ts';
import { roundCount } from './round-count.ts';
import { sameFile } from './same-file.ts';
import { scimEmailMismatch } from './scim-email-mismatch.ts';
import { scopeUnmatched } from './scope-unmatched.ts';
import { sheetAssumed } from './sheet-assumed.ts';
import { ssoEmailMismatch } from './sso-email-mismatch.ts';
import { ssoScimDivergence } from './sso-scim-divergence.ts';
import { statusUnknown } from './status-unknown.ts';
import { tombstone } from './tombstone.ts';
import { unconfirmedCorrelation } from './unconfirmed-correlation.ts';
import { unexpectedInNew } from './unexpected-in-new.ts';
import { waiverExpired } from './waiver-expired.ts';
import { waiverOverBroad } from './waiver-over-broad.ts';
import { waiverUnused } from './waiver-unused.ts';

/** In the order in which reports list kinds of one severity. */
const REGISTRY = [
  accountTakeover,
  ambiguousCorrelation,
  unconfirmedCorrelation,
  nameConflict,
  accountEmailDrift,
  ssoEmailMismatch,
  scimEmailMismatch,
  ssoScimDivergence,
  emailMissing,
  emailInvalid,
  missingInNew,
  inactiveInNew,
  possibleSamePerson,
  orphanAccount,
  duplicateEmail,
  duplicateId,
  addressReused,
  baselineDivergence,
  nearDuplicateEmail,
  unexpectedInNew,
  reactivatedInNew,
  groupMissing,
  guestAccount,
  fallbackDomain,
  tombstone,
  domainNotInBaseline,
  crosswalkConflict,
  crosswalkUnknown,
  crosswalkStale,
  recordRejected,
  statusUnknown,
  mappingAssumed,
  sheetAssumed,
  lossyCell,
  encodingLossy,
  duplicateHeader,
  idKindIgnored,
  coverageLow,
  roundCount,
  scopeUnmatched,
  sameFile,
  waiverExpired,
  waiverOverBroad,
  waiverUnused,
] as const;

/** Something that can be found; `docs/findings.md` explains every kind. */
export type FindingKind = (typeof REGISTRY)[number]['kind'];
export const FINDINGS: readonly FindingDefinition<FindingKind>[] = REGISTRY;

const ASKING: ReadonlySet<string> = new Set(
  FINDINGS.filter((one) => one.asksForDecision === true).map(({ kind }) => kind),
);

/** Whether a human has to say who is whom before a finding of this kind goes away. */
export function asksForDecision(kind: string): boolean {
  return ASKING.has(kind);
}
