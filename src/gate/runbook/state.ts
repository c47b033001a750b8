import { PreflightError } from '../../errors.ts';
import type { CertificateReference, DoneEntry, JournalEntry, StartEntry } from '../../model/journal.ts';
import type { Mode } from '../../model/reconciliation.ts';
import type { RunbookProcedure, RunbookStep } from '../../model/runbook.ts';
import type { Journal } from './journal.ts';

/** One step, and how far it has come. */
export interface StepProgress {
  /** What is done. */
  readonly step: RunbookStep;
  /** Where it is done, when, and by whom. */
  readonly done: readonly DoneEntry[];
  /** The organizations at which it is still to be done; `null` for a step that is done once. */
  readonly behind: readonly (string | null)[];
}

/** How far a migration has come. */
export interface RunbookStatus {
  /** How it was begun. */
  readonly start: StartEntry;
  /** The steps that apply, in order. */
  readonly steps: readonly StepProgress[];
  /** The first step that is not done everywhere; null where all are. */
  readonly current: StepProgress | null;
  /** The certificate that counts. */
  readonly certificate: CertificateReference;
  /** Every line of the journal. */
  readonly entries: readonly JournalEntry[];
  /** How many bytes at its end are an entry whose writing was interrupted; it does not count. */
  readonly tornBytes: number;
}

/** The steps of a procedure that apply. */
export function stepsThatApply(
  { steps }: RunbookProcedure,
  { oldScim, mode }: { readonly oldScim: boolean; readonly mode: Mode },
): RunbookStep[] {
  return steps.filter(({ appliesWhere }) => {
    if (appliesWhere === 'old-scim') return oldScim;
    return appliesWhere === undefined || mode !== 'manual';
  });
}

/**
 * How far a journal has come, each entry held to what was done before it.
 *
 * @throws PreflightError ERR_JOURNAL where it was begun with other steps, or an entry could not have been written
 */
export function statusOf({ entries, torn }: Journal, procedure: RunbookProcedure, name: string): RunbookStatus {
  const [start, ...rest] = entries;
  if (start?.type !== 'start') throw new Error('a journal begins with its start');
  const fault = (message: string, line: number) => new PreflightError('ERR_JOURNAL', message, { file: name, line });
  const steps = stepsThatApply(procedure, start).map((step) => ({
    step,
    done: [] as DoneEntry[],
    behind: step.per === 'migration' ? [null] : ([...start.organizations] as (string | null)[]),
  }));
  if (steps.map(({ step }) => step.id).join(' ') !== start.steps.join(' ')) {
    throw fault('This journal was begun by a version that knows other steps. Go on with that version.', 1);
  }
  let certificate = start.certificate;
  for (const entry of rest) {
    if (entry.type === 'renew') certificate = entry.certificate;
    if (entry.type !== 'done') continue;
    const current = steps.find(({ behind }) => behind.length > 0);
    const at = current?.behind.indexOf(entry.organization) ?? -1;
    if (current?.step.id !== entry.step || at < 0) {
      throw fault(
        'This journal says that a step was done before its turn: no version of idp-preflight wrote that.',
        entry.seq,
      );
    }
    current.done.push(entry);
    current.behind.splice(at, 1);
  }
  return {
    start,
    steps,
    current: steps.find(({ behind }) => behind.length > 0) ?? null,
    certificate,
    entries,
    tornBytes: torn?.bytes ?? 0,
  };
}
