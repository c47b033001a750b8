// A tool that switches an organization to its new identity provider by itself, each step behind the gate.
//
// idp-preflight decides whether a step may be taken; this file takes it. What it calls to take one is handed in, so the same
// function runs against real APIs and in a rehearsal.
import { writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { check, fileRunbook, guard, hashBytes, issueCertificate, type Runbook } from 'idp-preflight/node';

/** What takes the steps, by their ids; a step that is not here is taken by a human. */
export interface Steps {
  readonly 'disable-old-scim': () => Promise<void>;
  readonly 'set-manual': (organization: string) => Promise<void>;
  readonly 'delete-directory': () => Promise<void>;
  readonly 'reset-connection': () => Promise<void>;
}

export interface Switch {
  /** The exports; the columns that are really sent are known. */
  readonly old: { readonly file: string; readonly sso: string; readonly scim: string };
  readonly new: { readonly file: string; readonly sso: string; readonly scim: string };
  readonly organizations: readonly string[];
  /** Where the certificate and the journal are written. */
  readonly folder: string;
  readonly steps: Steps;
  readonly now?: () => Date;
  /** Waits until a time; the runbook says which. */
  readonly waitUntil: (time: Date) => Promise<void>;
}

const AN_HOUR = 3_600_000;

/**
 * Takes the steps up to the reset of the SSO connection.
 *
 * @throws GateClosedError where the gate is not open: then nothing was touched
 * @throws RunbookRefusedError where a step may not be taken, such as when an export has changed since it was checked
 */
export async function switchBehindTheGate({
  old,
  new: next,
  organizations,
  folder,
  steps,
  now = () => new Date(),
  waitUntil,
}: Switch): Promise<Runbook> {
  const { reconciliation, verdict } = await check({
    old: { files: [old.file], map: { sso: old.sso, scim: old.scim } },
    new: { files: [next.file], map: { sso: next.sso, scim: next.scim } },
  });

  // Nothing below this line runs unless the gate is open.
  const { text } = await guard(verdict, () =>
    issueCertificate(reconciliation, {
      now: now().toISOString(),
      sha256: hashBytes,
      fileName: (file) => relative(folder, file),
    }),
  );
  const certificate = join(folder, 'certificate.json');
  await writeFile(certificate, text);

  const runbook = fileRunbook({ journal: join(folder, 'journal.jsonl'), now, by: 'the switch tool' });
  await runbook.start({ certificate, organizations });

  await steps['disable-old-scim']();
  const { at } = await runbook.done('disable-old-scim');
  await waitUntil(new Date(Date.parse(at) + AN_HOUR));
  for (const organization of organizations) {
    await steps['set-manual'](organization);
    await runbook.done('set-manual', { organization });
  }

  // What cannot be taken back is recorded first: `done` throws unless the certificate holds now, for the files as they are.
  await runbook.done('delete-directory');
  await steps['delete-directory']();
  await runbook.done('reset-connection');
  await steps['reset-connection']();
  return runbook;
}
