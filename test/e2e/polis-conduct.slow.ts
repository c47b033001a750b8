/** What of Polis the playing rests on, so that a version that does otherwise says so here. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectStatus, request } from './http.ts';
import { type Polis, startPolis } from './polis.ts';
import { createUser, findUser } from './scim.ts';
import type { Sender } from './service-provider.ts';

let polis: Polis;
beforeAll(async () => {
  polis = await startPolis();
});
beforeEach(() => polis.install('scim'));
afterAll(() => polis.stop());

const by = (email: string, idp: Sender['idp'] = 'new'): Sender => ({
  idp,
  subject: `id of ${email}`,
  email,
  name: 'Ann Lee',
});

const SPELLINGS = [
  ...['Ann@example.com', 'ann@Example.com', 'ann@example.com ', ' ann@example.com', '\u00a0ann@example.com'],
  ...['ann@example.com\u200b', 'ann@example.com\ufeff', 'mailto:ann@example.com', '<ann@example.com>', 'ann', ''],
  ...['éa@example.com', 'e\u0301a@example.com', 'Éa@example.com', 'ßa@example.com', 'ssa@example.com'],
  ...['k@example.com', '\u212a@example.com', 'a@bücher.example', 'a@xn--bcher-kva.example'],
];

describe('Polis', () => {
  test('takes no two spellings for one address, over SCIM and at sign-in, and refuses none', async () => {
    const accounts = new Map<string, string | null>();
    for (const email of ['ann@example.com', ...SPELLINGS])
      accounts.set(email, (await polis.provision(by(email))).account);
    expect(new Set(accounts.values()).size).toBe(SPELLINGS.length + 1);
    for (const [email, account] of accounts) expect(await polis.signIn(by(email))).toEqual({ account });
  });

  test('hands the address of a sign-in to the app as the identity provider asserts it', async () => {
    await polis.install('jit');
    for (const email of SPELLINGS) await polis.signIn(by(email));
    expect((await polis.accounts()).map(({ email }) => email).sort()).toEqual([...SPELLINGS].sort());
  });

  test('has an account found in its own directory, not made again; in another it is made again', async () => {
    const { account } = await polis.provision(by('ann@example.com', 'old'));
    expect(await polis.provision(by('ann@example.com'))).toEqual({ account });
    expect(await createUser(polis.directory(), by('ann@example.com'))).toMatchObject({ status: 409 });
    await polis.install('scim');
    expect((await polis.provision(by('ann@example.com'))).account).not.toBe(account);
  });

  test('deletes the users with their directory', async () => {
    await polis.provision(by('ann@example.com', 'old'));
    await polis.deleteDirectory();
    expect(await polis.accounts()).toEqual([]);
  });

  test('goes by the first email, whichever is primary, and by the userName only where there is none', async () => {
    const { users, token } = polis.directory();
    const emails = [{ value: 'first@example.com' }, { value: 'second@example.com', primary: true }];
    const { id } = expectStatus<{ id: string }>(await request('POST', users, { userName: 'name', emails }, token), 201);
    const found = ['first@example.com', 'second@example.com', 'name'].map((email) =>
      findUser(polis.directory(), email),
    );
    expect(await Promise.all(found)).toEqual([id, null, null]);
    const bare = expectStatus<{ id: string }>(await request('POST', users, { userName: 'name' }, token), 201);
    expect(await findUser(polis.directory(), 'name')).toBe(bare.id);
  });

  // Its filter loses the apostrophe: whoever asks first is told that nobody is there, and is then refused.
  test('neither finds nor makes somebody with an apostrophe a second time', async () => {
    await polis.provision(by("o'neil@example.com", 'old'));
    expect(await findUser(polis.directory(), "o'neil@example.com")).toBeNull();
    expect(await createUser(polis.directory(), by("o'neil@example.com"))).toMatchObject({ status: 409 });
  });

  test('forgets a deprovisioned account', async () => {
    const { account } = await polis.provision(by('ann@example.com', 'old'));
    await polis.deprovision(account ?? '');
    expect(await polis.signIn(by('ann@example.com'))).toEqual({ account: null, refused: 'no-account' });
  });
});
