import type { ApplicationVerdict } from '../model/application.ts';
import type { GateVerdict } from '../model/reconciliation.ts';
import { inert, type Style } from './terminal.ts';
import { inertLong, plural } from './wording.ts';

/** Reasons of one app that the overview tells; its own report has all. */
const FIRST_REASONS = 3;

/** The verdict on the whole switch, and on each app in a few lines: what fits on one screen. */
export function overviewLines(applications: readonly ApplicationVerdict[], verdict: GateVerdict, style: Style): string {
  const closed = applications.filter((one) => one.verdict.status !== 'open').length;
  const head =
    verdict.status === 'open'
      ? `${style.good(style.bold('GATE OPEN'))}: as far as these exports tell, for ${plural(applications.length, 'app')}.\n`
      : `${style.bad(style.bold('GATE CLOSED'))}: do not switch yet. ${closed} of ${plural(applications.length, 'app')} ${closed === 1 ? 'is' : 'are'} closed.\n`;
  return `${head}\n${applications.map((one) => applicationLines(one, style)).join('')}`;
}

/** What stands above the report on one app. */
export function applicationTitle(application: string, style: Style): string {
  return `\n${style.bold(`== ${inert(application)} ==`)}\n\n`;
}

function applicationLines({ application, reconciliation, verdict }: ApplicationVerdict, style: Style): string {
  const { summary, mode, compare, serviceProvider, people } = reconciliation;
  const keep = people.filter(({ owner, outcome }) => owner && outcome === 'keeps-account').length;
  const status = verdict.status === 'open' ? style.good('open  ') : style.bad('closed');
  const few = verdict.reasons.slice(0, FIRST_REASONS).map(({ message }) => `            ${inertLong(message)}\n`);
  const more = verdict.reasons.length - few.length;
  return (
    `  ${status}  ${style.bold(inert(application))}: ${keep} of ${summary.owners} keep their account ` +
    `${style.dim(`(${inert(serviceProvider)}, ${mode}, ${inert(compare)})`)}\n` +
    few.join('') +
    (more > 0 ? style.dim(`            and ${more} more below\n`) : '')
  );
}
