/** SCIM as an identity provider speaks it. */
import { type Answer, expectStatus, request } from './http.ts';

/** Where a directory takes SCIM, and the token that opens it. */
export interface Directory {
  users: string;
  token: string;
}

export interface NewUser {
  email: string;
  name: string | null;
}

export function userResource({ email, name }: NewUser): object {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName: email,
    emails: [{ value: email, type: 'work', primary: true }],
    active: true,
    ...(name === null ? {} : { displayName: name, name: partsOf(name) }),
  };
}

/** Polis keeps given and family name only; put together again they have to be the name. */
function partsOf(name: string): object {
  const at = name.lastIndexOf(' ');
  if (at < 0) return { formatted: name, givenName: name };
  return { formatted: name, givenName: name.slice(0, at), familyName: name.slice(at + 1) };
}

/** Whom the directory has under a userName; null for nobody. */
export async function findUser({ users, token }: Directory, userName: string): Promise<string | null> {
  const filter = encodeURIComponent(`userName eq ${JSON.stringify(userName)}`);
  const answer = await request('GET', `${users}?filter=${filter}`, undefined, token);
  const { Resources: found } = expectStatus<{ Resources: { id: string }[] }>(answer, 200);
  if (found.length > 1) throw new Error(`${userName} is there ${found.length} times`);
  return found[0]?.id ?? null;
}

export async function createUser({ users, token }: Directory, user: NewUser): Promise<Answer> {
  return request('POST', users, userResource(user), token);
}

export async function deleteUser({ users, token }: Directory, id: string): Promise<void> {
  expectStatus(await request('DELETE', `${users}/${id}`, undefined, token), 200, 204);
}
