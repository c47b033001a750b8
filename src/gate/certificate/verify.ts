import type { Certificate, CertifiedBody } from '../../model/certificate.ts';
import { canonicalBytes } from '../canonical.ts';
import { fromHex, type Sha256, type SignatureVerifier } from '../cryptography.ts';
import { MILLISECONDS_A_MINUTE, timeOf } from '../time.ts';
import { bodiesOf, certifiedFiles } from './certified-files.ts';
import type { CertificateCheck, CertificateFault } from './check.ts';
import { fileFaults, type PresentFile } from './file-faults.ts';
import { readCertificate } from './read.ts';

/** How far the clocks of two machines may be apart. */
const CLOCK_TOLERANCE = 5 * MILLISECONDS_A_MINUTE;

/** What a certificate is verified against. */
export interface VerifyCertificateOptions {
  /** The time, as ISO 8601 in UTC (`2026-12-31T12:00:00Z`). */
  readonly now: string;
  /** What each file is now that the certificate names, by `certifiedFiles`; and any other that takes part in the switch. */
  readonly files: readonly PresentFile[];
  /** SHA-256 of bytes. */
  readonly sha256: Sha256;
  /** Knows the signatures of the key that is trusted; default: a signature is not asked for, and not verified. */
  readonly verifier?: SignatureVerifier;
}

/**
 * Whether a certificate holds now: that it says what was written, that the gate was open, that neither it nor a waiver has
 * expired, and that every file is the one that was checked.
 *
 * @param bytes - the file of the certificate, whole
 * @param options - the time, the files as they are, and the key that is trusted
 * @returns every reason against it, none of which is thrown
 * @throws PreflightError ERR_USAGE where `now` is no time
 */
export async function verifyCertificate(
  bytes: Uint8Array,
  options: VerifyCertificateOptions,
): Promise<CertificateCheck> {
  const { now, files, sha256, verifier } = options;
  const read = readCertificate(bytes);
  if ('fault' in read) {
    return { isValid: false, faults: [read.fault], certificate: null, isSignatureVerified: false };
  }
  const { certificate } = read;
  const signature = await signatureFault(certificate, verifier);
  const faults = [
    ...(await digestFaults(certificate, sha256)),
    ...(signature === null ? [] : [signature]),
    ...bodiesOf(certificate).flatMap(verdictFaults),
    ...timeFaults(certificate, timeOf(now)),
    ...fileFaults(certifiedFiles(certificate), files),
  ];
  return {
    isValid: faults.length === 0,
    faults,
    certificate,
    isSignatureVerified: verifier !== undefined && signature === null,
  };
}

async function digestFaults({ digest, ...rest }: Certificate, sha256: Sha256): Promise<CertificateFault[]> {
  if ((await sha256(canonicalBytes(rest))) === digest) return [];
  return [{ code: 'digest', message: 'It has been altered: what it says does not fit its digest.' }];
}

async function signatureFault(
  { digest: _, signature, ...unsigned }: Certificate,
  verifier: SignatureVerifier | undefined,
): Promise<CertificateFault | null> {
  if (verifier === undefined) return null;
  if (signature === undefined) {
    return { code: 'unsigned', message: 'It is not signed, and a key was given by which it has to be.' };
  }
  if (signature.keyId !== verifier.keyId) {
    return { code: 'signature', message: 'It is signed by another key than the one given.' };
  }
  const isGenuine = await verifier.verify(canonicalBytes(unsigned), fromHex(signature.value));
  return isGenuine ? null : { code: 'signature', message: 'Its signature is not one of what it says.' };
}

function verdictFaults({
  application,
  verdict,
}: CertifiedBody & { readonly application?: string }): CertificateFault[] {
  if (verdict.status === 'open') return [];
  const where = application === undefined ? '' : ` for ${application}`;
  return [{ code: 'gate-closed', message: `It says that the gate is closed${where}.` }];
}

function timeFaults(certificate: Certificate, now: number): CertificateFault[] {
  const { created, expires } = certificate;
  const faults: CertificateFault[] = [];
  if (timeOf(created) > now + CLOCK_TOLERANCE) {
    faults.push({
      code: 'not-yet-valid',
      message: `It was issued at ${created}, which is later than now: set the clock of this machine, or of that one, right.`,
    });
  }
  if (!(now < timeOf(expires))) {
    faults.push({ code: 'expired', message: `It held until ${expires}. Export, check and certify again.` });
  }
  const today = new Date(now).toISOString().slice(0, 10);
  const ids = bodiesOf(certificate)
    .flatMap(({ waivers, budgets }) => [...waivers, ...budgets])
    .filter((waiver) => waiver.expires < today)
    .map(({ id, expires: day }) => `${id} (until ${day})`);
  if (ids.length > 0) {
    faults.push({
      code: 'waiver-expired',
      message: `It rests on waivers or budgets that hold no longer: ${[...new Set(ids)].join(', ')}.`,
    });
  }
  return faults;
}
