import { VERSION } from '../../version.ts';
import type { RunbookStatus } from './state.ts';

/** What was done, for the record of the change, as one JSON value: the state of every step, and the journal as it is. */
export function recordJson({ start, steps, current, certificate, entries, tornBytes }: RunbookStatus): object {
  const last = entries.at(-1);
  return {
    schemaVersion: 1,
    tool: { name: 'idp-preflight', version: VERSION },
    serviceProvider: start.serviceProvider,
    mode: start.mode,
    oldScim: start.oldScim,
    organizations: start.organizations,
    begun: { at: start.at, by: start.by },
    isFinished: current === null,
    certificate,
    steps: steps.map(({ step, done, behind }) => ({
      number: step.number,
      id: step.id,
      title: step.title,
      isIrreversible: step.irreversible !== null,
      isDone: behind.length === 0,
      done: done.map(({ organization, at, by, note, waitOverride }) => ({ organization, at, by, note, waitOverride })),
      behind: step.per === 'organization' ? behind : [],
    })),
    head: { seq: last?.seq, hash: last?.hash },
    tornBytes,
    journal: entries,
  };
}
