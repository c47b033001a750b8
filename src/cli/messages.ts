import { type PreflightError, toPreflightError } from '../errors.ts';
import type { ApplicationVerdict } from '../model/application.ts';
import type { InputSummary } from '../model/input.ts';
import type { GateVerdict, Reconciliation } from '../model/reconciliation.ts';
import type { Verification } from '../model/verification.ts';
import { ALL_REPORTERS, type ReportFormat } from '../node/writers/index.ts';
import { reporterById } from '../reporters/index.ts';
import { leftOutSentence } from '../reporters/left-out.ts';
import { inert } from '../reporters/terminal.ts';
import { waivedErrors } from '../reporters/waived.ts';
import type { ReportTarget } from './report-targets.ts';

/** Whatever was thrown, in one line: where, what, what to do. */
export function faultLine(fault: unknown): string {
  try {
    return errorLine(toPreflightError(fault));
  } catch {
    return 'idp-preflight: error: no verdict was reached, and the reason cannot be shown.\n';
  }
}

function errorLine(error: PreflightError): string {
  const line = error.line === undefined ? '' : `:${error.line}`;
  const where = error.file === undefined ? '' : `${inert(error.file)}${line}: `;
  const hint = error.code === 'ERR_USAGE' ? ' See idp-preflight --help.' : '';
  return `idp-preflight: error: ${where}${words(error.message)}${hint}\n`;
}

/** The verdict in one line. */
export function verdictLine(reconciliation: Reconciliation, verdict: GateVerdict): string {
  const { summary } = reconciliation;
  const { error, warning } = summary.severities;
  const waived = waivedErrors(reconciliation);
  const of = waived === 0 ? '' : `, ${waived} of them waived`;
  return `idp-preflight: gate ${verdict.status} (${plural(error, 'error')}${of}, ${plural(warning, 'warning')}, ${plural(summary.owners, 'account owner')})\n`;
}

/** The verdict on several apps in one line. */
export function applicationsLine(applications: readonly ApplicationVerdict[], { status }: GateVerdict): string {
  const each = applications.map(({ application, verdict }) => `${inert(application)} ${verdict.status}`);
  return `idp-preflight: gate ${status} (${each.join(', ')})\n`;
}

/** The verdict of `verify` in one line. */
export function verificationLine({ verdict, summary, organization }: Verification): string {
  const { error, warning } = summary.severities;
  const of = organization === null ? '' : `${inert(organization)}: `;
  const status = verdict.status === 'verified' ? 'verified' : 'does not verify';
  return `idp-preflight: ${of}${status} (${plural(error, 'error')}, ${plural(warning, 'warning')}, ${summary.people} of the baseline)\n`;
}

/** The inputs of a check, and which app they were read for; null where there is only one. */
export interface InputsRead {
  readonly application: string | null;
  readonly inputs: readonly InputSummary[];
}

/** What became of records that are in no report that was asked for; empty where there are none, or a report tells. */
export function leftOutLines(
  read: readonly InputsRead[],
  reports: readonly Pick<ReportTarget<ReportFormat>, 'format'>[],
): string {
  const isTold = ({ format }: { readonly format: ReportFormat }) =>
    reporterById(ALL_REPORTERS, format).accountsForRecords;
  return reports.every(isTold) ? '' : read.map(({ application, inputs }) => leftOutOf(inputs, application)).join('');
}

/** What became of the records of each input that nobody was read from; empty where there are none. */
export function leftOutOf(inputs: readonly InputSummary[], application: string | null = null): string {
  const of = application === null ? '' : `${inert(application)}: `;
  return inputs
    .map(leftOutSentence)
    .filter((sentence) => sentence !== null)
    .map((sentence) => `idp-preflight: ${of}${sentence}\n`)
    .join('');
}

/** What a crosswalk that was written has to ask. */
export function templateLine(file: string, undecided: number): string {
  const asks =
    undecided === 0
      ? 'nothing is left to decide'
      : `${plural(undecided, 'row')} to decide: "same" where the two records are to be linked, "different" where not`;
  return `idp-preflight: wrote ${inert(file)}: ${asks}\n`;
}

/** Whether there is a certificate now. */
export function certificateLine(file: string, became: 'written' | 'withdrawn' | 'none'): string {
  const what = {
    written: 'verify it with gate verify, and go on with runbook start, or with runbook renew where one was begun',
    withdrawn: 'the gate is closed now, and a certificate stood there that says otherwise',
    none: 'a closed gate is not certified',
  }[became];
  const verb = { written: 'wrote', withdrawn: 'deleted', none: null }[became];
  return verb === null
    ? `idp-preflight: ${inert(file)} was not written: ${what}\n`
    : `idp-preflight: ${verb} ${inert(file)}: ${what}\n`;
}

/** A sentence may be long; what it quotes from a file may not, and is never live in a terminal. */
export function words(message: string): string {
  return message.split(' ').map(inert).join(' ');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
