import type { DoneEntry, JournalEntry } from '../../model/journal.ts';
import type { RunbookProcedure, RunbookStep } from '../../model/runbook.ts';
import { timeText } from '../time.ts';
import { waitOf } from './refusals.ts';
import type { RunbookStatus, StepProgress } from './state.ts';

/** The plan for people: what to do, where, by whom it was done and when, or what is still open. Markdown. */
export function planMarkdown(status: RunbookStatus, { before, source }: RunbookProcedure): string {
  const { start, certificate, steps } = status;
  return [
    `# Moving ${text(start.serviceProvider)} to another identity provider\n`,
    `Organizations: ${start.organizations.map(text).join(', ')}\n`,
    `Begun ${start.at} by ${text(start.by)}. The certificate ${text(certificate.file)} holds until ${certificate.expires}.\n`,
    `The steps are those of ${source}. Before each that cannot be taken back: \`idp-preflight runbook next\`.\n`,
    '## Before\n',
    `${list(before)}\n`,
    ...steps.map((progress) => stepMarkdown(status, progress)),
  ].join('\n');
}

/** What was done, for the record of the change. Markdown. */
export function recordMarkdown(status: RunbookStatus): string {
  const { start, steps, current, entries, tornBytes } = status;
  const last = entries.at(-1);
  return [
    `# Record: ${text(start.serviceProvider)} moved to another identity provider\n`,
    `| | |\n| --- | --- |`,
    `| organizations | ${start.organizations.map(text).join(', ')} |`,
    `| provisioning | ${start.mode} afterwards, ${start.oldScim ? 'SCIM' : 'no SCIM'} before |`,
    `| begun | ${start.at} by ${text(start.by)} |`,
    `| state | ${current === null ? 'all steps are done' : `step ${current.step.number} (${current.step.id}) is next`} |`,
    `| certificates have to be signed | ${start.key === null ? 'no' : 'yes'} |`,
    `| last entry | ${last?.seq} of ${last?.at}, hash ${last?.hash} |`,
    ...(tornBytes === 0 ? [] : [`| interrupted | ${tornBytes} bytes of an unfinished entry, which does not count |`]),
    '\n## Steps\n',
    '| step | where | done | by | note |\n| --- | --- | --- | --- | --- |',
    ...steps.flatMap((progress) => stepRows(progress)),
    '\n## Journal\n',
    '| | time | by | what |\n| --- | --- | --- | --- |',
    ...entries.map((entry) => `| ${entry.seq} | ${entry.at} | ${text(entry.by)} | ${whatOf(entry)} |`),
    '',
  ].join('\n');
}

function stepMarkdown(status: RunbookStatus, { step, done, behind }: StepProgress): string {
  const wait = waitOf(status, step);
  return [
    `## ${step.number}. ${step.title}${behind.length === 0 ? ' (done)' : ''}\n`,
    ...(step.irreversible === null ? [] : [`**Cannot be taken back.** ${step.irreversible}\n`]),
    ...(step.waits === undefined
      ? []
      : [
          `Not before ${wait === null ? `${step.waits.minutes} minutes after ${step.waits.after}` : timeText(wait)}: ${step.waits.why}\n`,
        ]),
    `${step.how.map((line, index) => `${index + 1}. ${line}`).join('\n')}\n`,
    `Then see that:\n\n${list(step.verify)}\n`,
    `Way back: ${step.backOut}\n`,
    `${[...done.map((entry) => `- [x] ${placeOf(entry.organization)}: ${doneWords(entry)}`), ...behind.map((place) => `- [ ] ${placeOf(place)}`)].join('\n')}\n`,
  ].join('\n');
}

function stepRows({ step, done, behind }: StepProgress): string[] {
  return [
    ...done.map((entry) => {
      const early = entry.waitOverride === null ? '' : ` (before its time: ${text(entry.waitOverride)})`;
      return `| ${stepName(step)} | ${placeOf(entry.organization)} | ${entry.at} | ${text(entry.by)} | ${text(entry.note ?? '')}${early} |`;
    }),
    ...behind.map((place) => `| ${stepName(step)} | ${placeOf(place)} | not done | | |`),
  ];
}

function whatOf(entry: JournalEntry): string {
  const torn = entry.torn === undefined ? '' : `; ${entry.torn.bytes} bytes of an unfinished entry were cut off before`;
  if (entry.type === 'start') return `begun, with the certificate ${entry.certificate.digest}${torn}`;
  if (entry.type === 'renew')
    return `certificate ${entry.certificate.digest}, until ${entry.certificate.expires}${torn}`;
  return `${entry.step}${entry.organization === null ? '' : ` at ${text(entry.organization)}`}${torn}`;
}

function doneWords({ at, by, note }: DoneEntry): string {
  return `${at} by ${text(by)}${note === null ? '' : `: ${text(note)}`}`;
}

function stepName({ number, title }: RunbookStep): string {
  return `${number}. ${title}`;
}

function placeOf(organization: string | null): string {
  return organization === null ? 'for all' : text(organization);
}

function list(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

/** Text of others as text: nothing of it is markup, or another line. */
function text(words: string): string {
  return words.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').replace(/[\\`*_[\]!|<>&~]/g, '\\$&');
}
