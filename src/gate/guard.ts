import type { GateVerdict } from '../model/reconciliation.ts';
import { assertGateOpen } from './assert-open.ts';

/**
 * Does what cannot be taken back only through an open gate.
 *
 * @param verdict - what `evaluateGate` or `check` decided
 * @param action - the step itself, such as a call that resets the SSO connection; not begun where the gate is closed
 * @returns what the action returns
 * @throws GateClosedError ERR_GATE_CLOSED, with the verdict's `reasons`, unless the gate is open
 * @example
 * ```ts
 * import { check, guard } from 'idp-preflight/node';
 *
 * const { verdict } = await check({
 *   old: { files: ['examples/okta-users-fixed.csv'], map: { sso: 'email', scim: 'email' } },
 *   new: { files: ['examples/entra-users-fixed.csv'], map: { sso: 'mail', scim: 'mail' } },
 * });
 * await guard(verdict, () => console.log('the connection is reset now'));
 * ```
 */
export function guard<T>(verdict: GateVerdict, action: () => T): T {
  assertGateOpen(verdict);
  return action();
}
