import type { CertificateCheck } from '../../../src/gate/certificate/check.ts';
import type { JournalStore } from '../../../src/gate/runbook/journal.ts';
import { type CertificateQuestion, createRunbook, type Runbook } from '../../../src/gate/runbook/runbook.ts';
import { procedureOf } from '../../../src/matcher/service-providers/runbooks.ts';
import type { Certificate } from '../../../src/model/certificate.ts';
import type { Mode } from '../../../src/model/reconciliation.ts';
import { sha256 } from '../certificate/opened.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const BEGIN = Date.parse('2026-06-01T12:00:00.000Z');

/** A journal in memory, which can be cut off in the middle of a line as a process that is killed does. */
export class MemoryJournal implements JournalStore {
  readonly name = 'journal';
  bytes: Uint8Array | null = null;
  /** How many bytes of the next line are written before the process is killed; null where it is not. */
  killAfter: number | null = null;
  isLocked = false;

  async read(): Promise<Uint8Array | null> {
    return this.bytes;
  }

  async append(line: Uint8Array, length: number): Promise<void> {
    if (!this.isLocked) throw new Error('written without the lock');
    const kept = this.bytes?.subarray(0, length) ?? new Uint8Array();
    if (kept.length !== length) throw new Error('it was shorter');
    const written = this.killAfter === null ? line : line.subarray(0, this.killAfter);
    this.bytes = Uint8Array.from([...kept, ...written]);
    if (this.killAfter !== null) throw new Killed();
  }

  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    if (this.isLocked) throw new Error('locked');
    this.isLocked = true;
    try {
      return await work();
    } finally {
      this.isLocked = false;
    }
  }
}

/** The process is gone; nothing that it would have done happens. */
export class Killed extends Error {}

/** What a certificate of a migration says; only what a runbook reads of it. */
export function certificate({
  id = 'a',
  created = BEGIN,
  expires = BEGIN + 24 * HOUR,
  mode = 'scim' as Mode,
  oldScim = true,
  serviceProvider = 'claude',
} = {}): Certificate {
  return {
    digest: id.repeat(64),
    created: new Date(created).toISOString(),
    expires: new Date(expires).toISOString(),
    serviceProvider,
    mode,
    inputs: [{ side: 'old', sent: oldScim ? ['sso', 'scim'] : ['sso'] }],
  } as unknown as Certificate;
}

/** A world with a clock, files and certificates, and a runbook in it. */
export class World {
  now = BEGIN;
  /** Certificates by the name of their file. */
  readonly certificates = new Map<string, Certificate>([['a.json', certificate()]]);
  /** Whether the exports are those that were checked. */
  areFilesAsChecked = true;
  readonly asked: CertificateQuestion[] = [];
  readonly store = new MemoryJournal();

  runbook(): Runbook {
    return createRunbook({
      store: this.store,
      now: () => new Date(this.now).toISOString(),
      by: 'ivo@example.com',
      sha256,
      procedureOf,
      verify: async (question) => this.#verify(question),
    });
  }

  #verify(question: CertificateQuestion): CertificateCheck {
    this.asked.push(question);
    const found = this.certificates.get(question.file) ?? null;
    const faults = [
      ...(found === null ? [{ code: 'malformed' as const, message: 'There is none.' }] : []),
      ...(found !== null && Date.parse(found.expires) <= Date.parse(question.now)
        ? [{ code: 'expired' as const, message: 'It has expired.' }]
        : []),
      ...(this.areFilesAsChecked ? [] : [{ code: 'file-changed' as const, message: 'A file has changed.' }]),
    ];
    return { isValid: faults.length === 0, faults, certificate: found, isSignatureVerified: false };
  }
}
