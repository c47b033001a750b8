import { shown } from '../../email/shown.ts';
import type { Finding } from '../../model/finding.ts';
import {
  ACCOUNT_RESULTS,
  type AccountResult,
  SYNC_RESULTS,
  type SyncResult,
  type Verification,
  type VerifiedPerson,
} from '../../model/verification.ts';
import { leftOut } from '../../reporters/left-out.ts';
import { type PlaceOf, placesIn } from '../../reporters/places.ts';
import { inert, type Style, styleFor } from '../../reporters/terminal.ts';
import { countPeople, inertLong, plural } from '../../reporters/wording.ts';
import type { VerificationReporter } from './verification-reporter.ts';

/** People shown of each kind, unless all are asked for. */
const FIRST_FEW = 5;

const ACCOUNT_MEANING: Readonly<Record<AccountResult, string>> = {
  duplicated: 'have two accounts now',
  replaced: 'have another account in place of theirs',
  vanished: 'had an account that is gone, against what was predicted',
  missing: 'were to get an account, and have none',
  unexpected: 'have an account that was not predicted',
  stayed: 'have their account, as before',
  appeared: 'got an account, as predicted',
  gone: 'lost their account, as predicted',
  none: 'have no account, and were to have none',
};
const SYNC_MEANING: Readonly<Record<SyncResult, string>> = {
  twice: 'arrived twice',
  missing: 'did not arrive',
  inactive: 'arrived, and are not active',
  otherwise: 'arrived under another address than predicted',
  unexpected: 'arrived, and were not expected',
  arrived: 'arrived, as predicted',
  none: 'were not to arrive, and did not',
};

/** The report for people: the verdict, what became of accounts and arrivals, what was found, what was not looked at. */
export const text = {
  id: 'text',
  accountsForRecords: true,
  async *render(verification, options) {
    const style = styleFor(options.color === true);
    yield headLines(verification, style);
    yield listLines(verification, style, options.all === true);
    yield resultLines(
      'What became of the accounts',
      ACCOUNT_RESULTS,
      ACCOUNT_MEANING,
      verification.summary.accounts,
      style,
    );
    yield resultLines(
      'Who arrived in the SCIM directory',
      SYNC_RESULTS,
      SYNC_MEANING,
      verification.summary.syncs,
      style,
    );
    yield* findingLines(verification, style, options.all === true);
    yield `\n${style.bold('Not verified')}\n${verification.notVerified.map((what) => `  ${inertLong(what)}\n`).join('')}`;
  },
} as const satisfies VerificationReporter;

function headLines({ verdict, organization, baseline, summary }: Verification, style: Style): string {
  const of = organization === null ? '' : ` (${inert(organization)})`;
  const of1 = `${countPeople(baseline.people)} of the baseline of ${inert(baseline.createdAt)}, ${baseline.mode} mode, policy ${inert(baseline.compare)}`;
  const head =
    verdict.status === 'verified'
      ? `${style.good(style.bold('VERIFIED'))}${of}: as far as these lists tell, what happened is what was predicted`
      : `${style.bad(style.bold('DOES NOT VERIFY'))}${of}: ${verdict.reasons.map(({ message }) => inertLong(message)).join('; ')}`;
  const waived = summary.waived === 0 ? '' : ` The prediction of ${countPeople(summary.waived)} is waived.`;
  return `${head}.\n${of1}; its gate was ${baseline.gate}.${waived}\n`;
}

function listLines({ inputs, summary: { rows } }: Verification, style: Style, all: boolean): string {
  if (inputs.length === 0) return '';
  const lines = inputs.map((input) => {
    const parts = [
      `${plural(input.records, 'record')}: ${plural(input.users, 'user')}`,
      ...(input.rejected > 0 ? [`${input.rejected} rejected`] : []),
      ...leftOut(input, all).map(({ reason, count, where }) => `${count} left out (${reason}, ${where})`),
    ];
    const address = input.side === 'app' ? input.mapping.sso : input.mapping.scim;
    const list = input.side === 'app' ? 'app ' : 'scim';
    return `  ${list}  ${inert(input.file)}: ${parts.join(', ')}; address from ${address === null ? 'nowhere' : `“${inert(address)}”`}${input.assumed.includes(input.side === 'app' ? 'sso' : 'scim') ? ' (assumed)' : ''}, profile ${inert(input.profile)}\n`;
  });
  const app =
    rows.app === null
      ? ''
      : `  rows of the member list: ${rows.app.ofPeople} of people of the baseline, ${rows.app.unexpected} not predicted, ${rows.app.removed} no account\n`;
  const scim =
    rows.scim === null
      ? ''
      : `  users of the SCIM directory: ${rows.scim.ofPeople} of people of the baseline, ${rows.scim.unexpected} not expected, ${rows.scim.inactive} inactive and nobody's\n`;
  return `\n${style.bold('What was looked at')}\n${lines.join('')}${app}${scim}`;
}

function resultLines<Result extends string>(
  title: string,
  results: readonly Result[],
  meaning: Readonly<Record<Result, string>>,
  counts: Readonly<Record<Result, number>> | null,
  style: Style,
): string {
  if (counts === null) return '';
  const width = String(Math.max(...results.map((result) => counts[result]))).length;
  const lines = results
    .filter((result) => counts[result] > 0)
    .map((result) => `  ${String(counts[result]).padStart(width)}  ${meaning[result]} ${style.dim(`(${result})`)}\n`);
  return `\n${style.bold(title)}\n${lines.join('')}`;
}

interface Entry {
  readonly person: VerifiedPerson | null;
  readonly finding: Finding;
}

function* findingLines(verification: Verification, style: Style, all: boolean): Generator<string> {
  const at = placesIn(verification.inputs);
  const groups = new Map<string, Entry[]>();
  const add = (entry: Entry) => {
    const key = `${SEVERITY_RANK[entry.finding.severity]} ${entry.finding.kind}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [entry]);
    else known.push(entry);
  };
  for (const finding of verification.inputFindings) add({ person: null, finding });
  for (const person of verification.people) for (const finding of person.findings) add({ person, finding });
  if (groups.size > 0) yield `\n${style.bold('Findings')}\n`;
  for (const [, entries] of [...groups].sort(([a], [b]) => Number(a.charAt(0)) - Number(b.charAt(0)))) {
    yield groupLines(entries, style, all, at);
  }
}

const SEVERITY_RANK = { error: 0, warning: 1, info: 2 } as const;

function groupLines(entries: readonly Entry[], style: Style, all: boolean, at: PlaceOf): string {
  const [first] = entries;
  if (first === undefined) return '';
  const { severity, kind } = first.finding;
  const mark = severity === 'error' ? style.bad('error  ') : severity === 'warning' ? style.warn('warning') : 'info   ';
  const few = all ? entries : entries.slice(0, FIRST_FEW);
  const more = entries.length - few.length;
  const count = first.person === null ? String(entries.length) : countPeople(entries.length);
  const remedies = new Set(few.map(({ finding }) => finding.remedy));
  return (
    `\n  ${mark}  ${style.bold(kind)}  ${count}\n` +
    few.map((entry) => entryLines(entry, style, at)).join('') +
    (more > 0 ? style.dim(`      … and ${more} more (--all lists them)\n`) : '') +
    [...remedies].map((remedy) => `      Fix: ${inertLong(remedy)}\n`).join('')
  );
}

function entryLines({ person, finding }: Entry, style: Style, at: PlaceOf): string {
  const { file, line, side, message, others = [] } = finding;
  const place = file === undefined ? '' : line === undefined ? inert(file) : at({ side, file, line });
  const who = person === null ? place : `${nameOf(person)}  ${style.dim(place)}`.trimEnd();
  const named = others
    .slice(0, FIRST_FEW)
    .map((user) => {
      const where =
        user.file === null ? `record ${user.line}` : at({ side: user.side, file: user.file, line: user.line });
      return `        ${style.dim('·')} ${nameOfUser(user)}  ${style.dim(where)}\n`;
    })
    .join('');
  const ways = finding.difference === undefined ? '' : `  ${style.dim(`(${finding.difference.classes.join(', ')})`)}`;
  return `${who === '' ? '' : `      ${who}\n`}        ${inertLong(message)}${ways}\n${named}`;
}

function nameOf({ old, new: next, app, accounts, synced }: VerifiedPerson): string {
  const user = old ?? next ?? app ?? accounts[0] ?? synced[0];
  return user === undefined ? '' : nameOfUser(user);
}

function nameOfUser({ name, sso, scim, username }: NonNullable<VerifiedPerson['old']>): string {
  const email = sso ?? scim ?? username;
  const address = email === null ? 'no email' : inert(shown(email));
  return name === null ? address : `${inert(name)} <${address}>`;
}
