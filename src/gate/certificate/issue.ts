import { assumedMappings } from '../../assumed-mappings.ts';
import { GateClosedError, PreflightError } from '../../errors.ts';
import type { ApplicationVerdict } from '../../model/application.ts';
import { CERTIFICATE_KIND, type Certificate, type CertifiedFile } from '../../model/certificate.ts';
import type { Reconciliation } from '../../model/reconciliation.ts';
import { VERSION } from '../../version.ts';
import { canonicalBytes, canonicalText } from '../canonical.ts';
import { type Sha256, type Signer, toHex } from '../cryptography.ts';
import { evaluateGate } from '../evaluate.ts';
import { evaluateGates } from '../evaluate-all.ts';
import { MILLISECONDS_AN_HOUR, timeOf, timeText } from '../time.ts';
import { certifiedBody } from './certified-body.ts';
import { isComparedWithItself } from './compared-with-itself.ts';

/** How long a certificate holds, where nobody says: a day, in which an export does not grow old. */
export const USUAL_VALIDITY = 24 * MILLISECONDS_AN_HOUR;
/** How long one may hold: by then, people have come and gone. */
export const LONGEST_VALIDITY = 31 * 24 * MILLISECONDS_AN_HOUR;

/** How a certificate is issued. */
export interface CertificateOptions {
  /** The time, as ISO 8601 in UTC (`2026-12-31T12:00:00Z`). */
  readonly now: string;
  /** How long it holds, in milliseconds; default 24 hours, at most 31 days. */
  readonly validFor?: number;
  /** The crosswalk that was applied, if one was. */
  readonly crosswalk?: CertifiedFile;
  /** The config that the check was run with, if it was with one. */
  readonly config?: CertifiedFile;
  /** How the certificate calls a file; default: as the reconciliation does. Best by a path from its own folder. */
  readonly fileName?: (file: string) => string;
  /** SHA-256 of bytes. */
  readonly sha256: Sha256;
  /** Signs the certificate; default: it is not signed. */
  readonly signer?: Signer;
}

/** A certificate, and the text that a file of it has to hold to the byte. */
export interface IssuedCertificate {
  /** What it says. */
  readonly certificate: Certificate;
  /** What a file of it holds: canonical JSON, and a line feed. */
  readonly text: string;
}

/**
 * Certifies that the gate is open: for which files, on what that rests, and until when. It holds no personal data.
 *
 * @param subject - what `reconcile` or `check` returned, with the policy applied; or, of several apps, what
 *   `checkApplications` returned as `applications`
 * @param options - when, for how long, and what hashes and signs
 * @returns the certificate, and the text of its file
 * @throws GateClosedError ERR_GATE_CLOSED unless the gate is open for all of it
 * @throws PreflightError ERR_CERTIFICATE where a column that counts in the mode was assumed, where users did not come out
 *   of files, where decisions on who is whom did not come out of one, or where one file was given for both sides
 * @throws PreflightError ERR_USAGE where it would hold for no time, or for more than 31 days
 * @see RFC 8785 on the canonical form that is hashed and signed; RFC 8032 on Ed25519
 */
export async function issueCertificate(
  subject: Reconciliation | readonly ApplicationVerdict[],
  options: CertificateOptions,
): Promise<IssuedCertificate> {
  const { now, validFor = USUAL_VALIDITY, sha256, signer, fileName = (file) => file } = options;
  if (!(validFor > 0 && validFor <= LONGEST_VALIDITY)) {
    throw new PreflightError('ERR_USAGE', 'A certificate holds for some time, and for 31 days at most.');
  }
  const created = timeOf(now);
  const certified = {
    kind: CERTIFICATE_KIND,
    schemaVersion: 1 as const,
    tool: { name: 'idp-preflight' as const, version: VERSION },
    created: timeText(created),
    expires: timeText(created + validFor),
    crosswalk: options.crosswalk ?? null,
    config: options.config ?? null,
  };
  // A switch of no app says nothing.
  if (isSeveral(subject) && subject.length === 0) throw new GateClosedError(evaluateGates(subject).reasons);
  const body = isSeveral(subject)
    ? { applications: await Promise.all(subject.map(applicationOf)) }
    : await bodyOf(subject, '');
  const unsigned = { ...certified, ...body } as Omit<Certificate, 'digest' | 'signature'>;
  const signed = signer === undefined ? unsigned : { ...unsigned, signature: await signatureOf(unsigned, signer) };
  const certificate = { ...signed, digest: await sha256(canonicalBytes(signed)) } as Certificate;
  return { certificate, text: `${canonicalText(certificate)}\n` };

  async function applicationOf({ application, reconciliation }: ApplicationVerdict) {
    return { application, ...(await bodyOf(reconciliation, `For ${application}: `)) };
  }

  function bodyOf(reconciliation: Reconciliation, where: string) {
    // Not by a verdict that somebody else came to.
    const verdict = evaluateGate(reconciliation);
    if (verdict.status !== 'open') throw new GateClosedError(verdict.reasons);
    requireCertifiable(reconciliation, options, where);
    return certifiedBody(reconciliation, verdict, fileName, sha256);
  }
}

function isSeveral(subject: Reconciliation | readonly ApplicationVerdict[]): subject is readonly ApplicationVerdict[] {
  return Array.isArray(subject);
}

async function signatureOf(unsigned: object, signer: Signer) {
  const value = toHex(await signer.sign(canonicalBytes(unsigned)));
  return { algorithm: 'Ed25519' as const, keyId: signer.keyId, value };
}

/** @throws PreflightError ERR_CERTIFICATE */
function requireCertifiable(reconciliation: Reconciliation, { crosswalk }: CertificateOptions, where: string): void {
  const { inputs, mode, decisions = 0 } = reconciliation;
  const refuse = (why: string, file?: string) => {
    throw new PreflightError('ERR_CERTIFICATE', `${where}${why}`, file === undefined ? {} : { file });
  };
  for (const side of ['old', 'new'] as const) {
    if (!inputs.some((input) => input.side === side)) {
      refuse(`A certificate is about files, and the users of the ${side} side did not come out of any.`);
    }
  }
  if (isComparedWithItself(reconciliation)) {
    refuse(
      'Nothing was compared: both sides are the same records of the same file, read the same way. Give the export of the new IdP with --new.',
      inputs.find(({ side }) => side === 'new')?.file,
    );
  }
  const [first, ...more] = assumedMappings({ inputs, mode });
  if (first !== undefined) {
    const { side, file, attribute, column } = first;
    const key = side === 'app' ? 'email' : attribute;
    const others = more.length === 0 ? '' : ` The same goes for ${more.length} more.`;
    refuse(
      `Nothing is certified on a guess: nobody has said that “${column ?? ''}” is what is sent. Say it with --${side}-map ${key}=COLUMN.${others}`,
      file,
    );
  }
  if (decisions > 0 && crosswalk === undefined) {
    refuse('People were paired by hand, and a certificate names the file in which that was decided.');
  }
}
