// What every kind of finding and every outcome means, how it arises where, and how it is put right there.
// May use: model, findings and verify (names of kinds only), reporters (styles of a terminal). A new explanation is one file and one line here.
// May not: see users, decide anything, or be imported by what a browser loads.
import type { FindingKind } from '../findings/index.ts';
import type { Outcome } from '../model/person.ts';
import type { VerificationKind } from '../verify/findings/index.ts';
import type { Explanation, Topic } from './explanation.ts';
import { accountEmailDrift } from './findings/account-email-drift.ts';
import { accountTakeover } from './findings/account-takeover.ts';
import { addressReused } from './findings/address-reused.ts';
import { ambiguousCorrelation } from './findings/ambiguous-correlation.ts';
import { baselineDivergence } from './findings/baseline-divergence.ts';
import { coverageLow } from './findings/coverage-low.ts';
import { crosswalkConflict } from './findings/crosswalk-conflict.ts';
import { crosswalkStale } from './findings/crosswalk-stale.ts';
import { crosswalkUnknown } from './findings/crosswalk-unknown.ts';
import { domainNotInBaseline } from './findings/domain-not-in-baseline.ts';
import { duplicateEmail } from './findings/duplicate-email.ts';
import { duplicateHeader } from './findings/duplicate-header.ts';
import { duplicateId } from './findings/duplicate-id.ts';
import { emailInvalid } from './findings/email-invalid.ts';
import { emailMissing } from './findings/email-missing.ts';
import { encodingLossy } from './findings/encoding-lossy.ts';
import { fallbackDomain } from './findings/fallback-domain.ts';
import { groupMissing } from './findings/group-missing.ts';
import { guestAccount } from './findings/guest-account.ts';
import { idKindIgnored } from './findings/id-kind-ignored.ts';
import { inactiveInNew } from './findings/inactive-in-new.ts';
import { lossyCell } from './findings/lossy-cell.ts';
import { mappingAssumed } from './findings/mapping-assumed.ts';
import { missingInNew } from './findings/missing-in-new.ts';
import { nameConflict } from './findings/name-conflict.ts';
import { nearDuplicateEmail } from './findings/near-duplicate-email.ts';
import { orphanAccount } from './findings/orphan-account.ts';
import { possibleSamePerson } from './findings/possible-same-person.ts';
import { reactivatedInNew } from './findings/reactivated-in-new.ts';
import { recordRejected } from './findings/record-rejected.ts';
import { roundCount } from './findings/round-count.ts';
import { sameFile } from './findings/same-file.ts';
import { scimEmailMismatch } from './findings/scim-email-mismatch.ts';
import { scopeUnmatched } from './findings/scope-unmatched.ts';
import { sheetAssumed } from './findings/sheet-assumed.ts';
import { ssoEmailMismatch } from './findings/sso-email-mismatch.ts';
import { ssoScimDivergence } from './findings/sso-scim-divergence.ts';
import { statusUnknown } from './findings/status-unknown.ts';
import { tombstone } from './findings/tombstone.ts';
import { unconfirmedCorrelation } from './findings/unconfirmed-correlation.ts';
import { unexpectedInNew } from './findings/unexpected-in-new.ts';
import { waiverExpired } from './findings/waiver-expired.ts';
import { waiverOverBroad } from './findings/waiver-over-broad.ts';
import { waiverUnused } from './findings/waiver-unused.ts';
import { accountTakeover as accountTakeoverOutcome } from './outcomes/account-takeover.ts';
import { duplicateAccount } from './outcomes/duplicate-account.ts';
import { keepsAccount } from './outcomes/keeps-account.ts';
import { losesAccess } from './outcomes/loses-access.ts';
import { newAccount } from './outcomes/new-account.ts';
import { notProvisioned } from './outcomes/not-provisioned.ts';
import { signInBlocked } from './outcomes/sign-in-blocked.ts';
import { unverified } from './outcomes/unverified.ts';
import { accountNotCreated } from './verification/account-not-created.ts';
import { accountReplaced } from './verification/account-replaced.ts';
import { accountStillThere } from './verification/account-still-there.ts';
import { accountSuspended } from './verification/account-suspended.ts';
import { accountVanished } from './verification/account-vanished.ts';
import { baselineClosed } from './verification/baseline-closed.ts';
import { groupNotSynced } from './verification/group-not-synced.ts';
import { harmPredicted } from './verification/harm-predicted.ts';
import { heldByAnother } from './verification/held-by-another.ts';
import { notSynced } from './verification/not-synced.ts';
import { secondAccount } from './verification/second-account.ts';
import { syncedOtherwise } from './verification/synced-otherwise.ts';
import { syncedTwice } from './verification/synced-twice.ts';
import { unexpectedAccount } from './verification/unexpected-account.ts';
import { unexpectedSync } from './verification/unexpected-sync.ts';

/** In the order in which reports list kinds of one severity. */
export const FINDING_EXPLANATIONS = {
  'account-takeover': accountTakeover,
  'ambiguous-correlation': ambiguousCorrelation,
  'unconfirmed-correlation': unconfirmedCorrelation,
  'name-conflict': nameConflict,
  'account-email-drift': accountEmailDrift,
  'sso-email-mismatch': ssoEmailMismatch,
  'scim-email-mismatch': scimEmailMismatch,
  'sso-scim-divergence': ssoScimDivergence,
  'email-missing': emailMissing,
  'email-invalid': emailInvalid,
  'missing-in-new': missingInNew,
  'inactive-in-new': inactiveInNew,
  'possible-same-person': possibleSamePerson,
  'orphan-account': orphanAccount,
  'duplicate-email': duplicateEmail,
  'duplicate-id': duplicateId,
  'address-reused': addressReused,
  'baseline-divergence': baselineDivergence,
  'near-duplicate-email': nearDuplicateEmail,
  'unexpected-in-new': unexpectedInNew,
  'reactivated-in-new': reactivatedInNew,
  'group-missing': groupMissing,
  'guest-account': guestAccount,
  'fallback-domain': fallbackDomain,
  tombstone,
  'domain-not-in-baseline': domainNotInBaseline,
  'crosswalk-conflict': crosswalkConflict,
  'crosswalk-unknown': crosswalkUnknown,
  'crosswalk-stale': crosswalkStale,
  'record-rejected': recordRejected,
  'status-unknown': statusUnknown,
  'mapping-assumed': mappingAssumed,
  'sheet-assumed': sheetAssumed,
  'lossy-cell': lossyCell,
  'encoding-lossy': encodingLossy,
  'duplicate-header': duplicateHeader,
  'id-kind-ignored': idKindIgnored,
  'coverage-low': coverageLow,
  'round-count': roundCount,
  'scope-unmatched': scopeUnmatched,
  'same-file': sameFile,
  'waiver-expired': waiverExpired,
  'waiver-over-broad': waiverOverBroad,
  'waiver-unused': waiverUnused,
} as const satisfies Record<FindingKind, Explanation>;

/** Worst first. */
export const OUTCOME_EXPLANATIONS = {
  unverified: unverified,
  'account-takeover': accountTakeoverOutcome,
  'keeps-account': keepsAccount,
  'duplicate-account': duplicateAccount,
  'sign-in-blocked': signInBlocked,
  'loses-access': losesAccess,
  'new-account': newAccount,
  'not-provisioned': notProvisioned,
} as const satisfies Record<Outcome, Explanation>;

/** What `verify` finds besides, in the order of its reports. */
export const VERIFICATION_EXPLANATIONS = {
  'second-account': secondAccount,
  'account-replaced': accountReplaced,
  'account-vanished': accountVanished,
  'account-suspended': accountSuspended,
  'held-by-another': heldByAnother,
  'account-not-created': accountNotCreated,
  'unexpected-account': unexpectedAccount,
  'not-synced': notSynced,
  'synced-otherwise': syncedOtherwise,
  'synced-twice': syncedTwice,
  'group-not-synced': groupNotSynced,
  'harm-predicted': harmPredicted,
  'account-still-there': accountStillThere,
  'unexpected-sync': unexpectedSync,
  'baseline-closed': baselineClosed,
} as const satisfies Record<VerificationKind, Explanation>;

/** What a topic is: a finding, an outcome, or both. */
export interface Sense {
  readonly is: 'finding' | 'outcome';
  readonly explanation: Explanation;
}

/** Every topic once: findings first. */
export const TOPICS: readonly Topic[] = [
  ...new Set([...keysOf(FINDING_EXPLANATIONS), ...keysOf(OUTCOME_EXPLANATIONS), ...keysOf(VERIFICATION_EXPLANATIONS)]),
];

/** Whether a word is something that can be explained. */
export function isTopic(word: string): word is Topic {
  return [FINDING_EXPLANATIONS, OUTCOME_EXPLANATIONS, VERIFICATION_EXPLANATIONS].some((of) => Object.hasOwn(of, word));
}

/** What a topic is, as finding and as outcome. */
export function sensesOf(topic: Topic): readonly Sense[] {
  const findings: Partial<Record<Topic, Explanation>> = { ...FINDING_EXPLANATIONS, ...VERIFICATION_EXPLANATIONS };
  const finding = findings[topic];
  const outcome: Explanation | undefined = (OUTCOME_EXPLANATIONS as Partial<Record<Topic, Explanation>>)[topic];
  return [
    ...(finding === undefined ? [] : [{ is: 'finding' as const, explanation: finding }]),
    ...(outcome === undefined ? [] : [{ is: 'outcome' as const, explanation: outcome }]),
  ];
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  return Object.keys(record) as Key[];
}
