import { COMPARE_POLICIES } from '../email/compare.ts';
import { PreflightError } from '../errors.ts';
import { OUTCOMES, type Outcome, type Person } from '../model/person.ts';
import type { Mode } from '../model/reconciliation.ts';
import { applicationsReportSchema, type Report, reportSchema } from '../model/report.ts';
import type { BaselineSummary } from '../model/verification.ts';
import { unknownWord } from '../nearest.ts';

type Body = Omit<Report, 'schemaVersion' | 'tool' | 'createdAt'>;

/** A report of `check` that holds everybody who matters. */
export interface Baseline {
  readonly summary: BaselineSummary;
  readonly mode: Mode;
  readonly people: readonly Person[];
  /** Why its gate was closed. */
  readonly gate: Body['gate'];
  /** What it was made from. */
  readonly inputs: Body['inputs'];
  /** Accounts of the list before that it does not show: further rows of people who have one already. */
  readonly hiddenRows: number;
}

/** Of whom nothing is lost by not naming them: any account of theirs is one that nobody predicted. */
const MAY_BE_WITHHELD: ReadonlySet<Outcome> = new Set(['not-provisioned']);

/**
 * Takes a parsed JSON report of `check` as what is to be verified.
 *
 * @param organization - which of several apps; where the report is about one, it chooses nothing
 * @throws PreflightError ERR_BASELINE where it is none, of a newer version, contradicts itself, or does not hold everybody
 */
export function baselineOf(report: unknown, organization: string | null): Baseline {
  requireKnownVersion(report);
  const { head, body, application } = bodyOf(report, organization);
  if (!COMPARE_POLICIES.some((known) => known === body.compare)) {
    throw unusable(unknownWord('compare policy of the baseline', body.compare, COMPARE_POLICIES));
  }
  // Optional fields of the schema may be undefined where those of the type are left out: to every reader that is the same.
  const people = body.people as unknown as readonly Person[];
  const listed = body.summary.users.app > 0;
  const withheld = withheldFrom(body, people);
  const shownRows = new Set(people.flatMap(({ app }) => (app === null ? [] : [`${app.line} ${app.file ?? ''}`])));
  return {
    summary: {
      application,
      createdAt: head.createdAt,
      version: head.tool.version,
      serviceProvider: body.serviceProvider,
      mode: body.mode,
      compare: body.compare,
      gate: body.gate.status,
      listed,
      people: people.length + withheld,
      withheld,
    },
    mode: body.mode,
    people,
    gate: body.gate,
    inputs: body.inputs,
    hiddenRows: listed ? Math.max(0, body.summary.active.app - shownRows.size) : 0,
  };
}

function bodyOf(report: unknown, organization: string | null) {
  const several = applicationsReportSchema.safeParse(report);
  if (several.success) {
    const { applications, ...head } = several.data;
    const names = applications.map(({ application }) => application);
    if (organization === null) {
      throw unusable(
        `The baseline is about several apps: say which one the lists are of with --organization NAME. It knows: ${names.join(', ')}.`,
      );
    }
    const found = applications.filter(({ application }) => application === organization);
    const [body] = found;
    if (body === undefined) throw unusable(unknownWord('app of the baseline', organization, names));
    if (found.length > 1) throw unusable(`The baseline has two apps that are named "${organization}".`);
    return { head, body, application: body.application };
  }
  const one = reportSchema.safeParse(report);
  if (one.success) return { head: one.data, body: one.data, application: null };
  const isOfSeveral = isRecord(report) && 'applications' in report;
  const issue = (isOfSeveral ? several : one).error?.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? '' : ` (at ${issue.path.join('.')})`;
  throw unusable(`The baseline is no JSON report of check${where}. Make it with: check … --all --report json=FILE.`);
}

/** A later version may mean something else by the same words. */
function requireKnownVersion(report: unknown): void {
  if (!isRecord(report)) return;
  const { schemaVersion } = report;
  if (typeof schemaVersion !== 'number' || schemaVersion <= 1) return;
  throw unusable(
    `The baseline is of schema version ${schemaVersion}, and this version of idp-preflight knows version 1. Update it.`,
  );
}

/** How many people the report counts and does not hold, where that does no harm. */
function withheldFrom({ summary, people: reported }: Body, people: readonly Person[]): number {
  let withheld = 0;
  const lacking: string[] = [];
  for (const outcome of OUTCOMES) {
    const missing = (summary.outcomes[outcome] ?? 0) - people.filter((person) => person.outcome === outcome).length;
    if (missing < 0) {
      throw unusable('The baseline contradicts itself: it holds more people than it counts. Make it again.');
    }
    if (missing === 0) continue;
    if (MAY_BE_WITHHELD.has(outcome)) withheld += missing;
    else lacking.push(`${missing} of ${outcome}`);
  }
  const owners = people.filter(({ owner }) => owner).length;
  if (lacking.length > 0) {
    throw unusable(
      `The baseline does not hold everybody: it counts ${lacking.join(', ')} who are not in it, among ${reported.length} who are. Make it with --all: check … --all --report json=FILE.`,
    );
  }
  if (owners !== summary.owners) {
    throw unusable(
      `The baseline contradicts itself: it counts ${summary.owners} account owners and holds ${owners}. Make it again, with --all.`,
    );
  }
  return withheld;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function unusable(message: string): PreflightError {
  return new PreflightError('ERR_BASELINE', message);
}
