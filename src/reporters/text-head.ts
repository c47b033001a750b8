import type { InputSummary } from '../model/input.ts';
import type { GateReason, GateVerdict, Reconciliation } from '../model/reconciliation.ts';
import type { FindingGroup } from './finding-groups.ts';
import { inert, type Style } from './terminal.ts';
import { countPeople, inertLong, plural } from './wording.ts';

/** Files of one side that are read alike are told in one line; more of them than this are counted. */
const FEW_FILES = 2;
/** Characters of a remedy that are shown as a whole. */
const MOST_WORDS = 260;
/** What is done first is no list of everything. */
const FIRST_STEPS = 3;
/** Waivers that are told of before the findings. */
const FIRST_WAIVERS = 3;

/**
 * What fits on one screen, in the order in which somebody in a hurry needs it: the verdict, what was assumed, what
 * blocks the switch, what to do first.
 */
export function headLines(
  reconciliation: Reconciliation,
  verdict: GateVerdict,
  groups: readonly FindingGroup[],
  style: Style,
): string {
  return (
    verdictLine(reconciliation, verdict, style) +
    list('Assumed, since nobody said it', assumptions(reconciliation), style) +
    (verdict.status === 'open'
      ? list(
          'Open because of what people decided',
          verdict.reasons.map(({ message }) => inertLong(message)),
          style,
        )
      : list('Blocks the switch', blockers(reconciliation, verdict), style)) +
    list('Waivers that do less than they say', unappliedWaivers(reconciliation), style) +
    (verdict.status === 'open' ? '' : firstSteps(groups, reconciliation.inputs, style))
  );
}

/** What to do about each group of errors: what is wrong with the files first, since it makes every other answer doubtful. */
export function whatToDo(groups: readonly FindingGroup[]): string[] {
  const errors = groups.filter(({ severity, waiver }) => severity === 'error' && waiver === null);
  const isOfInputs = ({ entries }: FindingGroup) => entries[0]?.person === null;
  return [...errors.filter(isOfInputs), ...errors.filter((group) => !isOfInputs(group))].map(({ kinds, entries }) => {
    const [remedy = '', ...others] = new Set(
      entries.flatMap(({ findings }) => findings.map((finding) => finding.remedy)),
    );
    const more = others.length === 0 ? '' : ` (and ${others.length} more like it)`;
    return `${kinds.join(' and ')} (${entries.length}): ${inertLong(inShort(remedy))}${more}`;
  });
}

function verdictLine({ summary, mode, people }: Reconciliation, verdict: GateVerdict, style: Style): string {
  const keep = people.filter(({ owner, outcome }) => owner && outcome === 'keeps-account').length;
  const of =
    summary.owners === 0
      ? 'nobody has an account today'
      : `${keep} of ${countPeople(summary.owners)} with an account today ${keep === 1 ? 'keeps' : 'keep'} it`;
  if (verdict.status !== 'open') {
    return `${style.bad(style.bold('GATE CLOSED'))}: do not switch yet. ${of}, with ${mode} provisioning.\n`;
  }
  const warnings = summary.severities.warning;
  const rest =
    warnings === 0 ? '' : ` ${warnings === 1 ? 'One warning is' : `${warnings} warnings are`} worth reading first.`;
  const waived = people.filter(({ waiver }) => waiver !== undefined).length;
  const against = waived === 0 ? '' : ` What happens to ${countPeople(waived)} is waived.`;
  return `${style.good(style.bold('GATE OPEN'))}: as far as these exports tell, ${of}, with ${mode} provisioning.${against}${rest}\n`;
}

/** What the answer rests on and nobody stated. */
function assumptions({ inputs, summary, mode }: Reconciliation): string[] {
  const byText = new Map<string, string[]>();
  for (const input of inputs) {
    for (const text of assumptionsOf(input, mode)) byText.set(text, [...(byText.get(text) ?? []), inert(input.file)]);
  }
  const told = [...byText].map(([text, files]) =>
    files.length <= FEW_FILES ? `${text} (${files.join(', ')})` : `${text} (${plural(files.length, 'file')})`,
  );
  if (summary.users.app === 0) {
    told.push(
      'every active old user has an account in the app, and nobody else: its own member list was not given (--app)',
    );
  }
  return told;
}

function assumptionsOf(input: InputSummary, mode: Reconciliation['mode']): string[] {
  const { side, mapping, mappingConfirmed } = input;
  const told: string[] = [];
  if (!mappingConfirmed && side === 'app') told.push(`the app has its accounts at ${columnName(mapping.sso)}`);
  if (!mappingConfirmed && side !== 'app') {
    const isScimSent = side === 'old' || mode === 'scim';
    const sent =
      isScimSent && mapping.scim === mapping.sso
        ? `${columnName(mapping.sso)} as SSO and SCIM email`
        : `${columnName(mapping.sso)} as SSO email${isScimSent ? ` and ${columnName(mapping.scim)} as SCIM email` : ''}`;
    told.push(`the ${side} IdP sends ${sent}`);
  }
  if (mapping.status === null) {
    told.push(
      `${side === 'app' ? 'every row is an account' : `every ${side} user is active`}: there is no status column`,
    );
  }
  return told;
}

function columnName(header: string | null): string {
  return header === null ? 'nothing' : `“${inert(header)}”`;
}

function blockers({ summary }: Reconciliation, { reasons }: GateVerdict): string[] {
  const isOutcome = ({ code }: GateReason) => Object.hasOwn(summary.outcomes, code);
  const told = reasons.filter(isOutcome).map(({ message }) => inert(message));
  if (summary.paired === 0) {
    told.push('nobody is on both sides: is it the wrong file, the wrong tenant, or have they no id in common?');
  }
  const kinds = reasons.filter((reason) => !isOutcome(reason)).map(({ code, count }) => `${inert(code)} ${count}`);
  return kinds.length === 0 ? told : [...told, `errors were found: ${kinds.join(', ')}`];
}

/** Whoever wrote them counts on them, and would look elsewhere for what keeps the gate closed. */
function unappliedWaivers({ policy }: Reconciliation): string[] {
  const told = (policy?.waivers ?? []).flatMap(({ id, unapplied }) =>
    unapplied === undefined ? [] : [`${inert(id)} ${clipped(inertLong(unapplied))}`],
  );
  const more = told.length - FIRST_WAIVERS;
  return more > 0 ? [...told.slice(0, FIRST_WAIVERS), `${more} more below`] : told;
}

function firstSteps(groups: readonly FindingGroup[], inputs: readonly InputSummary[], style: Style): string {
  const steps = whatToDo(groups);
  if (steps.length === 0) {
    const told =
      'What happens to these people blocks the switch, whatever became of their findings: put it right, or waive the outcome too, by name.';
    return `\n${style.bold('Do first')}\n  ${told}\n`;
  }
  const shown = steps.slice(0, FIRST_STEPS).map((step, index) => `  ${index + 1}. ${step}\n`);
  const more = steps.length - shown.length;
  const rest = `  ${more > 0 ? `${more} more below. ` : ''}idp-preflight explain KIND says how each comes about, and where to put it right.\n`;
  const inspect = inputs.every(({ mappingConfirmed }) => mappingConfirmed)
    ? ''
    : '  idp-preflight inspect OLD NEW prints this command with every column named.\n';
  return `\n${style.bold('Do first')}\n${shown.join('')}${style.dim(rest + inspect)}`;
}

function list(title: string, items: readonly string[], style: Style): string {
  if (items.length === 0) return '';
  return `\n${style.bold(title)}\n${items.map((item) => `  - ${item}\n`).join('')}`;
}

function clipped(text: string): string {
  const characters = [...text];
  return characters.length <= MOST_WORDS ? text : `${characters.slice(0, MOST_WORDS).join('')} …`;
}

/** A remedy, or its first sentence where it is long. */
function inShort(text: string): string {
  return text.length <= MOST_WORDS ? text : (/^.*?[.](?=\s|$)/s.exec(text)?.[0] ?? text);
}
