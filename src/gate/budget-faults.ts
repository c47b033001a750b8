import type { Outcome } from '../model/person.ts';
import type { Budget } from '../model/policy.ts';
import { isBudgetable } from './closing.ts';

/** What a budget is called: its own id, or by its outcome. */
export function budgetId({ id, outcome }: Pick<Budget, 'id' | 'outcome'>): string {
  return id ?? `budget-${outcome}`;
}

/** Why an outcome has no budget. */
const REFUSED: { readonly [outcome in Outcome]?: string } = {
  'account-takeover':
    '"account-takeover" has no budget: each is somebody who would see what is in the account of somebody else. Waive person by person what was looked at.',
  unverified:
    '"unverified" has no budget: nothing is known of these people, not even that they take over no account. Decide who they are in the crosswalk.',
  'keeps-account': '"keeps-account" has no budget: it is what everybody should come to.',
};

/**
 * Why a budget must not stand, in a sentence; null where it may.
 *
 * @param earlier - those before it
 * @param taken - what waivers are called
 */
export function budgetFault(budget: Budget, earlier: readonly Budget[], taken: readonly string[]): string | null {
  const { outcome, count, percent, of, minimumPopulation } = budget;
  if (!isBudgetable(outcome)) return REFUSED[outcome] ?? `"${outcome}" has no budget.`;
  if (earlier.some((other) => other.outcome === outcome)) return `An earlier budget is for "${outcome}" too.`;
  const id = budgetId(budget);
  if (earlier.some((other) => budgetId(other) === id)) return `An earlier budget is called "${id}" too.`;
  if (taken.includes(id)) return `A waiver is called "${id}" too.`;
  if ((count === undefined) === (percent === undefined)) return 'A budget says "count" or "percent", one of them.';
  if (percent === undefined) {
    return of === undefined && minimumPopulation === undefined
      ? null
      : 'A "count" is of nothing: take "of" and the minimum population out.';
  }
  if (of === undefined || minimumPopulation === undefined) {
    return 'A "percent" has to say what it is "of", and how many these have to be at least, the minimum population: a percentage of a few says nothing.';
  }
  if (Math.abs(percent * 100 - Math.round(percent * 100)) > 1e-6) return 'A "percent" has two decimals at most.';
  return null;
}
