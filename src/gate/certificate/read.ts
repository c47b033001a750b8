import {
  applicationsCertificateSchema,
  CERTIFICATE_KIND,
  type Certificate,
  soleCertificateSchema,
} from '../../model/certificate.ts';
import { readCanonical } from '../canonical.ts';
import type { CertificateFault } from './check.ts';

const LINE_FEED = 0x0a;
const SCHEMA_VERSION = 1;

/**
 * Reads the bytes of a certificate. Whatever is not to the byte as this package writes it is none.
 *
 * @param bytes - its file, whole
 * @returns the certificate, of which nothing is verified yet, or why it is none
 */
export function readCertificate(
  bytes: Uint8Array,
): { readonly certificate: Certificate } | { readonly fault: CertificateFault } {
  if (bytes.at(-1) !== LINE_FEED) return malformed('it does not end as one does');
  const read = readCanonical(bytes.subarray(0, -1));
  if ('fault' in read) return malformed(read.fault);
  const head = headOf(read.value);
  const { kind, schemaVersion } = head;
  if (kind !== CERTIFICATE_KIND) return malformed('it is something else');
  if (typeof schemaVersion === 'number' && schemaVersion > SCHEMA_VERSION) {
    const message = `It has schema version ${schemaVersion}, and this version of idp-preflight knows ${SCHEMA_VERSION} at most: what else it says is not understood. Use the version that wrote it.`;
    return { fault: { code: 'newer-schema', message } };
  }
  const schema = 'applications' in head ? applicationsCertificateSchema : soleCertificateSchema;
  const parsed = schema.safeParse(read.value);
  if (parsed.success) return { certificate: parsed.data };
  const unknown = parsed.error.issues.some(({ code }) => code === 'unrecognized_keys');
  if (unknown) {
    return {
      fault: { code: 'unknown-field', message: 'It has a field that no certificate has, so it cannot be relied on.' },
    };
  }
  return malformed('a field is missing or not as it should be');
}

function headOf(value: unknown): { readonly kind?: unknown; readonly schemaVersion?: unknown } {
  return typeof value === 'object' && value !== null ? value : {};
}

function malformed(why: string): { readonly fault: CertificateFault } {
  return { fault: { code: 'malformed', message: `This is no certificate, or it has been altered: ${why}.` } };
}
