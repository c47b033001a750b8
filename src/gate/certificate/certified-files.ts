import type { ApplicationsCertificate, Certificate, CertifiedBody, CertifiedFile } from '../../model/certificate.ts';

/** What a file was to the check. */
export type FileRole =
  /** An export of the old IdP. */
  | 'old'
  /** An export of the new IdP. */
  | 'new'
  /** The service provider's own member list. */
  | 'app'
  /** What humans decided about who is whom. */
  | 'crosswalk'
  /** What flags say, and the policy. */
  | 'config';

/** A file, and what it was to the check. */
export interface FileInRole {
  /** What it was. */
  readonly role: FileRole;
  /** Its path from the folder of the certificate. */
  readonly file: string;
  /** SHA-256 of its bytes as 64 hexadecimal digits. */
  readonly sha256: string;
  /** Its size. */
  readonly bytes: number;
}

export function isOfSeveral(certificate: Certificate): certificate is ApplicationsCertificate {
  return 'applications' in certificate;
}

/** What it says of each app; of the only one without a name. */
export function bodiesOf(certificate: Certificate): readonly (CertifiedBody & { readonly application?: string })[] {
  return isOfSeveral(certificate) ? certificate.applications : [certificate];
}

/**
 * Every file that the verdict rests on: what `verifyCertificate` has to be told of.
 *
 * @param certificate - of one app or of several
 * @returns each once: several apps share the exports
 */
export function certifiedFiles(certificate: Certificate): FileInRole[] {
  const files = new Map<string, FileInRole>();
  const add = (role: FileRole, { file, sha256, bytes }: CertifiedFile) => {
    files.set(`${role} ${sha256} ${bytes} ${file}`, { role, file, sha256, bytes });
  };
  for (const { inputs } of bodiesOf(certificate)) for (const input of inputs) add(input.side, input);
  if (certificate.crosswalk !== null) add('crosswalk', certificate.crosswalk);
  if (certificate.config !== null) add('config', certificate.config);
  return [...files.values()];
}
