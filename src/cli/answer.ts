import { type Doubt, doubtsOf } from '../crosswalk/doubts.ts';
import type { ApplicationVerdict } from '../model/application.ts';
import type { CrosswalkDecision } from '../model/crosswalk.ts';
import type { GatePolicy } from '../model/policy.ts';
import type { GateVerdict, Reconciliation } from '../model/reconciliation.ts';
import { check } from '../node/check.ts';
import { judgeApplications } from '../node/check-applications.ts';
import { render, renderApplications } from '../node/render.ts';
import type { ReportFormat } from '../node/writers/index.ts';
import type { RenderOptions } from '../reporters/reporter.ts';
import { inConfigWords } from './application-options.ts';
import type { CheckCommand } from './check-options.ts';
import { applicationsLine, type InputsRead, verdictLine } from './messages.ts';
import type { ProgressLine } from './progress.ts';

/** What came out of a check, of one app or of several. */
export interface Answer {
  readonly verdict: GateVerdict;
  readonly verdictLine: string;
  /** What was found: of one app, or of several. */
  readonly subject: Reconciliation | readonly ApplicationVerdict[];
  /** Every input as it was read; of several apps, once for each. */
  readonly inputs: readonly InputsRead[];
  /** What a human has yet to say of who is whom. */
  doubts(): Doubt[];
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
    const timedOnes = applications.map((application) => ({ ...application, ...timed(application.policy) }));
    const options = { ...shared, applications: timedOnes };
    const found = await judgeApplications(options, command.areListed ? inConfigWords : undefined);
    return {
      verdict: found.verdict,
      subject: found.applications,
      verdictLine: applicationsLine(found.applications, found.verdict),
      inputs: found.applications.map(({ application, reconciliation: { inputs } }) => ({ application, inputs })),
      doubts: found.doubts,
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
    inputs: [{ application: null, inputs: reconciliation.inputs }],
    doubts: () => reconciliation.people.flatMap(doubtsOf),
    render: (format, options) => render(format, reconciliation, options),
  };
}
