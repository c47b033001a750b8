import { type PreflightError, toPreflightError } from '../errors.ts';
import type { GateVerdict, Reconciliation } from '../model/reconciliation.ts';
import { inert } from '../reporters/terminal.ts';
import { waivedErrors } from '../reporters/waived.ts';

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

/** What a crosswalk that was written has to ask. */
export function templateLine(file: string, undecided: number): string {
  const asks =
    undecided === 0
      ? 'nothing is left to decide'
      : `${plural(undecided, 'row')} to decide: "same" where the two records are to be linked, "different" where not`;
  return `idp-preflight: wrote ${inert(file)}: ${asks}\n`;
}

/** A sentence may be long; what it quotes from a file may not, and is never live in a terminal. */
function words(message: string): string {
  return message.split(' ').map(inert).join(' ');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
