import { called, waitOf } from '../gate/runbook/refusals.ts';
import type { NextStep } from '../gate/runbook/runbook.ts';
import type { RunbookStatus, StepProgress } from '../gate/runbook/state.ts';
import { timeText } from '../gate/time.ts';
import { posixWord } from '../inspect/posix-word.ts';
import type { RunbookProcedure } from '../model/runbook.ts';
import { inert } from '../reporters/terminal.ts';
import { words } from './messages.ts';

/** What has to be so before the first step. */
export function beforeText({ before }: RunbookProcedure): string {
  return `Before you begin, see that all of this is so:\n${listed(before)}`;
}

/** What to do now: where to click, what to look at, what cannot be taken back, what to type afterwards. */
export function nextText({ status, current, refusals }: NextStep, journal: string | null): string {
  if (current === null) {
    return 'ALL STEPS ARE DONE. Keep the record: idp-preflight runbook export.\nAfterwards: idp-preflight verify, with an export of the members as they are now.\n';
  }
  const { step, behind, done } = current;
  if (refusals.length > 0) {
    return `NOT YET: step ${step.number}, ${step.title}\n\n${refusals.map(({ message }) => `  ${words(message)}\n`).join('')}`;
  }
  const [place] = behind;
  const where = behind.filter((organization) => organization !== null).map(inert);
  const wait = waitOf(status, step);
  return [
    `STEP ${step.number} (${step.id}): ${step.title}\n`,
    ...(where.length === 0
      ? []
      : [
          `At ${where.join(', ')}${done.length === 0 ? '' : `; done at ${done.map(({ organization }) => inert(organization ?? '')).join(', ')}`}.\n`,
        ]),
    ...(wait === null ? [] : [`The time to wait was over at ${timeText(wait)}.\n`]),
    ...(step.irreversible === null
      ? []
      : [
          `CANNOT BE TAKEN BACK. ${step.irreversible}\nThe certificate holds at this moment, for the files as they are.\n`,
        ]),
    `\n${step.how.map((line, index) => `  ${index + 1}. ${line}\n`).join('')}`,
    `\nThen see that:\n${listed(step.verify)}`,
    `\nWay back: ${step.backOut}\n`,
    `\nWhen it is done: idp-preflight runbook done ${step.number}${typeof place === 'string' ? `${flagWord('--organization', place)}` : ''}${journalFlag(journal)}\n`,
  ].join('');
}

/** How far everything has come, a line a step. */
export function statusText({ start, steps, current, certificate }: RunbookStatus): string {
  const head = `${inert(start.serviceProvider)} at ${start.organizations.map(inert).join(', ')}; begun ${start.at} by ${inert(start.by)}\nCertificate ${inert(certificate.file)}, until ${certificate.expires}\n\n`;
  const next =
    current === null ? 'All steps are done.' : `Next: ${called(current.step)}. What to do: idp-preflight runbook next`;
  return `${head}${steps.map((progress) => statusLine(progress)).join('')}\n${next}\n`;
}

function statusLine({ step, done, behind }: StepProgress): string {
  const mark = behind.length === 0 ? 'done' : done.length === 0 ? 'open' : 'part';
  const places = done.map(
    ({ organization, at, by }) =>
      `           ${organization === null ? '' : `${inert(organization)}: `}${at} by ${inert(by)}\n`,
  );
  const open = behind
    .filter((place) => place !== null && done.length > 0)
    .map((place) => `           ${inert(place ?? '')}: open\n`);
  return `  ${mark}  ${step.number}. ${step.title}${step.irreversible === null ? '' : ' (cannot be taken back)'}\n${places.join('')}${open.join('')}`;
}

function journalFlag(journal: string | null): string {
  return journal === null ? '' : flagWord('--journal', journal);
}

/** A flag and its value for a shell; one with a dash in front would be taken for a flag. */
function flagWord(flag: string, value: string): string {
  return ` ${flag}${value.startsWith('-') ? '=' : ' '}${inert(posixWord(value))}`;
}

function listed(lines: readonly string[]): string {
  return lines.map((line) => `  - ${line}\n`).join('');
}
