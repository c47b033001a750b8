/** What of better-auth the playing rests on, so that a version that does otherwise says so here. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type BetterAuth, type Options, startBetterAuth } from './better-auth.ts';
import { expectStatus, request } from './http.ts';
import { createUser, deleteUser, findUser, userResource } from './scim.ts';
import type { Sender } from './service-provider.ts';

let app: BetterAuth;
beforeAll(async () => {
  app = await startBetterAuth();
});
beforeEach(() => app.install('scim'));
afterAll(() => app.stop());

const by = (email: string, idp: Sender['idp'] = 'new'): Sender => ({
  idp,
  subject: `id of ${email}`,
  email,
  name: 'Ann Lee',
});
const NO_ACCOUNT = { account: null, refused: 'no-account' };
const NOT_LINKED = { account: null, refused: 'not-linked' };

/** SCIM refuses each; a sign-in takes each for an address, as it stands but for upper case. */
const ODD = [
  ...[
    'ann@example.com ',
    ' ann@example.com',
    '\u00a0ann@example.com',
    'ann@example.com\u200b',
    'ann@example.com\ufeff',
  ],
  ...['mailto:ann@example.com', '<ann@example.com>', 'ann', 'a..b@example.com', 'ann@localhost'],
  ...['éa@example.com', 'e\u0301a@example.com', 'ßa@example.com', 'a@bücher.example', 'a#EXT#@example.onmicrosoft.com'],
];

describe('better-auth', () => {
  test('compares in lower case, over SCIM and at sign-in', async () => {
    const { account } = await app.provision(by('kim@example.com', 'old'));
    expect(await app.provision(by('Kim@Example.com'))).toEqual({ account });
    expect(await app.signIn(by('KIM@example.com'))).toEqual({ account });
    // Lower case makes k of the sign for Kelvin.
    expect(await app.signIn(by('\u212aim@example.com'))).toEqual({ account });
  });

  test('is told an address at sign-in that it refuses over SCIM', async () => {
    await app.install('jit');
    const { account } = await app.provision(by('ann@example.com', 'old'));
    const made = new Set([account]);
    for (const email of ODD) {
      expect(await app.provision(by(email)), email).toEqual({ account: null, refused: 'address' });
      made.add((await app.signIn(by(email))).account);
    }
    expect(made.size).toBe(ODD.length + 1);
    expect(await app.signIn(by('ÉA@example.com'))).toEqual({ account: await app.accountAt('éa@example.com') });
    expect(await app.signIn({ ...by('nobody'), email: '' })).toEqual({ account: null, refused: 'address' });
  });

  test('lets no second directory have anybody, unless the app links them', async () => {
    const ann = by('ann@example.com', 'old');
    const conflict = { status: 409, body: { detail: 'A Better Auth User already uses this email' } };
    await app.provision(ann);
    expect(await findUser(app.directory('new'), ann.email)).toBeNull();
    expect(await createUser(app.directory('new'), ann)).toMatchObject(conflict);
    await app.decommission('old');
    expect(await createUser(app.directory('new'), ann)).toMatchObject(conflict);

    await app.installWith({ linksByEmail: true });
    await app.provision(ann);
    expect(await createUser(app.directory('new'), { ...ann, email: 'Ann@example.com' })).toMatchObject({ status: 201 });
    expect(await app.accounts()).toHaveLength(1);
  });

  test.each<[string, Options, after: 'SCIM' | 'sign-in', isLetIn: boolean]>([
    ['its defaults', {}, 'SCIM', false],
    ['its defaults', {}, 'sign-in', false],
    ['trust in the provider', { ssoOptions: { trustEmailVerified: true } }, 'SCIM', false],
    ['trust in the provider', { ssoOptions: { trustEmailVerified: true } }, 'sign-in', true],
    [
      'trust in the provider by name',
      { accountLinking: { trustedProviders: ['new'], requireLocalEmailVerified: false } },
      'SCIM',
      false,
    ],
    [
      'trust, and accounts that are not verified',
      { ssoOptions: { trustEmailVerified: true }, accountLinking: { requireLocalEmailVerified: false } },
      'SCIM',
      true,
    ],
    [
      'the same, and no linking',
      {
        ssoOptions: { trustEmailVerified: true },
        accountLinking: { enabled: false, requireLocalEmailVerified: false },
      },
      'SCIM',
      false,
    ],
  ])('with %s (%o), after %s: a new identity provider is let in: %s', async (_, options, after, isLetIn) => {
    await app.installWith(options);
    const ann = by('ann@example.com', 'old');
    const { account } = await (after === 'SCIM' ? app.provision(ann) : app.signIn(ann));
    expect(account).not.toBeNull();
    expect(await app.signIn(by('ann@example.com'))).toEqual(isLetIn ? { account } : NOT_LINKED);
  });

  test('makes an account at sign-in in jit mode, and in no other', async () => {
    expect(await app.signIn(by('ann@example.com'))).toEqual(NO_ACCOUNT);
    await app.install('manual');
    expect(await app.signIn(by('ann@example.com'))).toEqual(NO_ACCOUNT);
    await app.install('jit');
    expect((await app.signIn(by('ann@example.com'))).account).not.toBeNull();
  });

  test('knows somebody by the id of their identity provider, once they have signed in', async () => {
    const { account } = await app.provision(by('ann@example.com', 'old'));
    await app.provision(by('bob@example.com', 'old'));
    await app.signIn(by('ann@example.com'));
    expect(await app.signIn({ ...by('ann@example.com'), email: 'bob@example.com' })).toEqual({ account });
  });

  test('has the account at the primary email, whichever is first, and the SCIM user at the userName', async () => {
    const { users, token } = app.directory('old');
    const emails = [
      { value: 'first@example.com', type: 'home' },
      { value: 'second@example.com', type: 'work' },
      { value: 'third@example.com', type: 'other', primary: true },
    ];
    const push = async (userName: string, values: object[]): Promise<{ id: string }> =>
      expectStatus(await request('POST', users, { ...userResource(by('')), userName, emails: values }, token), 201);
    const { id } = await push('Name', emails);
    expect((await app.accounts()).map(({ email }) => email)).toEqual(['third@example.com']);
    expect(await findUser(app.directory('old'), 'nAME')).toBe(id);
    expect(await findUser(app.directory('old'), 'third@example.com')).toBeNull();

    // Where none is primary, the one at work; where there is none at all, the userName.
    await push('other', emails.slice(0, 2));
    await push('bare@example.com', []);
    const accounts = (await app.accounts()).map(({ email }) => email);
    expect(accounts).toEqual(['third@example.com', 'second@example.com', 'bare@example.com']);
  });

  // The model takes the account away from whoever SCIM does not link.
  test('lets a deprovisioned user sign in again', async () => {
    const { account } = await app.provision(by('ann@example.com', 'old'));
    await app.deprovision(account ?? '');
    expect(await findUser(app.directory('old'), 'ann@example.com')).toBeNull();
    expect(await app.signIn(by('ann@example.com'))).toEqual({ account });
  });

  test('has somebody pushed again who was deleted refused', async () => {
    await app.provision(by('ann@example.com', 'old'));
    const id = await findUser(app.directory('old'), 'ann@example.com');
    await deleteUser(app.directory('old'), id ?? '');
    expect(await createUser(app.directory('old'), by('ann@example.com'))).toMatchObject({ status: 409 });
  });
});
