import { GateClosedError } from '../errors.ts';
import type { GateVerdict } from '../model/reconciliation.ts';

/**
 * Lets a migration script go on only through an open gate: call it right before the step that cannot be taken back.
 *
 * @param verdict - what `evaluateGate` or `check` decided
 * @throws GateClosedError ERR_GATE_CLOSED, with the verdict's `reasons`, unless the gate is open
 * @see https://support.claude.com/en/articles/13443687 on resetting the SSO connection, which is irreversible
 */
export function assertGateOpen(verdict: GateVerdict): void {
  // Not `=== 'closed'`: whatever is not clearly open is closed.
  if (verdict.status !== 'open') throw new GateClosedError(verdict.reasons);
}
