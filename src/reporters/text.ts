import { shown } from '../email/shown.ts';
import type { Finding } from '../model/finding.ts';
import type { ExclusionReason, InputSummary } from '../model/input.ts';
import { OUTCOMES, type Outcome, type Person } from '../model/person.ts';
import type { GateVerdict, Mode, Reconciliation } from '../model/reconciliation.ts';
import type { User } from '../model/user.ts';
import type { WaiverMark } from '../model/waiver-mark.ts';
import { classCounts, type FindingGroup, type GroupEntry, groupFindings, variedFew } from './finding-groups.ts';
import type { Reporter, ReportInput } from './reporter.ts';
import { inert, type Style, styleFor } from './terminal.ts';
import { headLines, whatToDo } from './text-head.ts';
import { policyLines } from './text-policies.ts';
import { countWaived } from './waived.ts';
import { countPeople, inertLong, plural } from './wording.ts';

/** People shown of each kind of finding, unless all are asked for. */
const FIRST_FEW = 3;
/** What is wrong with the files comes first in every repair, so more of it is shown. */
const FIRST_OF_INPUTS = 12;

const OUTCOME_MEANING: Readonly<Record<Outcome, string>> = {
  unverified: 'cannot be told from somebody else: nothing is known of them',
  'account-takeover': "arrive at somebody else's account",
  'keeps-account': 'keep their account',
  'duplicate-account': 'get a second, empty account and lose sight of their own',
  'sign-in-blocked': 'cannot sign in, though their account is there',
  'loses-access': 'lose their account: no active user in the new IdP',
  'new-account': 'get an account for the first time',
  'not-provisioned': 'have no account, before or after',
};

/** The report for people: the verdict first, then what happens to whom, what was found, and what to do next. */
export const text = {
  id: 'text',
  async *render({ reconciliation, verdict, options }: ReportInput): AsyncGenerator<string> {
    const style = styleFor(options.color === true);
    const groups = groupFindings(reconciliation);
    yield headLines(reconciliation, verdict, groups, style);
    yield comparedLines(reconciliation, options.all === true, style);
    yield outcomeLines(reconciliation, style);
    yield policyLines(
      reconciliation,
      options.all === true,
      style,
      (person) => `${nameOf(person)}  ${style.dim(placeOf(person))}`,
    );
    if (groups.length > 0) yield `\n${style.bold('Findings')}\n`;
    for (const group of groups) yield groupLines(group, options.all === true, style);
    yield nextLines(groups, verdict, style);
  },
} as const satisfies Reporter;

function comparedLines(
  { inputs, serviceProvider, mode, compare, summary, people }: Reconciliation,
  all: boolean,
  style: Style,
): string {
  const rows = inputs.map((input) => `  ${input.side}  ${inputLine(input, mode, all)}\n`).join('');
  const tiers = new Map<string, number>();
  for (const { correlation } of people) {
    if (correlation !== null) tiers.set(correlation.tier, (tiers.get(correlation.tier) ?? 0) + 1);
  }
  const by = [...tiers].sort((a, b) => b[1] - a[1]).map(([tier, count]) => `${tier} ${count}`);
  const how = by.length === 0 ? '' : ` (by ${by.join(', ')}; ${summary.pairedByEmailAlone} by nothing but the email)`;
  const listed = summary.users.app === 0 ? '' : `; ${plural(summary.active.app, 'account')} on the app's list`;
  return (
    `\n${style.bold('What was compared')}  (service provider ${inert(serviceProvider)}, policy ${inert(compare)})\n${rows}` +
    `  ${plural(summary.paired, 'pair')}${how}; active users: ${summary.active.old} old, ${summary.active.new} new${listed}\n`
  );
}

function inputLine(input: InputSummary, mode: Mode, all: boolean): string {
  const { mapping } = input;
  const left = Object.entries(input.excludedReasons).map(
    ([reason, count]) => `${count} left out (${reason}, ${linesOf(input, reason as ExclusionReason, all)})`,
  );
  const parts = [
    `${plural(input.records, 'record')}: ${plural(input.users, 'user')}`,
    ...(input.rejected > 0 ? [`${input.rejected} rejected`] : []),
    ...left,
  ];
  const status =
    mapping.status === null ? 'no status column: everybody counts as active' : `status from ${column(mapping.status)}`;
  const how = `${status}; profile ${inert(input.profile)}, ${input.encoding}`;
  const head = `${inert(input.file)}: ${parts.join(', ')}\n       `;
  const who = input.mappingConfirmed ? 'as you said' : 'assumed';
  if (input.side === 'app') return `${head}email from ${column(mapping.sso)} (${who}); ${how}`;
  const isScimSent = input.side !== 'new' || mode === 'scim';
  const scim = isScimSent ? `SCIM email from ${column(mapping.scim)}` : `no SCIM email in ${mode} mode`;
  const sent = `SSO email from ${column(mapping.sso)}, ${scim}`;
  return `${head}${sent} (${who}); ${how}`;
}

/** Where records that are left out start; the first few runs of lines, unless all are asked for. */
function linesOf({ format, excludedLines }: InputSummary, reason: ExclusionReason, all: boolean): string {
  const runs = excludedLines[reason] ?? [];
  const few = runs
    .slice(0, all ? runs.length : FIRST_FEW)
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  const isOne = runs.length === 1 && runs[0]?.[0] === runs[0]?.[1];
  const places = `${format === 'json' ? 'record' : 'line'}${isOne ? '' : 's'}`;
  return `${places} ${few.join(', ')}${few.length < runs.length ? ', …' : ''}`;
}

function column(header: string | null): string {
  return header === null ? 'nowhere' : `“${inert(header)}”`;
}

function outcomeLines({ summary, people }: Reconciliation, style: Style): string {
  const waived = (outcome: Outcome) => {
    const count = countWaived(people, outcome);
    return count === 0 ? '' : `, ${count} of them waived`;
  };
  const width = String(Math.max(...OUTCOMES.map((outcome) => summary.outcomes[outcome]))).length;
  const lines = OUTCOMES.filter((outcome) => summary.outcomes[outcome] > 0).map(
    (outcome) =>
      `  ${String(summary.outcomes[outcome]).padStart(width)}  ${OUTCOME_MEANING[outcome]} ${style.dim(`(${outcome})`)}${waived(outcome)}\n`,
  );
  return `\n${style.bold('What happens to whom')}\n${lines.join('')}`;
}

function groupLines({ kinds, severity, waiver, entries }: FindingGroup, all: boolean, style: Style): string {
  const mark = severity === 'error' ? style.bad('error  ') : severity === 'warning' ? style.warn('warning') : 'info   ';
  const isOfInputs = entries[0]?.person === null;
  const few = all ? entries : variedFew(entries, isOfInputs ? FIRST_OF_INPUTS : FIRST_FEW);
  const more = entries.length - few.length;
  const ways = classCounts(entries).map(([name, count]) => `${name} ${count}`);
  const count = isOfInputs ? String(entries.length) : countPeople(entries.length);
  const remedies = new Set(few.flatMap(({ findings }) => findings.map(({ remedy }) => remedy)));
  return (
    `\n  ${mark}  ${style.bold(kinds.join(' and '))}  ${count}${ways.length > 0 ? style.dim(` (${ways.join(', ')})`) : ''}\n` +
    (waiver === null ? '' : `      Waived by ${waiverWords(waiver)}\n`) +
    few.map((entry) => entryLines(entry, style)).join('') +
    (more > 0 ? style.dim(`      … and ${more} more (--all lists them, --report json has everything)\n`) : '') +
    // What somebody has taken responsibility for is not to be put right.
    (waiver === null ? [...remedies].map((remedy) => `      Fix: ${inertLong(remedy)}\n`).join('') : '')
  );
}

function entryLines({ person, findings }: GroupEntry, style: Style): string {
  const [first] = findings;
  if (first === undefined) return '';
  const who = person === null ? place(first) : `${nameOf(person)}  ${style.dim(placeOf(person))}`;
  const waived = person?.waiver;
  const mark = waived === undefined ? '' : `        ${person?.outcome} is waived by ${inert(waived.id)}\n`;
  return `${who === '' ? '' : `      ${who}\n`}${mark}${findings.map((finding) => findingLines(finding, style)).join('')}`;
}

function findingLines(finding: Finding, style: Style): string {
  if (finding.difference === undefined) return `        ${inertLong(finding.message)}\n${otherLines(finding, style)}`;
  const { old, new: next, classes } = finding.difference;
  const labels = labelsOf(finding);
  return (
    `        ${labels[0]} ${inert(old)}\n        ${labels[1]} ${inert(next)}  ` +
    `${style.dim(`(${classes.join(', ')})`)}\n${otherLines(finding, style)}`
  );
}

/** Whose the two values of a difference are. */
function labelsOf({ side, attribute }: Finding): [string, string] {
  if (side === 'app') return ['app ', 'IdP '];
  // Without an attribute both are of the new side: what SCIM pushes, and what is asserted.
  return attribute === undefined ? ['SCIM', 'SSO '] : ['old ', 'new '];
}

function otherLines({ others }: Finding, style: Style): string {
  if (others === undefined || others.length === 0) return '';
  const few = others
    .slice(0, FIRST_FEW)
    .map((user) => `        ${style.dim('·')} ${user.side}: ${userName(user)}  ${style.dim(userPlace(user))}\n`);
  const more = others.length - few.length;
  return few.join('') + (more > 0 ? `        ${style.dim(`· and ${more} more`)}\n` : '');
}

function nextLines(groups: readonly FindingGroup[], verdict: GateVerdict, style: Style): string {
  if (verdict.status === 'open') {
    return `\n${style.bold('Next')}\n  Keep this report with the change. If anything changes in either IdP before the switch, export and run this again.\n`;
  }
  const [first] = whatToDo(groups);
  const fix = first === undefined ? 'Settle what blocks the switch.' : `Start with ${first}`;
  return `\n${style.bold('Next')}\n  ${fix}\n  Then export again and run the same command; the gate opens when no error is left that is not waived.\n`;
}

function nameOf(person: Person): string {
  const user = person.old ?? person.new ?? person.app;
  return user === null ? '' : userName(user);
}

function userName(user: User): string {
  const email = user.sso ?? user.scim ?? user.username;
  const address = email === null ? 'no email' : inert(shown(email));
  return user.name === null ? address : `${inert(user.name)} <${address}>`;
}

function placeOf(person: Person): string {
  const isRow = person.old === null && person.new === null;
  return [person.old, person.new, isRow ? person.app : null]
    .filter((user) => user !== null)
    .map(userPlace)
    .join(' → ');
}

function userPlace(user: User): string {
  return user.file === null ? `${user.side} record ${user.line}` : `${inert(user.file)}:${user.line}`;
}

function waiverWords({ id, reason, expires }: WaiverMark): string {
  return `${inert(id)} until ${inert(expires)}: ${inert(reason)}`;
}

function place({ file, line, side }: Finding): string {
  if (file === undefined) return side === undefined ? '' : `${side} side`;
  return line === undefined ? inert(file) : `${inert(file)}:${line}`;
}
