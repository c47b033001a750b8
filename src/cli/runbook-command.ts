import { EXIT_STATUS, RunbookRefusedError } from '../errors.ts';
import { planMarkdown, recordMarkdown } from '../gate/runbook/markdown.ts';
import { recordJson } from '../gate/runbook/record-json.ts';
import type { Runbook } from '../gate/runbook/runbook.ts';
import type { RunbookStatus } from '../gate/runbook/state.ts';
import { procedureOf } from '../matcher/service-providers/runbooks.ts';
import type { RunbookProcedure } from '../model/runbook.ts';
import { fileRunbook } from '../node/gate/file-runbook.ts';
import { readKey } from '../node/gate/keys.ts';
import { writeTo } from '../node/writers/standard-output.ts';
import { type StagedFile, stageFile } from '../node/writers/whole-file.ts';
import { inertJson } from '../reporters/inert-json.ts';
import { inert } from '../reporters/terminal.ts';
import type { CommandLine } from './command-line.ts';
import { words } from './messages.ts';
import { once } from './once.ts';
import { refuseOverwriting } from './refuse-overwriting.ts';
import { type RunbookCommand, USUAL_JOURNAL } from './runbook-options.ts';
import { beforeText, currentText, journalFlag, nextText, statusText } from './runbook-text.ts';

/** Runs `runbook`. What may not be done now is a verdict, and told like one. */
export async function runRunbook(command: RunbookCommand, line: CommandLine): Promise<number> {
  try {
    return await run(command, fileRunbook({ journal: command.journal, now: line.now }), line);
  } catch (fault) {
    if (!(fault instanceof RunbookRefusedError)) throw fault;
    line.stderr.write(
      `idp-preflight: not now\n${fault.reasons.map(({ message }) => `  ${words(message)}\n`).join('')}`,
    );
    return EXIT_STATUS.closed;
  }
}

async function run(command: RunbookCommand, runbook: Runbook, line: CommandLine): Promise<number> {
  const { stdout, stderr } = line;
  const journal = command.journal === USUAL_JOURNAL ? null : command.journal;
  const tell = (text: string) => {
    if (!command.quiet) stderr.write(`idp-preflight: ${text}\n`);
  };
  switch (command.does) {
    case 'start': {
      const { certificate, organizations, key } = command;
      const trusted = key === null ? undefined : (await readKey(key, 'public')).pem;
      const status = await runbook.start({ certificate, organizations, key: trusted });
      await writeTo(stdout, once(`${beforeText(procedureFor(status))}\n${statusText(status, journal)}`));
      tell(`began ${inert(command.journal)}`);
      return EXIT_STATUS.open;
    }
    case 'next': {
      const next = await runbook.next();
      warnOfTorn(next.status, command.journal, line);
      await writeTo(stdout, once(nextText(next, journal)));
      return next.refusals.length === 0 ? EXIT_STATUS.open : EXIT_STATUS.closed;
    }
    case 'done': {
      warnOfTorn(await runbook.status(), command.journal, line);
      const { step, organization, note, overrideWait } = command;
      const entry = await runbook.done(step, { organization, note, overrideWait });
      const { current } = await runbook.status();
      const next =
        current === null
          ? 'all steps are done'
          : `next: ${currentText(current)}. What to do: idp-preflight runbook next${journalFlag(journal)}`;
      tell(
        `recorded: ${entry.step}${entry.organization === null ? '' : ` at ${inert(entry.organization)}`}, ${entry.at} by ${inert(entry.by)}`,
      );
      tell(next);
      return EXIT_STATUS.open;
    }
    case 'status': {
      const status = await runbook.status();
      warnOfTorn(status, command.journal, line);
      await writeTo(stdout, once(statusText(status, journal)));
      return EXIT_STATUS.open;
    }
    case 'renew': {
      const { file, expires } = await runbook.renew(command.certificate);
      tell(`goes on with ${inert(file)}, until ${expires}`);
      return EXIT_STATUS.open;
    }
    default:
      return write(command, runbook, line);
  }
}

async function write(
  { does, reports, journal }: RunbookCommand & { readonly does: 'render' | 'export' },
  runbook: Runbook,
  line: CommandLine,
): Promise<number> {
  await refuseOverwriting(
    [journal],
    reports.map(({ file }) => file),
  );
  const status = await runbook.status();
  warnOfTorn(status, journal, line);
  const textOf = (format: 'markdown' | 'json') => {
    if (does === 'render') return planMarkdown(status, procedureFor(status));
    return format === 'json' ? `${inertJson(recordJson(status), 2)}\n` : recordMarkdown(status);
  };
  const staged: StagedFile[] = [];
  try {
    for (const { format, file } of reports) if (file !== null) staged.push(await stageFile(file, once(textOf(format))));
    for (const { format, file } of reports) if (file === null) await writeTo(line.stdout, once(textOf(format)));
    for (const file of staged) await file.commit();
  } catch (fault) {
    await Promise.all(staged.map((file) => file.discard()));
    throw fault;
  }
  return EXIT_STATUS.open;
}

function procedureFor({ start }: RunbookStatus): RunbookProcedure {
  const procedure = procedureOf(start.serviceProvider);
  if (procedure === null) throw new Error(`no procedure is known for ${start.serviceProvider}`);
  return procedure;
}

function warnOfTorn({ tornBytes }: RunbookStatus, journal: string, { stderr }: CommandLine): void {
  if (tornBytes === 0) return;
  stderr.write(
    `idp-preflight: warning: the last line of ${inert(journal)} is unfinished (${tornBytes} bytes) and does not count: see whether what was being recorded was done\n`,
  );
}
