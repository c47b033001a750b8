import { nfkcLowerStrip } from '../../email/normal-form.ts';
import { PreflightError, RunbookRefusedError } from '../../errors.ts';
import type { CertificateReference, DoneEntry, JournalEntry, UnchainedEntry } from '../../model/journal.ts';
import type { RunbookProcedure, RunbookStep } from '../../model/runbook.ts';
import { didYouMean } from '../../nearest.ts';
import type { CertificateCheck } from '../certificate/check.ts';
import type { Sha256 } from '../cryptography.ts';
import { timeOf, timeText } from '../time.ts';
import { chained, type Journal, type JournalStore, readJournal } from './journal.ts';
import { type Migration, migrationOf } from './migration.ts';
import { called, type Refusal, refusalsOf } from './refusals.ts';
import { type RunbookStatus, type StepProgress, statusOf, stepsThatApply } from './state.ts';

/** Which certificate is to be verified, and how. */
export interface CertificateQuestion {
  /** Where it is. */
  readonly file: string;
  /** The public key, SPKI in PEM, by which it has to be signed; null where it need not be. */
  readonly key: string | null;
  /** The time that counts, as ISO 8601 in UTC. */
  readonly now: string;
}

/** What a runbook is given: nothing of it comes from the runtime. */
export interface RunbookOptions {
  /** Where its journal is kept. */
  readonly store: JournalStore;
  /** The time, as ISO 8601 in UTC. */
  readonly now: () => string;
  /** Who is at it, for the journal. */
  readonly by: string;
  /** SHA-256 of bytes. */
  readonly sha256: Sha256;
  /** The procedure of a service provider; null where there is none. */
  readonly procedureOf: (serviceProvider: string) => RunbookProcedure | null;
  /** Verifies a certificate against the files as they are at this moment. */
  readonly verify: (question: CertificateQuestion) => Promise<CertificateCheck>;
}

/** How a migration is begun. */
export interface StartOptions {
  /** Where the certificate is of the gate that was found open. */
  readonly certificate: string;
  /** Every connected organization, each by a name of its own. */
  readonly organizations: readonly string[];
  /** The public key, SPKI in PEM, by which certificates have to be signed; default: they need not be. */
  readonly key?: string | undefined;
}

/** What is said of a step that was taken. */
export interface DoneOptions {
  /** Where it was taken; for a step that is done at every organization. */
  readonly organization?: string | undefined;
  /** What is worth remembering of it. */
  readonly note?: string | undefined;
  /** Why it is taken although not enough time has passed. */
  readonly overrideWait?: string | undefined;
}

/** What to do now. */
export interface NextStep {
  /** How far everything has come. */
  readonly status: RunbookStatus;
  /** The step to take, and where; null where all are done. */
  readonly current: StepProgress | null;
  /** Why it may not be taken yet; none where it may. */
  readonly refusals: readonly Refusal[];
}

/** The steps of a migration behind the gate. Every method reads the journal anew. */
export interface Runbook {
  /**
   * Begins a migration.
   *
   * @throws RunbookRefusedError ERR_RUNBOOK_REFUSED where the certificate does not hold
   * @throws PreflightError ERR_JOURNAL where there is a journal already
   * @throws PreflightError ERR_USAGE where no procedure is known, or organizations are not named, or twice
   */
  start(options: StartOptions): Promise<RunbookStatus>;
  /** What to do now, and whether it may be done. For a step that cannot be taken back, the certificate is verified. */
  next(): Promise<NextStep>;
  /**
   * Records that a step was taken. Best called right before what cannot be taken back: it throws where that must not be done.
   *
   * @param step - its number or id
   * @throws RunbookRefusedError ERR_RUNBOOK_REFUSED where it may not be taken now, with every reason
   * @throws PreflightError ERR_USAGE where there is no such step or organization
   */
  done(step: string | number, options?: DoneOptions): Promise<DoneEntry>;
  /** How far everything has come. */
  status(): Promise<RunbookStatus>;
  /**
   * Goes on with another certificate, where the one before has expired or the exports have changed.
   *
   * @throws RunbookRefusedError ERR_RUNBOOK_REFUSED where it does not hold, or is about another migration
   */
  renew(certificate: string): Promise<CertificateReference>;
}

/**
 * Holds a migration to its steps: none is taken out of order, before its time, while an organization is behind, or, where
 * it cannot be taken back, without a certificate that holds at that moment for the files as they are.
 *
 * @param options - where the journal is kept, and what of the runtime a runbook needs
 * @returns the runbook, of which every method reads the journal anew
 * @throws PreflightError ERR_JOURNAL, ERR_JOURNAL_LOCKED from every method, where the journal is damaged, missing or in use
 * @see https://support.claude.com/en/articles/13443687 on the steps for Claude
 */
export function createRunbook(options: RunbookOptions): Runbook {
  const { store, sha256, by, procedureOf } = options;

  async function read(): Promise<Journal> {
    const bytes = await store.read();
    return bytes === null ? { entries: [], length: 0, torn: null } : readJournal(bytes, store.name, sha256);
  }

  async function readStatus(): Promise<{ journal: Journal; status: RunbookStatus }> {
    const journal = await read();
    const [start] = journal.entries;
    if (start?.type !== 'start') {
      throw new PreflightError(
        'ERR_JOURNAL',
        'There is no journal here yet. Begin with runbook start --certificate FILE --organization NAME.',
        {
          file: store.name,
        },
      );
    }
    return { journal, status: statusOf(journal, requireProcedure(start.serviceProvider, procedureOf), store.name) };
  }

  async function append(journal: Journal, entry: UnchainedEntry): Promise<JournalEntry> {
    const { entry: whole, line } = await chained(entry, journal, sha256);
    await store.append(line, journal.length);
    return whole;
  }

  /** Why a certificate does not hold now; a clock that went back does not make it any younger. */
  async function certificateRefusals(
    reference: { readonly file: string; readonly digest?: string },
    key: string | null,
    last: string | undefined,
  ): Promise<{ readonly check: CertificateCheck; readonly refusals: Refusal[] }> {
    const now = Math.max(timeOf(options.now()), last === undefined ? 0 : timeOf(last));
    const check = await options.verify({ file: reference.file, key, now: timeText(now) });
    const refusals = check.faults.map(
      ({ message }): Refusal => ({
        code: 'certificate',
        message: `The certificate ${reference.file} does not hold: ${message}`,
      }),
    );
    if (!check.isValid && refusals.length === 0) throw new Error('a certificate does not hold, and nobody says why');
    if (reference.digest !== undefined && check.certificate?.digest !== reference.digest && refusals.length === 0) {
      const message = `Another certificate stands at ${reference.file} than the one that this migration goes by. If it is a new one: idp-preflight runbook renew --certificate ${reference.file}.`;
      refusals.push({ code: 'other-certificate', message });
    }
    return { check, refusals };
  }

  async function refusalsNow(
    status: RunbookStatus,
    progress: StepProgress,
    organization: string | null,
    isWaitOverridden: boolean,
  ): Promise<Refusal[]> {
    const refusals = refusalsOf(status, progress, organization, timeOf(options.now()), isWaitOverridden);
    if (refusals.length > 0 || progress.step.irreversible === null) return refusals;
    return (await certificateRefusals(status.certificate, status.start.key, status.entries.at(-1)?.at)).refusals;
  }

  /** @throws RunbookRefusedError unless it holds */
  async function requireCertificate(
    file: string,
    key: string | null,
    last?: string,
  ): Promise<Migration & { readonly reference: CertificateReference }> {
    const { check, refusals } = await certificateRefusals({ file }, key, last);
    const { certificate } = check;
    if (refusals.length > 0 || certificate === null) throw new RunbookRefusedError(refusals);
    const { digest, expires } = certificate;
    return { ...migrationOf(certificate, (id) => procedureOf(id) !== null), reference: { file, digest, expires } };
  }

  return {
    start: ({ certificate, organizations, key }) =>
      store.exclusively(async () => {
        requireNames(organizations);
        const journal = await read();
        if (journal.entries.length > 0) {
          throw new PreflightError(
            'ERR_JOURNAL',
            'A migration was begun in this journal already. Go on with runbook next, or name another --journal.',
            {
              file: store.name,
            },
          );
        }
        const { reference, ...migration } = await requireCertificate(certificate, key ?? null);
        const procedure = requireProcedure(migration.serviceProvider, procedureOf);
        const steps = stepsThatApply(procedure, migration);
        const entry = await append(journal, {
          type: 'start',
          schemaVersion: 1,
          at: options.now(),
          by,
          ...migration,
          organizations: [...organizations],
          steps: steps.map(({ id }) => id),
          certificate: reference,
          key: key ?? null,
        });
        return statusOf({ entries: [entry], length: 0, torn: null }, procedure, store.name);
      }),

    async next() {
      const { status } = await readStatus();
      const { current } = status;
      if (current === null) return { status, current, refusals: [] };
      return { status, current, refusals: await refusalsNow(status, current, current.behind[0] ?? null, false) };
    },

    done: (wanted, { organization, note, overrideWait } = {}) =>
      store.exclusively(async () => {
        const { journal, status } = await readStatus();
        const progress = stepCalled(status, wanted);
        const { step } = progress;
        requireReason(step, overrideWait);
        requireWords('note', note);
        // What stands against it wherever it is taken comes before the question where that is.
        const general = refusalsOf(
          status,
          progress,
          progress.behind[0] ?? null,
          timeOf(options.now()),
          overrideWait !== undefined,
        );
        if (progress.behind.length > 0 && general.length > 0) throw new RunbookRefusedError(general);
        const at = placeOf(step, organization, status);
        const refusals = await refusalsNow(status, progress, at, overrideWait !== undefined);
        if (refusals.length > 0) throw new RunbookRefusedError(refusals);
        // Recorded only where it was needed.
        const isEarly =
          overrideWait !== undefined && refusalsOf(status, progress, at, timeOf(options.now()), false).length > 0;
        return (await append(journal, {
          type: 'done',
          at: options.now(),
          by,
          step: step.id,
          organization: at,
          note: note ?? null,
          waitOverride: isEarly ? (overrideWait ?? null) : null,
          certificate: step.irreversible === null ? null : status.certificate.digest,
        })) as DoneEntry;
      }),

    status: async () => (await readStatus()).status,

    renew: (file) =>
      store.exclusively(async () => {
        const { journal, status } = await readStatus();
        const { reference, ...migration } = await requireCertificate(file, status.start.key, status.entries.at(-1)?.at);
        // An app that is not in it any more would be moved although its gate may be closed.
        if (words(migration) !== words(status.start)) {
          const message = `It is about another migration: ${words(migration)}, and this one is ${words(status.start)}.`;
          throw new RunbookRefusedError([{ code: 'other-migration', message }]);
        }
        await append(journal, { type: 'renew', at: options.now(), by, certificate: reference });
        return reference;
      }),
  };
}

function words({ serviceProvider, mode, oldScim, applications }: Migration): string {
  const apps = applications === undefined ? '' : `, for ${applications.map((name) => JSON.stringify(name)).join(', ')}`;
  return `${serviceProvider} in mode ${mode}, ${oldScim ? 'with' : 'without'} SCIM from the old IdP${apps}`;
}

function requireProcedure(serviceProvider: string, procedureOf: RunbookOptions['procedureOf']): RunbookProcedure {
  const procedure = procedureOf(serviceProvider);
  if (procedure !== null) return procedure;
  throw new PreflightError(
    'ERR_USAGE',
    `No runbook is known for ${serviceProvider}: take the steps of its own guide, right after an open gate.`,
  );
}

function requireNames(organizations: readonly string[]): void {
  if (organizations.length === 0) {
    throw new PreflightError('ERR_USAGE', 'Name every connected organization: --organization NAME, repeated for each.');
  }
  // Two names that look the same are one to whoever goes by them.
  const forms = organizations.map(nfkcLowerStrip);
  if (forms.includes('')) throw new PreflightError('ERR_USAGE', 'An organization needs a name.');
  const twice = forms.findIndex((form, index) => forms.indexOf(form) < index);
  if (twice >= 0) throw new PreflightError('ERR_USAGE', `Two organizations are named "${organizations[twice]}".`);
}

function stepCalled({ steps }: RunbookStatus, wanted: string | number): StepProgress {
  const found = steps.find(({ step }) => step.id === wanted || String(step.number) === String(wanted));
  if (found !== undefined) return found;
  const ids = steps.map(({ step }) => step.id);
  const known = steps.map(({ step }) => `${step.number} ${step.id}`).join(', ');
  throw new PreflightError(
    'ERR_USAGE',
    `This migration has no step "${wanted}".${typeof wanted === 'string' ? didYouMean(wanted, ids) : ''} It has: ${known}.`,
  );
}

function placeOf(step: RunbookStep, organization: string | undefined, { start }: RunbookStatus): string | null {
  if (step.per === 'migration') {
    if (organization === undefined) return null;
    throw new PreflightError(
      'ERR_USAGE',
      `${called(step)} is done once, for all organizations: leave --organization out.`,
    );
  }
  const { organizations } = start;
  const [only] = organizations;
  if (organization === undefined && organizations.length === 1 && only !== undefined) return only;
  if (organization !== undefined && organizations.includes(organization)) return organization;
  const why =
    organization === undefined
      ? `${called(step)} is done at every organization: say at which with --organization NAME.`
      : `This migration has no organization "${organization}".${didYouMean(organization, organizations)}`;
  throw new PreflightError('ERR_USAGE', `${why} It has: ${organizations.join(', ')}.`);
}

function requireReason(step: RunbookStep, reason: string | undefined): void {
  if (reason === undefined) return;
  if (step.waits === undefined) {
    throw new PreflightError('ERR_USAGE', `${called(step)} has no time to wait: leave --override-wait out.`);
  }
  requireWords('reason', reason);
}

function requireWords(what: string, text: string | undefined): void {
  if (text !== undefined && text.trim() === '') throw new PreflightError('ERR_USAGE', `The ${what} says nothing.`);
}
