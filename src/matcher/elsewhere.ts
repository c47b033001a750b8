import { normalForm } from '../email/normal-form.ts';
import type { UserTable } from '../model/user-table.ts';
import { keysOf } from './addresses.ts';
import type { Correlated } from './correlate.ts';
import type { Places } from './restricted.ts';

/**
 * The addresses of old users who are out of the scope of an app, in normal form: to each the one new user in its scope who
 * is the same person as all who have it, or -1.
 */
export type Elsewhere = ReadonlyMap<string, number>;

/** Everybody is in sight. */
export const NOBODY_ELSEWHERE: Elsewhere = new Map();

/** Old users of a side, and where they stand among everybody; -1 for whoever is not there. */
export interface PlacedUsers {
  readonly users: UserTable;
  readonly places: Int32Array;
}

/**
 * Finds the addresses of old users who are out of the scope of an app.
 *
 * @param whole - who is whom among everybody
 * @param places - the users in its scope by their place among everybody
 * @param lists - the old users in or out of scope, once for each way in which their addresses are read
 */
export function addressesElsewhere(whole: Correlated, places: Places, lists: readonly PlacedUsers[]): Elsewhere {
  const inOld = new Set(places.old);
  const inNew = new Map([...places.new].map((place, index) => [place, index]));
  const elsewhere = new Map<string, number>();
  for (const { users, places: placesOfUsers } of lists) {
    for (let index = 0; index < users.length; index += 1) {
      const place = placesOfUsers[index] ?? -1;
      if (place >= 0 && inOld.has(place)) continue;
      const partner = place < 0 ? -1 : (inNew.get(undoubtedPartner(whole, place)) ?? -1);
      for (const address of keysOf(users, index, normalForm)) {
        const known = elsewhere.get(address);
        elsewhere.set(address, known === undefined || known === partner ? partner : -1);
      }
    }
  }
  return elsewhere;
}

/** The other half of an old user; nobody where a human has yet to say so: an address may have been given to another. */
function undoubtedPartner(whole: Correlated, old: number): number {
  const next = whole.partner('old', old);
  if (next < 0 || whole.isNameConflict(old, next) || whole.isUnconfirmed('old', old)) return -1;
  return next;
}
