import { hostname, userInfo } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { createRunbook, type Runbook } from '../../gate/runbook/runbook.ts';
import { procedureOf } from '../../matcher/service-providers/runbooks.ts';
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
  const folder = dirname(journal);
  const runbook = createRunbook({
    store: fileJournal(journal),
    now: () => now().toISOString(),
    by,
    sha256: hashBytes,
    procedureOf,
    verify: ({ file, key, now: time }) =>
      verifyCertificateFile(isAbsolute(file) ? file : join(folder, file), {
        now: time,
        ...(key === null ? {} : { verifier: verifierOf(key, journal) }),
      }),
  });
  return {
    ...runbook,
    start: (options) => runbook.start({ ...options, certificate: certifiedName(journal, options.certificate) }),
    renew: (certificate) => runbook.renew(certifiedName(journal, certificate)),
  };
}

function whoever(): string {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    // A user without an entry in the system's list.
    return `${process.getuid?.() ?? 'somebody'}@${hostname()}`;
  }
}
