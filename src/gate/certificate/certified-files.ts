import type { ApplicationsCertificate, Certificate, CertifiedBody, CertifiedFile } from '../../model/certificate.ts';

/** What a file was to the check. */
export type FileRole = 'old' | 'new' | 'app' | 'crosswalk' | 'config';
export const FILE_ROLES = ['old', 'new', 'app', 'crosswalk', 'config'] as const satisfies readonly FileRole[];

/** A file, and what it was to the check. */
export interface FileInRole extends CertifiedFile {
  readonly role: FileRole;
}

export function isOfSeveral(certificate: Certificate): certificate is ApplicationsCertificate {
  return 'applications' in certificate;
}

/** What it says of each app; of the only one without a name. */
export function bodiesOf(certificate: Certificate): readonly (CertifiedBody & { readonly application?: string })[] {
  return isOfSeveral(certificate) ? certificate.applications : [certificate];
}

/** Every file that the verdict rests on, once: several apps share the exports. */
export function certifiedFiles(certificate: Certificate): FileInRole[] {
  const files = new Map<string, FileInRole>();
  const add = (role: FileRole, { file, sha256, bytes }: CertifiedFile) => {
    files.set(JSON.stringify([role, file, sha256, bytes]), { role, file, sha256, bytes });
  };
  for (const { inputs } of bodiesOf(certificate)) for (const input of inputs) add(input.side, input);
  if (certificate.crosswalk !== null) add('crosswalk', certificate.crosswalk);
  if (certificate.config !== null) add('config', certificate.config);
  return [...files.values()];
}
