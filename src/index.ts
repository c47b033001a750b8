// The public door for any JavaScript runtime: no files, no clock, no randomness.
// May use: everything but node/ and cli/.
// May not: do anything; it re-exports only.
export { COMPARE_POLICIES, type ComparePolicy, compareEmails, type EmailComparison } from './email/compare.ts';
export { type ErrorCode, GateClosedError, PreflightError } from './errors.ts';
export type { FindingKind } from './findings/index.ts';
export { applyPolicy } from './gate/apply-policy.ts';
export { assertGateOpen } from './gate/assert-open.ts';
export { evaluateGate } from './gate/evaluate.ts';
export type { ProfileId } from './loaders/profiles/index.ts';
export type { ServiceProviderId } from './matcher/service-providers/index.ts';
export type { TierId } from './matcher/tiers/index.ts';
export type { Difference, DifferenceClass, Finding, Severity } from './model/finding.ts';
export type { InputObservations, InputSummary, LoadedInput, MapKey } from './model/input.ts';
export type { Correlation, Outcome, Person } from './model/person.ts';
export type { GatePolicy, Waiver } from './model/policy.ts';
export type { AppliedPolicy, GateReason, GateVerdict, Mode, Reconciliation, Summary } from './model/reconciliation.ts';
export type { Attribute, IdKind, Side, User, UserRecord } from './model/user.ts';
export type {
  AccountResult,
  BaselineSummary,
  SyncResult,
  Verification,
  VerificationSummary,
  VerifiedPerson,
  VerifiedRows,
} from './model/verification.ts';
export type { WaiverMark } from './model/waiver-mark.ts';
export { type ReconcileOptions, reconcile } from './reconcile.ts';
export { render } from './render.ts';
export type { ReportFormat } from './reporters/index.ts';
export type { RenderOptions } from './reporters/reporter.ts';
export type { VerificationKind } from './verify/findings/index.ts';
export { verifyMigration } from './verify/index.ts';
