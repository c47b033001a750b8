import type { InputSummary } from '../model/input.ts';
import type { GateReason, GateVerdict, Reconciliation } from '../model/reconciliation.ts';
import { sentAttributes } from '../sent-attributes.ts';
import { ATTRIBUTE_NAMES } from './attribute-names.ts';
import { directionLines } from './direction.ts';
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
 * What fits on one screen, in the order in which somebody in a hurry needs it: the verdict, from where to where, what
 * was assumed, what blocks the switch, what to do first.
 */
export function headLines(
  reconciliation: Reconciliation,
  verdict: GateVerdict,
  groups: readonly FindingGroup[],
  style: Style,
): string {
  return (
    verdictLine(reconciliation, verdict, style) +
    directionLines(reconciliation.inputs, style) +
    list('Assumed, since nobody said it', assumptions(reconciliation), style) +
    (verdict.status === 'open'
      ? list(
          'Open because of what people decided',
          verdict.reasons.map(({ message }) => inertLong(message)),
          style,
        )
      : list('Blocks the switch', blockers(reconciliation, verdict, groups), style)) +
    list('Waivers that do less than they say', unappliedWaivers(reconciliation), style) +
    (verdict.status === 'open' ? '' : firstSteps(groups, reconciliation, verdict, style))
  );
}

/** What to do about each group of errors: what is wrong with the files first, since it makes every other answer doubtful. */
export function whatToDo(groups: readonly FindingGroup[]): string[] {
  const errors = groups.filter(isStandingError);
  const isOfInputs = ({ entries }: FindingGroup) => entries[0]?.person === null;
  return [...errors.filter(isOfInputs), ...errors.filter((group) => !isOfInputs(group))].map(({ kinds, entries }) => {
    const [remedy = '', ...others] = new Set(
      entries.flatMap(({ findings }) => findings.map((finding) => finding.remedy)),
    );
    const more = others.length === 0 ? '' : ` (and ${others.length} more like it)`;
    return `${kinds.join(' and ')} (${entries.length}): ${inertLong(inShort(remedy))}${more}`;
  });
}

function isStandingError({ severity, waiver }: FindingGroup): boolean {
  return severity === 'error' && waiver === null;
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
function assumptions({ inputs, summary, mode, assumesOfProvider = [] }: Reconciliation): string[] {
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
  told.push(...assumesOfProvider.map(inertLong));
  return told;
}

function assumptionsOf(input: InputSummary, mode: Reconciliation['mode']): string[] {
  const { side, mapping } = input;
  const told: string[] = [];
  const assumed = sentAttributes(side, mode).filter((attribute) => input.assumed.includes(attribute));
  if (assumed.length > 0) {
    const isOneColumn = assumed.length > 1 && mapping.sso === mapping.scim;
    const sent = isOneColumn
      ? `${columnName(mapping.sso)} as SSO and SCIM email`
      : assumed.map((attribute) => `${columnName(mapping[attribute])} as ${ATTRIBUTE_NAMES[attribute]}`).join(' and ');
    told.push(
      side === 'app' ? `the app has its accounts at ${columnName(mapping.sso)}` : `the ${side} IdP sends ${sent}`,
    );
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

/** People are counted once for each outcome and kind, as everywhere below, however many errors of a kind somebody has. */
function blockers({ summary }: Reconciliation, { reasons }: GateVerdict, groups: readonly FindingGroup[]): string[] {
  const isOutcome = ({ code }: GateReason) => Object.hasOwn(summary.outcomes, code);
  const told = reasons.filter(isOutcome).map(({ message }) => inert(message));
  if (summary.paired === 0) {
    told.push('nobody is on both sides: is it the wrong file, the wrong tenant, or have they no id in common?');
  }
  const kinds = reasons
    .filter((reason) => !isOutcome(reason))
    .map(({ code, count, message }) => {
      const standing = groups.filter((group) => isStandingError(group) && group.kinds.includes(code));
      const entries = standing.flatMap((group) => group.entries);
      return { code, count: entries.length === 0 ? count : entries.length, message, entries };
    });
  const listed = (some: typeof kinds) => some.map(({ code, count }) => `${inert(code)} ${count}`).join(', ');
  const ofPeople = kinds.filter(({ entries }) => entries.some(({ person }) => person !== null));
  const ofInputs = kinds.filter(({ entries }) => entries.length > 0 && entries.every(({ person }) => person === null));
  const others = kinds.filter(({ entries }) => entries.length === 0);
  const concerned = new Set(ofPeople.flatMap(({ entries }) => entries.map(({ person }) => person)));
  const areSeveral = ofPeople.reduce((sum, { count }) => sum + count, 0) > concerned.size;
  const several = areSeveral ? ', counted once for each kind' : '';
  return [
    ...told,
    ...others.map(({ message }) => inert(message)),
    ...(ofInputs.length === 0 ? [] : [`errors in what was given: ${listed(ofInputs)}`]),
    ...(ofPeople.length === 0 ? [] : [`errors about ${countPeople(concerned.size)}${several}: ${listed(ofPeople)}`]),
  ];
}

/** Whoever wrote them counts on them, and would look elsewhere for what keeps the gate closed. */
function unappliedWaivers({ policy }: Reconciliation): string[] {
  const told = [...(policy?.waivers ?? []), ...(policy?.budgets ?? [])].flatMap(({ id, unapplied }) =>
    unapplied === undefined ? [] : [`${inert(id)} ${clipped(inertLong(unapplied))}`],
  );
  const more = told.length - FIRST_WAIVERS;
  return more > 0 ? [...told.slice(0, FIRST_WAIVERS), `${more} more below`] : told;
}

function firstSteps(
  groups: readonly FindingGroup[],
  { inputs, summary }: Reconciliation,
  { reasons }: GateVerdict,
  style: Style,
): string {
  const steps = whatToDo(groups);
  if (steps.length === 0) {
    const told = reasons.some(({ code }) => Object.hasOwn(summary.outcomes, code))
      ? 'What happens to these people blocks the switch, whatever became of their findings: put it right, or waive the outcome too, by name.'
      : 'Nothing but the policy blocks the switch: give what it requires, and keep within what it allows, or have whoever answers for it decide otherwise.';
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
