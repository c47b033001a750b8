import type { Person } from '../model/person.ts';
import { ID_KINDS, type User } from '../model/user.ts';

/** What stands before an address or a user name, so that none of them can pass for an id. */
const ADDRESS = 'address:';

/** What a waiver calls a person, in the form in which names are compared: an id, or an address or user name. */
export function nameOf(text: string): string {
  return ID_KINDS.some((kind) => text.startsWith(`${kind}:`)) ? text : `${ADDRESS}${text}`;
}

/** Everything that a person can be called by, in the same form. */
export function namesOf(person: Person): string[] {
  const ids = usersOf(person).flatMap((user) =>
    ID_KINDS.flatMap((kind) => (user.ids[kind] === null ? [] : [`${kind}:${user.ids[kind]}`])),
  );
  return [...new Set([...addressesOf(person).map((text) => `${ADDRESS}${text}`), ...ids])];
}

/** Every address and user name of a person, as the exports have them. */
export function addressesOf(person: Person): string[] {
  return usersOf(person).flatMap((user) => [user.sso, user.scim, user.username].filter((text) => text !== null));
}

/** Everything that a waiver may call a person, as it is written there. */
export function writtenNamesOf(person: Person): string[] {
  const addresses = addressesOf(person).filter((text) => nameOf(text).startsWith(ADDRESS));
  return [...new Set([...addresses, ...namesOf(person).filter((name) => !name.startsWith(ADDRESS))])];
}

export function usersOf(person: Person): User[] {
  return [person.old, person.new, person.app].filter((user) => user !== null);
}
