// The public door for any JavaScript runtime: no files, no clock, no randomness.
// May use: everything but node/ and cli/.
// May not: do anything; it re-exports only.
export { type AssumedMapping, assumedMappings } from './assumed-mappings.ts';
export { COMPARE_POLICIES, type ComparePolicy, compareEmails, type EmailComparison } from './email/compare.ts';
export { type ErrorCode, GateClosedError, PreflightError, RunbookRefusedError } from './errors.ts';
export type { FindingKind } from './findings/index.ts';
export { applyPolicy } from './gate/apply-policy.ts';
export { assertGateOpen } from './gate/assert-open.ts';
export { certifiedFiles, type FileInRole, type FileRole } from './gate/certificate/certified-files.ts';
export type { CertificateCheck, CertificateFault, CertificateFaultCode } from './gate/certificate/check.ts';
export type { PresentFile } from './gate/certificate/file-faults.ts';
export { type CertificateOptions, type IssuedCertificate, issueCertificate } from './gate/certificate/issue.ts';
export { readCertificate } from './gate/certificate/read.ts';
export { type VerifyCertificateOptions, verifyCertificate } from './gate/certificate/verify.ts';
export type { Sha256, SignatureVerifier, Signer } from './gate/cryptography.ts';
export { evaluateGate } from './gate/evaluate.ts';
export { guard } from './gate/guard.ts';
export type { JournalStore } from './gate/runbook/journal.ts';
export type { Refusal, RefusalCode } from './gate/runbook/refusals.ts';
export {
  type CertificateQuestion,
  createRunbook,
  type DoneOptions,
  type NextStep,
  type Runbook,
  type RunbookOptions,
  type StartOptions,
} from './gate/runbook/runbook.ts';
export type { RunbookStatus, StepProgress } from './gate/runbook/state.ts';
export type { ProfileId } from './loaders/profiles/index.ts';
export type { ServiceProviderId } from './matcher/service-providers/index.ts';
export { procedureOf } from './matcher/service-providers/runbooks.ts';
export type { TierId } from './matcher/tiers/index.ts';
export type { ApplicationVerdict } from './model/application.ts';
export type {
  ApplicationsCertificate,
  Certificate,
  CertifiedApplication,
  CertifiedFile,
  CertifiedInput,
} from './model/certificate.ts';
export type { Difference, DifferenceClass, Finding, Severity } from './model/finding.ts';
export type { InputObservations, InputSummary, LoadedInput, MapKey } from './model/input.ts';
export type { CertificateReference, DoneEntry, JournalEntry, StartEntry } from './model/journal.ts';
export type { Correlation, Outcome, Person } from './model/person.ts';
export type { Budget, BudgetPopulation, GatePolicy, Requirement, Waiver } from './model/policy.ts';
export type {
  AppliedBudget,
  AppliedPolicy,
  CoverageMeasure,
  GateReason,
  GateVerdict,
  Mode,
  Reconciliation,
  Summary,
} from './model/reconciliation.ts';
export type { RunbookProcedure, RunbookStep } from './model/runbook.ts';
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
