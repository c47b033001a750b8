import type { GateVerdict, Reconciliation } from './reconciliation.ts';

/** One of several apps that a switch hits: what happens there, and whether the switch may go ahead as far as it goes. */
export interface ApplicationVerdict {
  /** How the user calls it. */
  readonly application: string;
  /** Everyone in its scope, and what happens to them there. */
  readonly reconciliation: Reconciliation;
  /** Whether the switch may go ahead as far as this app is concerned. */
  readonly verdict: GateVerdict;
}
