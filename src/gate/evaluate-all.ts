import type { ApplicationVerdict } from '../model/application.ts';
import type { GateVerdict } from '../model/reconciliation.ts';

/**
 * The one gate of a switch that hits several apps: open only if it is for every app.
 *
 * @param applications - what happens at each app, with its own verdict
 * @returns the reasons of all that are closed, or, where none is, of all; each message begins with its app
 */
export function evaluateGates(applications: readonly ApplicationVerdict[]): GateVerdict {
  const closed = applications.filter(({ verdict }) => verdict.status !== 'open');
  // A switch of no app says nothing.
  if (applications.length === 0) {
    return { status: 'closed', reasons: [{ code: 'nobody', count: 0, message: 'no app was checked' }] };
  }
  const told = closed.length > 0 ? closed : applications;
  return {
    status: closed.length > 0 ? 'closed' : 'open',
    reasons: told.flatMap(({ application, verdict }) =>
      verdict.reasons.map(({ code, count, message }) => ({ code, count, message: `${application}: ${message}` })),
    ),
  };
}
