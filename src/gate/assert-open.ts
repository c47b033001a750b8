import { GateClosedError } from '../errors.ts';
import type { GateVerdict } from '../model/reconciliation.ts';

/**
 * Lets a migration script go on only through an open gate.
 *
 * @throws GateClosedError (ERR_GATE_CLOSED) with the verdict's reasons
 */
export function assertGateOpen(verdict: GateVerdict): void {
  // Not `=== 'closed'`: whatever is not clearly open is closed.
  if (verdict.status !== 'open') throw new GateClosedError(verdict.reasons);
}
