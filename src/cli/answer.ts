import type { ApplicationVerdict } from '../model/application.ts';
import type { CrosswalkDecision } from '../model/crosswalk.ts';
import type { InputSummary } from '../model/input.ts';
import type { GatePolicy } from '../model/policy.ts';
import type { GateVerdict, Reconciliation } from '../model/reconciliation.ts';
import { check } from '../node/check.ts';
import { checkApplications } from '../node/check-applications.ts';
import { render, renderApplications } from '../node/render.ts';
import type { ReportFormat } from '../node/writers/index.ts';
import type { RenderOptions } from '../reporters/reporter.ts';
import type { CheckCommand } from './check-options.ts';
import { applicationsLine, verdictLine } from './messages.ts';
import type { ProgressLine } from './progress.ts';

/** What came out of a check, of one app or of several. */
export interface Answer {
  readonly verdict: GateVerdict;
  readonly verdictLine: string;
  /** What was found: of one app, or of several. */
  readonly subject: Reconciliation | readonly ApplicationVerdict[];
  /** Every input as it was read; of several apps, once for each. */
  readonly inputs: readonly InputSummary[];
  /** Everybody of whom a human may have to say who they are. */
  readonly doubts: Reconciliation;
  render(format: ReportFormat, options: RenderOptions): AsyncIterable<string>;
}

/** Checks what the command says. */
export async function answerOf(
  command: CheckCommand,
  crosswalk: readonly CrosswalkDecision[] | undefined,
  now: () => Date,
  progress: ProgressLine | undefined,
): Promise<Answer> {
  const { old, new: next, app, mode, serviceProvider, compare, policy, applications } = command;
  const timed = (of: GatePolicy | undefined) =>
    of === undefined ? {} : { policy: { ...of, now: now().toISOString() } };
  const shared = {
    old,
    new: next,
    ...(crosswalk === undefined ? {} : { crosswalk }),
    ...(progress === undefined
      ? {}
      : { onProgress: (state: Parameters<ProgressLine['update']>[0]) => progress.update(state) }),
  };
  if (applications !== null) {
    const found = await checkApplications({
      ...shared,
      applications: applications.map((application) => ({ ...application, ...timed(application.policy) })),
    });
    const reconciliations = found.applications.map(({ reconciliation }) => reconciliation);
    return {
      verdict: found.verdict,
      subject: found.applications,
      verdictLine: applicationsLine(found.applications, found.verdict),
      inputs: reconciliations.flatMap(({ inputs }) => inputs),
      doubts: allDoubts(reconciliations),
      render: (format, options) => renderApplications(format, found.applications, options),
    };
  }
  const { reconciliation, verdict } = await check({
    ...shared,
    ...(app === null ? {} : { app }),
    ...(mode === undefined ? {} : { mode }),
    ...(serviceProvider === undefined ? {} : { serviceProvider }),
    ...(compare === undefined ? {} : { compare }),
    ...timed(policy),
  });
  return {
    verdict,
    subject: reconciliation,
    verdictLine: verdictLine(reconciliation, verdict),
    inputs: reconciliation.inputs,
    doubts: reconciliation,
    render: (format, options) => render(format, reconciliation, options),
  };
}

/** The people of several apps together: a doubt that two apps share is asked once. */
function allDoubts(reconciliations: readonly Reconciliation[]): Reconciliation {
  const [first] = reconciliations;
  if (first === undefined) throw new Error('no app was checked');
  const people = new Map<string, Reconciliation['people'][number]>();
  for (const person of reconciliations.flatMap((one) => one.people)) {
    const key = JSON.stringify(
      [person.old, person.new, person.app].map((user) => (user === null ? null : [user.file, user.line])),
    );
    if (!people.has(key)) people.set(key, person);
  }
  return { ...first, people: [...people.values()] };
}
