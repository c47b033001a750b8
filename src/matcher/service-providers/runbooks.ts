// How each service provider is moved to another identity provider, where its guide gives steps.
import type { RunbookProcedure } from '../../model/runbook.ts';
import { claudeRunbook } from './claude.ts';

const RUNBOOKS: readonly RunbookProcedure[] = [claudeRunbook];

/**
 * The steps by which a service provider is moved to another identity provider, for `createRunbook`.
 *
 * @param serviceProvider - one of `ServiceProviderId`
 * @returns null where its guide gives none
 */
export function procedureOf(serviceProvider: string): RunbookProcedure | null {
  return RUNBOOKS.find((procedure) => procedure.serviceProvider === serviceProvider) ?? null;
}
