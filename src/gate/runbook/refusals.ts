import type { RunbookStep } from '../../model/runbook.ts';
import { MILLISECONDS_A_MINUTE, timeOf, timeText } from '../time.ts';
import type { RunbookStatus, StepProgress } from './state.ts';

/** Why a step may not be taken now. */
export type RefusalCode =
  /** It is done already. */
  | 'done'
  /** A step before it is not done. */
  | 'order'
  /** A step before it is done at some organizations, and not at all of them. */
  | 'organization-behind'
  /** The clock stands before the last entry of the journal. */
  | 'clock'
  /** Not enough time has passed. */
  | 'wait'
  /** The certificate does not hold now, for the files as they are. */
  | 'certificate'
  /** Another certificate stands where the one was. */
  | 'other-certificate'
  /** The certificate is about another service provider, or another way to provision. */
  | 'other-migration';

/** One reason why a step may not be taken now. */
export interface Refusal {
  /** Why, for programs. */
  readonly code: RefusalCode;
  /** Why, in sentences. */
  readonly message: string;
}

/** How far a clock may go back, as clocks do that are set right. */
const CLOCK_TOLERANCE = 5 * MILLISECONDS_A_MINUTE;

/** What stands against a step whatever the certificate says: order, clock, time. */
export function refusalsOf(
  status: RunbookStatus,
  progress: StepProgress,
  organization: string | null,
  now: number,
  isWaitOverridden: boolean,
): Refusal[] {
  const { step, behind, done } = progress;
  if (!behind.includes(organization)) {
    const entry = done.find((one) => one.organization === organization);
    return [{ code: 'done', message: `${called(step)} is done${place(organization)}: ${entry?.at} by ${entry?.by}.` }];
  }
  const { current } = status;
  if (current !== null && current.step.id !== step.id) return [beforeIt(current, step)];
  const last = status.entries.at(-1)?.at;
  if (last !== undefined && now + CLOCK_TOLERANCE < timeOf(last)) {
    return [
      {
        code: 'clock',
        message: `The clock says ${timeText(now)}, and the last entry of the journal is of ${last}: set the clock right.`,
      },
    ];
  }
  const until = waitOf(status, step);
  if (until !== null && now < until && !isWaitOverridden) {
    return [
      {
        code: 'wait',
        message: `${called(step)} may be taken from ${timeText(until)} on: ${step.waits?.why ?? ''} If that cannot be waited for, say why: --override-wait REASON.`,
      },
    ];
  }
  return [];
}

/** When a step may be taken that has to wait; null where it has not. */
export function waitOf({ steps }: RunbookStatus, { waits }: RunbookStep): number | null {
  if (waits === undefined) return null;
  const times = steps
    .filter(({ step }) => step.id === waits.after)
    .flatMap(({ done }) => done)
    .map(({ at }) => timeOf(at) + waits.minutes * MILLISECONDS_A_MINUTE);
  return times.length === 0 ? null : Math.max(...times);
}

/** “Step 4 (reset-connection)”. */
export function called({ number, id }: RunbookStep): string {
  return `Step ${number} (${id})`;
}

function beforeIt({ step, done, behind }: StepProgress, wanted: RunbookStep): Refusal {
  if (done.length === 0) {
    return {
      code: 'order',
      message: `${called(wanted)} comes after step ${step.number} (${step.id}), which is not done.`,
    };
  }
  return {
    code: 'organization-behind',
    message: `${called(wanted)} comes after step ${step.number} (${step.id}), which is not done at ${behind.join(', ')}.`,
  };
}

function place(organization: string | null): string {
  return organization === null ? '' : ` at ${organization}`;
}
