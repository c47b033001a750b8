import { shown } from '../email/shown.ts';
import type { Finding } from '../model/finding.ts';
import type { InputSummary } from '../model/input.ts';
import { OUTCOMES, type Outcome, type Person } from '../model/person.ts';
import type { GateVerdict, Mode, Reconciliation } from '../model/reconciliation.ts';
import type { Attribute, User } from '../model/user.ts';
import type { WaiverMark } from '../model/waiver-mark.ts';
import { sentAttributes } from '../sent-attributes.ts';
import { ATTRIBUTE_NAMES } from './attribute-names.ts';
import { classCounts, type FindingGroup, type GroupEntry, groupFindings, variedFew } from './finding-groups.ts';
import { leftOut } from './left-out.ts';
import { type PlaceOf, placesIn } from './places.ts';
import type { ApplicationsInput, Reporter, ReportInput } from './reporter.ts';
import { inert, type Style, styleFor } from './terminal.ts';
import { applicationTitle, overviewLines } from './text-applications.ts';
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

/** How findings are written. */
interface Telling {
  /** Everybody of each finding. */
  readonly all: boolean;
  readonly style: Style;
  readonly at: PlaceOf;
}

/** The report for people: the verdict first, then what happens to whom, what was found, and what to do next. */
export const text = {
  id: 'text',
  accountsForRecords: true,
  render: reportOn,
  async *renderApplications({ applications, verdict, options }: ApplicationsInput): AsyncGenerator<string> {
    const style = styleFor(options.color === true);
    yield overviewLines(applications, verdict, style);
    for (const { application, ...of } of applications) {
      yield applicationTitle(application, style);
      yield* reportOn({ ...of, options });
    }
  },
} as const satisfies Reporter;

async function* reportOn({ reconciliation, verdict, options }: ReportInput): AsyncGenerator<string> {
  const style = styleFor(options.color === true);
  const all = options.all === true;
  const told: Telling = { all, style, at: placesIn(reconciliation.inputs) };
  const groups = groupFindings(reconciliation);
  yield headLines(reconciliation, verdict, groups, style);
  yield comparedLines(reconciliation, all, style);
  yield outcomeLines(reconciliation, style);
  yield policyLines(
    reconciliation,
    all,
    style,
    (person) => `${nameOf(person)}  ${style.dim(placeOf(person, told.at))}`,
  );
  if (groups.length > 0) yield `\n${style.bold('Findings')}\n`;
  for (const group of groups) yield groupLines(group, told);
  yield nextLines(groups, verdict, style);
}

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
  const left = leftOut(input, all).map(({ reason, count, where }) => `${count} left out (${reason}, ${where})`);
  const parts = [
    `${plural(input.records, 'record')}: ${plural(input.users, 'user')}`,
    ...(input.rejected > 0 ? [`${input.rejected} rejected`] : []),
    ...left,
  ];
  const status =
    mapping.status === null ? 'no status column: everybody counts as active' : `status from ${column(mapping.status)}`;
  const how = `${status}; profile ${inert(input.profile)}, ${input.sheet === null ? input.encoding : `sheet “${inert(input.sheet)}”`}`;
  const head = `${inert(input.file)}: ${parts.join(', ')}\n       `;
  return `${head}${emailsOf(input, mode)}; ${how}`;
}

/** Which columns the emails are read from, and who said so: once where it is the same for all. */
function emailsOf(input: InputSummary, mode: Mode): string {
  const { side, mapping } = input;
  const sent = sentAttributes(side, mode);
  const who = (attribute: Attribute) => (input.assumed.includes(attribute) ? ' (assumed)' : ' (as you said)');
  const isAlike = new Set(sent.map(who)).size === 1;
  const parts = sent.map((attribute) => {
    const name = side === 'app' ? 'email' : ATTRIBUTE_NAMES[attribute];
    return `${name} from ${column(mapping[attribute])}${isAlike ? '' : who(attribute)}`;
  });
  const unsent = side !== 'app' && !sent.includes('scim') ? [`no SCIM email in ${mode} mode`] : [];
  return `${[...parts, ...unsent].join(', ')}${isAlike ? who('sso') : ''}`;
}

function column(header: string | null): string {
  return header === null ? 'nowhere' : `“${inert(header)}”`;
}

function outcomeLines({ summary, people }: Reconciliation, style: Style): string {
  const ofThem = (count: number, what: string) => (count === 0 ? '' : `, ${count} of them ${what}`);
  const notes = (outcome: Outcome) =>
    ofThem(countWithoutAccount(people, outcome), 'without an account today') +
    ofThem(countWaived(people, outcome), 'waived');
  const width = String(Math.max(...OUTCOMES.map((outcome) => summary.outcomes[outcome]))).length;
  const lines = OUTCOMES.filter((outcome) => summary.outcomes[outcome] > 0).map(
    (outcome) =>
      `  ${String(summary.outcomes[outcome]).padStart(width)}  ${OUTCOME_MEANING[outcome]} ${style.dim(`(${outcome})`)}${notes(outcome)}\n`,
  );
  return `\n${style.bold('What happens to whom')}\n${lines.join('')}`;
}

/** Whoever has no account cannot lose it, nor hold the gate by that; of these two outcomes that goes without saying. */
function countWithoutAccount(people: readonly Person[], outcome: Outcome): number {
  if (outcome === 'new-account' || outcome === 'not-provisioned') return 0;
  return people.filter((person) => person.outcome === outcome && !person.owner).length;
}

function groupLines({ kinds, severity, waiver, entries }: FindingGroup, told: Telling): string {
  const { all, style } = told;
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
    few.map((entry) => entryLines(entry, told)).join('') +
    (more > 0 ? style.dim(`      … and ${more} more (--all lists them, --report json has everything)\n`) : '') +
    // What somebody has taken responsibility for is not to be put right.
    (waiver === null ? [...remedies].map((remedy) => `      Fix: ${inertLong(remedy)}\n`).join('') : '')
  );
}

function entryLines({ person, findings }: GroupEntry, told: Telling): string {
  const { style, at } = told;
  const [first] = findings;
  if (first === undefined) return '';
  const who = person === null ? place(first, at) : `${nameOf(person)}  ${style.dim(placeOf(person, at))}`;
  const waived = person?.waiver;
  const mark = waived === undefined ? '' : `        ${person?.outcome} is waived by ${inert(waived.id)}\n`;
  return `${who === '' ? '' : `      ${who}\n`}${mark}${findings.map((finding) => findingLines(finding, told)).join('')}`;
}

function findingLines(finding: Finding, told: Telling): string {
  if (finding.difference === undefined) return `        ${inertLong(finding.message)}\n${otherLines(finding, told)}`;
  const { old, new: next, classes } = finding.difference;
  const labels = labelsOf(finding);
  return (
    `        ${labels[0]} ${inert(old)}\n        ${labels[1]} ${inert(next)}  ` +
    `${told.style.dim(`(${classes.join(', ')})`)}\n${otherLines(finding, told)}`
  );
}

/** Whose the two values of a difference are. */
function labelsOf({ side, attribute }: Finding): [string, string] {
  if (side === 'app') return ['app ', 'IdP '];
  // Without an attribute both are of the new side: what SCIM pushes, and what is asserted.
  return attribute === undefined ? ['SCIM', 'SSO '] : ['old ', 'new '];
}

function otherLines({ others }: Finding, { style, at }: Telling): string {
  if (others === undefined || others.length === 0) return '';
  const few = others
    .slice(0, FIRST_FEW)
    .map((user) => `        ${style.dim('·')} ${user.side}: ${userName(user)}  ${style.dim(userPlace(user, at))}\n`);
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

function placeOf(person: Person, at: PlaceOf): string {
  const isRow = person.old === null && person.new === null;
  return [person.old, person.new, isRow ? person.app : null]
    .filter((user) => user !== null)
    .map((user) => userPlace(user, at))
    .join(' → ');
}

function userPlace({ side, file, line }: User, at: PlaceOf): string {
  return file === null ? `${side} record ${line}` : at({ side, file, line });
}

function waiverWords({ id, reason, expires }: WaiverMark): string {
  return `${inert(id)} until ${inert(expires)}: ${inert(reason)}`;
}

function place({ file, line, side }: Finding, at: PlaceOf): string {
  if (file === undefined) return side === undefined ? '' : `${side} side`;
  return line === undefined ? inert(file) : at({ side, file, line });
}
