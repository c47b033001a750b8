import type { Outcome } from '../model/person.ts';
import { outcomeOf, type Switch } from './outcome.ts';

/** One person by the indices of their users, -1 for none, and what happens to them. */
export interface MatchedPerson {
  readonly old: number;
  readonly new: number;
  readonly owner: boolean;
  readonly outcome: Outcome;
}

/** Everybody: each pair, and each unpaired or ambiguous user alone. */
export function peopleOf(world: Switch): MatchedPerson[] {
  const { tables, correlated, ownership } = world;
  const people: MatchedPerson[] = [];
  const add = (old: number, next: number) =>
    people.push({ old, new: next, owner: ownership.accountOf(old) !== null, outcome: outcomeOf(old, next, world) });
  for (let old = 0; old < tables.old.length; old += 1) add(old, correlated.partner('old', old));
  for (let next = 0; next < tables.new.length; next += 1) if (correlated.partner('new', next) < 0) add(-1, next);
  return people;
}
