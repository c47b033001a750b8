import { realpath, rm, stat } from 'node:fs/promises';
import { PreflightError } from '../errors.ts';
import { issueCertificate } from '../gate/certificate/issue.ts';
import { readCertificate } from '../gate/certificate/read.ts';
import type { CertifiedFile } from '../model/certificate.ts';
import { certifiedName } from '../node/gate/certificate-file.ts';
import { hashBytes, hashFile } from '../node/gate/hash-file.ts';
import { readKey } from '../node/gate/keys.ts';
import { readBytes } from '../node/readers/bytes.ts';
import type { Answer } from './answer.ts';
import type { CertificateTarget } from './certificate-options.ts';

/** The files that a verdict rests on. */
interface Sources {
  /** All of them; what is null or undefined is none. */
  readonly read: readonly unknown[];
  /** Null where there is none. */
  readonly crosswalk: string | null;
  /** Null where there is none. */
  readonly config: string | null;
  /** SHA-256 of the config as it was read; null where there is none. */
  readonly configSha256: string | null;
}

type Besides = Pick<Sources, 'crosswalk' | 'config'>;

/** Issues the certificate of an answer. */
export type Certify = (answer: Answer) => Promise<string>;

/**
 * Gets ready to certify, before anything is read: the key can be read, and it is known what crosswalk and config are.
 *
 * @throws PreflightError ERR_KEY, ERR_INPUT_UNREADABLE; ERR_USAGE for what is no file
 */
export async function prepareCertificate(
  { file, validFor, signKey }: CertificateTarget,
  { read, crosswalk, config, configSha256 }: Sources,
  now: () => Date,
): Promise<Certify> {
  await requireFiles(read);
  const signer = signKey === null ? undefined : await readKey(signKey, 'private');
  // The config was read before anything else; the crosswalk will be.
  const before = { crosswalk: (await certified(crosswalk))?.sha256, config: configSha256 };
  return async (answer) => {
    const { text } = await issueCertificate(answer.subject, {
      now: now().toISOString(),
      sha256: hashBytes,
      fileName: (input) => certifiedName(file, input),
      ...(validFor === undefined ? {} : { validFor }),
      ...(signer === undefined ? {} : { signer }),
      ...(await unchanged('crosswalk', crosswalk)),
      ...(await unchanged('config', config)),
    });
    return text;
  };

  async function certified(path: string | null): Promise<CertifiedFile | null> {
    return path === null ? null : { file: certifiedName(file, path), ...(await hashFile(path)) };
  }

  /** What was read in between is what it is before and after. */
  async function unchanged(
    role: keyof Besides,
    path: string | null,
  ): Promise<{ readonly [role in keyof Besides]?: CertifiedFile }> {
    const found = await certified(path);
    if (path === null || found === null) return {};
    if (found.sha256 === before[role]) return { [role]: found };
    throw new PreflightError('ERR_CERTIFICATE', 'This file has changed while it was being used. Check again.', {
      file: path,
    });
  }
}

/**
 * Deletes the certificate of an earlier check that would be replaced if the gate were open. Any other file stays.
 *
 * @returns whether there was one
 * @throws PreflightError ERR_OUTPUT_UNWRITABLE where it is there and cannot be deleted
 */
export async function withdrawCertificate(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  if (found === null || !found.isFile()) return false;
  try {
    if (!('certificate' in readCertificate(await readBytes(file)))) return false;
    await rm(await realpath(file));
    return true;
  } catch (cause) {
    throw new PreflightError(
      'ERR_OUTPUT_UNWRITABLE',
      'The gate is closed, and a certificate of before cannot be deleted here. Delete it: it does not hold any more.',
      { file, cause },
    );
  }
}

/** A pipe cannot be looked at again. */
async function requireFiles(read: readonly unknown[]): Promise<void> {
  for (const file of read) {
    if (typeof file !== 'string') continue;
    // What is not there is told when it is read.
    const isOther = await stat(file).then(
      (found) => !found.isFile() && !found.isDirectory(),
      () => false,
    );
    if (isOther) {
      throw new PreflightError(
        'ERR_USAGE',
        'A certificate names files that can be looked at again, and this is none.',
        { file },
      );
    }
  }
}
