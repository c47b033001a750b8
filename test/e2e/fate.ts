/** What the server did to a person, in the words of the library. */
import type { Outcome } from '../reference/simulation.ts';
import type { Ownership, Predicted } from './people.ts';
import type { Arrivals, Played } from './play.ts';

export type Fate = Exclude<Outcome, 'unverified'>;

const NOWHERE: Arrivals = { scim: null, sso: null, last: null };

export function arrivalsOf(played: Played, person: Predicted): Arrivals {
  return played.arrivals.get(person.new?.ref ?? '') ?? NOWHERE;
}

/** The accounts that a person came to on any way. */
export function placesOf(played: Played, person: Predicted): string[] {
  const { scim, sso } = arrivalsOf(played, person);
  return [...new Set([scim?.account, sso?.account])].filter((id) => id != null);
}

export function fateOf(played: Played, ownership: Ownership, person: Predicted): Fate {
  // An account that nobody claims.
  if (person.old === null && person.new === null) return isLeftAlone(played, person) ? 'keeps-account' : 'loses-access';

  const places = placesOf(played, person);
  if (places.some((id) => isStrangers(played, ownership, person, id))) return 'account-takeover';
  const owns = ownership.isOwner(person);
  if (person.new?.active !== true) {
    if (!owns) return 'not-provisioned';
    return isStillProvisioned(played, ownership, person) ? 'keeps-account' : 'loses-access';
  }
  const made = places.some((id) => !wasThere(played, id));
  if (!owns) return made ? 'new-account' : 'not-provisioned';
  if (made) return 'duplicate-account';
  return ownership.has(person, arrivalsOf(played, person).last?.account) ? 'keeps-account' : 'sign-in-blocked';
}

function wasThere({ before }: Played, id: string): boolean {
  return before.some((account) => account.id === id);
}

/** The account is there as it was, and in scim mode the directory still stands behind it. */
function isLeftAlone({ mode, after, provisioned }: Played, { app }: Predicted): boolean {
  const isThere = after.some(({ id, email }) => id === app?.id && email === app.email);
  return isThere && (mode !== 'scim' || provisioned.has(app?.id ?? ''));
}

/**
 * The directory still stands behind an account of somebody of whom the new identity provider says nothing. Whom it did
 * push has the account to themselves. Outside of scim mode nothing is left to be asked: nobody signs in for them.
 */
function isStillProvisioned({ arrivals, provisioned }: Played, ownership: Ownership, person: Predicted): boolean {
  const pushed = new Set([...arrivals.values()].map(({ scim }) => scim?.account));
  return [...provisioned].some((id) => ownership.has(person, id) && !pushed.has(id));
}

/** Somebody else has the account: they own it, or the new identity provider made it for them. */
function isStrangers(played: Played, ownership: Ownership, person: Predicted, id: string): boolean {
  if (wasThere(played, id)) return !ownership.has(person, id);
  const channel = played.mode === 'scim' ? 'scim' : 'sso';
  return [...played.arrivals].some(([ref, arrivals]) => ref !== person.new?.ref && arrivals[channel]?.account === id);
}
