import { hostname, userInfo } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { PreflightError } from '../../errors.ts';
import type { CertificateCheck } from '../../gate/certificate/check.ts';
import { createRunbook, type Runbook } from '../../gate/runbook/runbook.ts';
import { procedureOf } from '../../matcher/service-providers/runbooks.ts';
import { readBytes } from '../readers/bytes.ts';
import { certifiedName, verifyCertificateFile } from './certificate-file.ts';
import { fileJournal } from './file-journal.ts';
import { hashBytes } from './hash-file.ts';
import { verifierOf } from './keys.ts';

/** A runbook whose journal is a file, whose certificates are files, and in which this process is who does it. */
export interface FileRunbookOptions {
  /** Path of the journal. */
  readonly journal: string;
  /** The time; default: the clock. */
  readonly now?: () => Date;
  /** Who is at it; default: the user of this process, at this machine. */
  readonly by?: string;
}

/**
 * The runbook of a migration in the folder of its journal: certificates are called by their path from there.
 *
 * @param options - where the journal is
 * @returns the runbook, as `createRunbook` makes it
 * @throws PreflightError ERR_JOURNAL, ERR_JOURNAL_LOCKED, ERR_OUTPUT_UNWRITABLE from its methods, as those of `createRunbook`
 * @see https://support.claude.com/en/articles/13443687 on the steps for Claude
 */
export function fileRunbook(options: FileRunbookOptions): Runbook {
  const { journal, now = () => new Date(), by = whoever() } = options;
  const pathOf = (file: string) => (isAbsolute(file) ? file : join(dirname(journal), file));
  // One that somebody names has to be there: that is no question of whether it holds.
  const named = async (certificate: string) => {
    await readBytes(certificate);
    return certifiedName(journal, certificate);
  };
  const runbook = createRunbook({
    store: fileJournal(journal),
    now: () => now().toISOString(),
    by,
    sha256: hashBytes,
    procedureOf,
    verify: async ({ file, key, now: time }) => {
      const path = pathOf(file);
      try {
        return await verifyCertificateFile(path, {
          now: time,
          ...(key === null ? {} : { verifier: verifierOf(key, journal) }),
        });
      } catch (fault) {
        // One that was there, such as when a check that found the gate closed has deleted it.
        if (fault instanceof PreflightError && fault.code === 'ERR_INPUT_UNREADABLE' && fault.file === path) {
          return NOT_THERE;
        }
        throw fault;
      }
    },
  });
  return {
    ...runbook,
    start: async (options) => runbook.start({ ...options, certificate: await named(options.certificate) }),
    renew: async (certificate) => runbook.renew(await named(certificate)),
  };
}

const NOT_THERE: CertificateCheck = {
  isValid: false,
  faults: [{ code: 'unreadable', message: 'It is not there any more, or cannot be read.' }],
  certificate: null,
  isSignatureVerified: false,
};

function whoever(): string {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    // A user without an entry in the system's list.
    return `${process.getuid?.() ?? 'somebody'}@${hostname()}`;
  }
}
