import { COMPARE_POLICIES, type ComparePolicy } from '../email/compare.ts';
import { policyGroups } from '../email/partition.ts';
import type { Outcome, Sensitivity } from '../model/person.ts';
import { ATTRIBUTES } from '../model/user.ts';
import type { UserTable } from '../model/user-table.ts';
import { outcomeOf, type Switch } from './outcome.ts';
import type { MatchedPerson } from './people.ts';

/** What keeps the gate open. */
const HARMLESS: readonly Outcome[] = ['keeps-account', 'new-account', 'not-provisioned'];

/**
 * Plays the switch under every compare policy: a takeover that only an app that folds case would show is seen, and so is
 * what is harmless there.
 *
 * @param people - everybody, as `peopleOf` returned them
 * @param worldUnder - the same switch under a policy
 * @returns what happens under which policy, of those for whom it depends on that, or to whom a second account or a
 *   takeover happens
 */
export function sensitivities(
  world: Switch,
  policy: ComparePolicy,
  people: readonly MatchedPerson[],
  worldUnder: (policy: ComparePolicy) => Switch,
): ReadonlyMap<MatchedPerson, Sensitivity> {
  const groups = policyGroups(addressesOf(world));
  const played = groups.map((group) => ({
    group,
    // What was asked for has been played already.
    world: group.includes(policy) ? null : worldUnder(group[0] ?? policy),
  }));
  const found = new Map<MatchedPerson, Sensitivity>();
  for (const person of people) {
    // An account that nobody claims, who comes to it or not, is reported as such.
    if (person.old < 0 && person.new < 0) continue;
    const told = played.map(({ group, world }) => ({
      group,
      outcome: world === null ? person.outcome : outcomeOf(person.old, person.new, world),
    }));
    const under = (...outcomes: readonly Outcome[]) =>
      COMPARE_POLICIES.filter((policy) =>
        told.some(({ group, outcome }) => outcomes.includes(outcome) && group.includes(policy)),
      );
    const isSensitive = told.some(
      ({ outcome }) => outcome !== person.outcome || outcome === 'duplicate-account' || outcome === 'account-takeover',
    );
    if (!isSensitive) continue;
    found.set(person, {
      duplicateUnder: under('duplicate-account'),
      takeoverUnder: under('account-takeover'),
      harmlessUnder: under(...HARMLESS),
    });
  }
  return found;
}

function* addressesOf({ tables, ownership }: Switch): Generator<string> {
  for (const table of [tables.old, tables.new, ownership.app]) if (table !== null) yield* addressesIn(table);
}

function* addressesIn(table: UserTable): Generator<string> {
  for (let index = 0; index < table.length; index += 1) {
    for (const attribute of ATTRIBUTES) {
      const value = table.value(attribute, index);
      if (value !== null) yield value;
    }
  }
}
