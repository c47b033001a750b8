import type { ApplicationVerdict } from '../model/application.ts';
import type { Reconciliation } from '../model/reconciliation.ts';
import type { User } from '../model/user.ts';
import { type Doubt, doubtsOf } from './doubts.ts';

/**
 * What humans have yet to say where several apps are checked at once. Who is whom is one question for all apps, in the words
 * in which everybody was paired; it is asked of those whom some app has in its scope. Whose an account is, is asked of each
 * app.
 */
export function doubtsOfApplications(
  applications: readonly ApplicationVerdict[],
  everybody: Pick<Reconciliation, 'people'>,
): Doubt[] {
  const people = applications.flatMap(({ reconciliation }) => reconciliation.people);
  const inScope = new Set(people.flatMap(({ old, new: next }) => [placeOf(old), placeOf(next)]));
  const isInScope = (user: User | null) => user !== null && inScope.has(placeOf(user));
  const ofAll = everybody.people.flatMap(doubtsOf).filter((doubt) => isInScope(doubt.old) || isInScope(doubt.new));
  const asked = new Set(ofAll.map(coupleOf));
  const paired = new Map(
    everybody.people.flatMap(({ old, new: next }) => [old, next]).map((user) => [placeOf(user), user]),
  );
  const asPaired = (user: User | null) => paired.get(placeOf(user)) ?? user;

  const several = applications.length > 1;
  const ofEach = applications.flatMap(({ application, reconciliation }) =>
    reconciliation.people.flatMap(doubtsOf).flatMap((doubt): Doubt[] => {
      if (doubt.app !== null) return [several ? { ...doubt, application } : doubt];
      // Some doubts arise in a scope alone: a name that several have may be one person's there.
      return asked.has(coupleOf(doubt)) ? [] : [{ ...doubt, old: asPaired(doubt.old), new: asPaired(doubt.new) }];
    }),
  );
  return [...ofAll, ...ofEach];
}

function coupleOf({ old, new: next }: Doubt): string {
  return `${placeOf(old)} ${placeOf(next)}`;
}

function placeOf(user: User | null): string {
  return user === null ? '' : JSON.stringify([user.side, user.file, user.line]);
}
