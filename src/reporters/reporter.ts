import type { ApplicationVerdict } from '../model/application.ts';
import type { GateVerdict, Reconciliation } from '../model/reconciliation.ts';

/** What a reporter is told besides the reconciliation. */
export interface RenderOptions {
  /** Everyone, not only those with a finding or an outcome to act on. */
  readonly all?: boolean;
  /** ANSI colours; default none. */
  readonly color?: boolean;
  /** When the report was made, as ISO 8601; default the epoch, so that the core needs no clock. */
  readonly createdAt?: string;
}

/** What every reporter is given. */
export interface ReportInput {
  readonly reconciliation: Reconciliation;
  readonly verdict: GateVerdict;
  readonly options: RenderOptions;
}

/** What every reporter is given of several apps. */
export interface ApplicationsInput {
  readonly applications: readonly ApplicationVerdict[];
  /** The verdict on the whole switch. */
  readonly verdict: GateVerdict;
  readonly options: RenderOptions;
}

/** One report format. */
export interface Reporter {
  readonly id: string;
  /** Whether it counts the records of each input that nobody was read from; somebody else has to where it does not. */
  readonly accountsForRecords: boolean;
  /** The report in pieces, in order. */
  render(input: ReportInput): AsyncIterable<string>;
  /** One report on several apps, in pieces, in order. */
  renderApplications(input: ApplicationsInput): AsyncIterable<string>;
}
