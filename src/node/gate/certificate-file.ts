import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { PreflightError } from '../../errors.ts';
import { certifiedFiles, type FileInRole, type FileRole } from '../../gate/certificate/certified-files.ts';
import type { CertificateCheck } from '../../gate/certificate/check.ts';
import type { PresentFile } from '../../gate/certificate/file-faults.ts';
import { readCertificate } from '../../gate/certificate/read.ts';
import { verifyCertificate } from '../../gate/certificate/verify.ts';
import type { SignatureVerifier } from '../../gate/cryptography.ts';
import { readBytes } from '../readers/bytes.ts';
import { hashBytes, hashFile } from './hash-file.ts';

/** What a certificate file is verified against. */
export interface VerifyCertificateFileOptions {
  /** The time, as ISO 8601 in UTC. */
  readonly now: string;
  /** Knows the signatures of the key by which it has to be signed. */
  readonly verifier?: SignatureVerifier;
  /** The files in a role, in place of those at the paths that the certificate has for that role. */
  readonly files?: { readonly [role in FileRole]?: readonly string[] };
}

/**
 * How a certificate in a file calls another file: by its path from the folder of the certificate, so that both can be
 * moved together.
 */
export function certifiedName(certificate: string, file: string): string {
  const path = relative(dirname(resolve(certificate)), resolve(file));
  return path.split(sep).join('/');
}

/**
 * Reads a certificate, hashes the files that it names, or those given in their place, and verifies it.
 *
 * @param file - path of the certificate
 * @param options - the time, the key that is trusted, and files in place of those that it names
 * @returns every reason against it
 * @throws PreflightError ERR_INPUT_UNREADABLE where the certificate itself, or a file that was given, cannot be read
 */
export async function verifyCertificateFile(
  file: string,
  options: VerifyCertificateFileOptions,
): Promise<CertificateCheck> {
  const { now, verifier, files = {} } = options;
  const bytes = await readBytes(file);
  const read = readCertificate(bytes);
  const named = 'certificate' in read ? certifiedFiles(read.certificate) : [];
  const present = [
    ...(await presentFiles(
      named.filter(({ role }) => files[role] === undefined),
      file,
    )),
    ...(await givenFiles(files)),
  ];
  return verifyCertificate(bytes, {
    now,
    sha256: hashBytes,
    files: present,
    ...(verifier === undefined ? {} : { verifier }),
  });
}

/** Those at the paths that the certificate has: what is not there any more is a reason against it. */
function presentFiles(named: readonly FileInRole[], certificate: string): Promise<PresentFile[]> {
  return Promise.all(
    named.map(async ({ role, file }): Promise<PresentFile> => {
      const path = isAbsolute(file) ? file : join(dirname(certificate), file);
      // What is not a file, such as a pipe that nobody writes to, is not the one that was checked, and may never end.
      const isFile = await stat(path).then(
        (found) => found.isFile(),
        () => false,
      );
      const found = await (isFile ? hashFile(path) : Promise.reject(new Error('no file'))).catch(() => ({
        sha256: null,
        bytes: null,
      }));
      return { role, file, ...found };
    }),
  );
}

async function givenFiles(files: NonNullable<VerifyCertificateFileOptions['files']>): Promise<PresentFile[]> {
  const entries = Object.entries(files) as [FileRole, readonly string[] | undefined][];
  const given = entries.flatMap(([role, paths = []]) => [...new Set(paths)].map((file) => ({ role, file })));
  if (given.some(({ file }) => file === '-')) {
    throw new PreflightError('ERR_USAGE', 'A certificate is verified against files: standard input (-) is none.');
  }
  return Promise.all(given.map(async ({ role, file }) => ({ role, file, ...(await hashFile(file)) })));
}
