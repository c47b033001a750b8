/** Whether anybody came to the account of another human being who was told nothing of the kind. */
import { excuseForClaim, excuseForPair } from '../reference/evidence.ts';
import type { Organisation, RefRow } from '../reference/records.ts';
import { placesOf } from './fate.ts';
import { lineOf, type Predicted } from './people.ts';
import type { Played } from './play.ts';

/** They were told that whose account they come to is not certain, or another's. */
export function isWarned({ outcome }: Predicted): boolean {
  return outcome === 'unverified' || outcome === 'account-takeover';
}

export interface Meeting {
  account: string;
  whose: string[];
  /** Why nothing in the records could have told; null: they told, and it was missed. */
  excuse: string | null;
}

export function unannouncedMeetings(played: Played, person: Predicted): Meeting[] {
  if (person.new === null || isWarned(person)) return [];
  const { person: human } = person.new;
  return placesOf(played, person).flatMap((account) => {
    const whose = [...(played.humans.get(account) ?? [])];
    if (whose.length === 0 || whose.includes(human)) return [];
    return [{ account, whose, excuse: excuseFor(played, person, account) }];
  });
}

/** They were told that they would come to somebody else, and came to nobody but themselves. */
export function isFalseAlarm(played: Played, person: Predicted): boolean {
  if (person.outcome !== 'account-takeover') return false;
  const channel = played.mode === 'scim' ? 'scim' : 'sso';
  return placesOf(played, person).every((account) => {
    const creators = [...played.arrivals].filter(([, arrivals]) => arrivals[channel]?.account === account);
    const made = creators.map(([ref]) => played.organisation.new.find((user) => user.ref === ref)?.person);
    return [...(played.humans.get(account) ?? made)].every((human) => human === person.new?.person);
  });
}

/** Whether a human being who has an account, and comes to a new one, was told that it is not their first. */
export function secondAccount(played: Played, person: Predicted): 'told' | 'untold' | null {
  const human = person.new?.person ?? '';
  const made = placesOf(played, person).some((id) => !played.before.some((account) => account.id === id));
  const hasAccount = [...played.humans.values()].some((humans) => humans.has(human));
  if (!made || !hasAccount) return null;
  if (person.outcome === 'duplicate-account') return 'told';
  return person.outcome === 'new-account' ? 'untold' : null;
}

function excuseFor(played: Played, { old, new: next }: Predicted, account: string): string | null {
  if (next === null) return null;
  if (old !== null && old.person !== next.person) return excuseForPair(asListed(played), old, next);
  if (!played.listed) return null;
  const excuses = rowsOf(played, account).map((row) => excuseForClaim(row, old ?? next));
  return excuses.find((excuse) => excuse !== null) ?? null;
}

/** The rows that the library was given: the server's own. */
export function serverRows({ before, humans }: Played): RefRow[] {
  return before.flatMap(({ id, email, name }, index) =>
    [...(humans.get(id) ?? [])].map(
      (person): RefRow => ({ ref: id, person, side: 'app', line: lineOf(index), email, name, active: true }),
    ),
  );
}

function rowsOf(played: Played, account: string): RefRow[] {
  return serverRows(played).filter(({ ref }) => ref === account);
}

function asListed(played: Played): Organisation {
  return { ...played.organisation, app: played.listed ? serverRows(played) : null };
}
