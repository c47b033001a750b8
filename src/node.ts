// The public door for Node: files, streams and processes, besides everything of the isomorphic door.
// May use: node/ and the core.
// May not: do anything; it re-exports only.
export * from './index.ts';
export type { UserMap } from './loaders/mapping.ts';
export type { Scope, ScopeRule } from './loaders/scope.ts';
export { type CheckOptions, type CheckSide, check } from './node/check.ts';
export {
  type ApplicationSide,
  type CheckApplication,
  type CheckApplicationsOptions,
  checkApplications,
} from './node/check-applications.ts';
export { type VerifyCertificateFileOptions, verifyCertificateFile } from './node/gate/certificate-file.ts';
export { fileJournal } from './node/gate/file-journal.ts';
export { type FileRunbookOptions, fileRunbook } from './node/gate/file-runbook.ts';
export { hashBytes, hashFile } from './node/gate/hash-file.ts';
export { generateKeys, signerOf, verifierOf } from './node/gate/keys.ts';
export { type LoadedSide, type LoadUsersOptions, loadUsers } from './node/load-users.ts';
export type { Source } from './node/readers/bytes.ts';
export type { ReadProgress } from './node/readers/read-table.ts';
export { render, renderApplications } from './node/render.ts';
export { renderVerification } from './node/render-verification.ts';
export { type VerifyOptions, verify } from './node/verify.ts';
export type { ReportFormat } from './node/writers/index.ts';
export type { VerificationFormat } from './node/writers/verification-csv.ts';
