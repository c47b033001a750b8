import type { Outcome } from '../model/person.ts';
import { outcomeOf, outcomeOfUnclaimed, type Switch } from './outcome.ts';

/** One person by the indices of their users, -1 for none, and what happens to them. */
export interface MatchedPerson {
  readonly old: number;
  readonly new: number;
  /** A row of the app's list that is their account. */
  readonly app: number;
  readonly owner: boolean;
  readonly outcome: Outcome;
}

/** Everybody: each pair, each unpaired or ambiguous user alone, and each account that nobody claims. */
export function peopleOf(world: Switch): MatchedPerson[] {
  const { tables, correlated, ownership } = world;
  const people: MatchedPerson[] = [];
  const add = (old: number, next: number) =>
    people.push({
      old,
      new: next,
      app: ownership.rowOf(old, next),
      owner: ownership.accountsOf(old, next).length > 0,
      outcome: outcomeOf(old, next, world),
    });
  for (let old = 0; old < tables.old.length; old += 1) add(old, correlated.partner('old', old));
  for (let next = 0; next < tables.new.length; next += 1) if (correlated.partner('new', next) < 0) add(-1, next);
  for (const app of ownership.unclaimed) {
    people.push({ old: -1, new: -1, app, owner: true, outcome: outcomeOfUnclaimed(world) });
  }
  return people;
}
