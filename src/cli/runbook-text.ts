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
    return allDoneText(status, journal);
  }
  const { step, done } = current;
  if (refusals.length > 0) {
    const isStale = refusals.some(({ code }) => code === 'certificate');
    const goOn = isStale
      ? `\nGo on with a certificate of the files as they are: idp-preflight check … --certificate FILE, then idp-preflight runbook renew --certificate FILE${journalFlag(journal)}\n`
      : '';
    return `NOT YET: step ${step.number}, ${step.title}\n\n${refusals.map(({ message }) => `  ${words(message)}\n`).join('')}${goOn}`;
  }
  const where = placesOf(current);
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
    doneText(current, journal),
  ].join('');
}

/** The step that is next, and where it is still to be taken: `Step 2 (set-manual) at Console, Set provisioning to Manual`. */
export function currentText(current: StepProgress): string {
  const where = placesOf(current);
  return `${called(current.step)}${where.length === 0 ? '' : ` at ${where.join(', ')}`}, ${current.step.title}`;
}

/** What to type when the step was taken; where there are several places, for each. */
function doneText({ step, behind }: StepProgress, journal: string | null): string {
  const [only, ...others] = behind.map((place) => {
    const organization = place === null ? '' : flagWord('--organization', place);
    return `idp-preflight runbook done ${step.number}${organization}${journalFlag(journal)}\n`;
  });
  if (others.length === 0) return `\nWhen it is done: ${only}`;
  return `\nWhen it is done, one line for each:\n${[only, ...others].map((line) => `  ${line}`).join('')}`;
}

function allDoneText({ start }: RunbookStatus, journal: string | null): string {
  const directory = start.mode === 'scim' ? ' --scim FILE' : '';
  const commands = start.organizations.map(
    (name) => `  idp-preflight verify --baseline FILE --app FILE${directory}${flagWord('--organization', name)}\n`,
  );
  return `ALL STEPS ARE DONE. Now see whether what happened is what was predicted, with exports of now:\n${commands.join('')}Then keep the record: idp-preflight runbook export${journalFlag(journal)}\n`;
}

function placesOf({ behind }: StepProgress): string[] {
  return behind.filter((organization) => organization !== null).map(inert);
}

/** How far everything has come, a line a step. */
export function statusText({ start, steps, current, certificate }: RunbookStatus, journal: string | null): string {
  const head = `${inert(start.serviceProvider)} at ${start.organizations.map(inert).join(', ')}; begun ${start.at} by ${inert(start.by)}\nCertificate ${inert(certificate.file)}, until ${certificate.expires}\n\n`;
  const next =
    current === null
      ? 'All steps are done.'
      : `Next: ${currentText(current)}. What to do: idp-preflight runbook next${journalFlag(journal)}`;
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

/** What to add to a command where the journal is not at its usual place. */
export function journalFlag(journal: string | null): string {
  return journal === null ? '' : flagWord('--journal', journal);
}

/** A flag and its value for a shell; one with a dash in front would be taken for a flag. */
function flagWord(flag: string, value: string): string {
  return ` ${flag}${value.startsWith('-') ? '=' : ' '}${inert(posixWord(value))}`;
}

function listed(lines: readonly string[]): string {
  return lines.map((line) => `  - ${line}\n`).join('');
}
