import type { Certificate } from '../../model/certificate.ts';

/** What can be wrong with a certificate. */
export type CertificateFaultCode =
  /** It is not there, or cannot be read. */
  | 'unreadable'
  /** It is no certificate, or was altered. */
  | 'malformed'
  /** A newer version wrote it. */
  | 'newer-schema'
  /** It has a field that is not known. */
  | 'unknown-field'
  /** What it says does not fit its digest. */
  | 'digest'
  /** A key was given, and it is not signed. */
  | 'unsigned'
  /** It is not signed by the key that was given. */
  | 'signature'
  /** The gate was not open. */
  | 'gate-closed'
  /** It holds no longer. */
  | 'expired'
  /** It was issued later than now: one of the clocks is wrong. */
  | 'not-yet-valid'
  /** A waiver that it rests on holds no longer. */
  | 'waiver-expired'
  /** A file is not the one that was checked. */
  | 'file-changed'
  /** A file that was checked is not there, or cannot be read. */
  | 'file-missing'
  /** A file is there of which it says nothing. */
  | 'file-unexpected';

/** One thing that is wrong with a certificate. */
export interface CertificateFault {
  /** What is wrong, for programs. */
  readonly code: CertificateFaultCode;
  /** What is wrong, in sentences; names come out of the certificate and are as hostile as it is. */
  readonly message: string;
}

/** What became of verifying a certificate: it holds if there are no faults, and only then. */
export interface CertificateCheck {
  /** Whether it holds now, for these files. */
  readonly isValid: boolean;
  /** Everything that is wrong with it. */
  readonly faults: readonly CertificateFault[];
  /** What it says, as far as it could be read; null where it is none. */
  readonly certificate: Certificate | null;
  /** Whether a signature was verified, by a key that the caller trusts. */
  readonly isSignatureVerified: boolean;
}
