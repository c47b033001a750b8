/** An app on better-auth: it decides everything itself. Which options make which of our modes is said here. */
import type { Mode } from '../reference/simulation.ts';
import { Browser } from './browser.ts';
import { startServer } from './child-server.ts';
import { expectStatus, request } from './http.ts';
import { IdentityProvider } from './identity-provider.ts';
import { createUser, type Directory, deleteUser, findUser } from './scim.ts';
import { IDPS, type Idp, type Landing, type Sender, type ServiceProvider } from './service-provider.ts';

export interface Options {
  ssoOptions?: { trustEmailVerified?: boolean; disableImplicitSignUp?: boolean };
  accountLinking?: { enabled?: boolean; requireLocalEmailVerified?: boolean; trustedProviders?: string[] };
  /** The app has the hook that links a SCIM user to the account at their address. */
  linksByEmail?: boolean;
}

/**
 * Without these nobody who was provisioned over SCIM could sign in at all: their address counts as unverified, and an
 * identity provider that is new to an account is not let in.
 */
const LINKING: Options = {
  ssoOptions: { trustEmailVerified: true },
  accountLinking: { requireLocalEmailVerified: false },
};
const REFUSING: Options = { ...LINKING, ssoOptions: { ...LINKING.ssoOptions, disableImplicitSignUp: true } };
const OPTIONS: Record<Mode, Options> = { scim: REFUSING, jit: LINKING, manual: REFUSING };

interface Tables {
  user: { id: string; email: string; name: string }[];
  scimUser: { id: string; userId: string }[];
}

export interface BetterAuth extends ServiceProvider {
  /** Starts afresh with other options than those of a mode. */
  installWith(options: Options): Promise<void>;
  /** The directory of an identity provider; both are there from the start. */
  directory(idp: Idp): Directory;
  /** Retires a directory for good. */
  decommission(idp: Idp): Promise<void>;
}

export async function startBetterAuth(env: NodeJS.ProcessEnv = {}): Promise<BetterAuth> {
  const server = await startServer('better-auth', env);
  const { origin } = server;
  const [old, next] = [await new IdentityProvider().start(), await new IdentityProvider().start()];
  const idps: Record<Idp, IdentityProvider> = { old, new: next };
  const control = async <T>(method: string, path: string, body?: unknown): Promise<T> =>
    expectStatus<T>(await request(method, `${origin}/control/${path}`, body), 200);
  const tables = (): Promise<Tables> => control<Tables>('GET', 'tables');
  const directory = (idp: Idp): Directory => ({ users: `${origin}/api/auth/scim/v2/Users`, token: `token-of-${idp}` });
  /** The new identity provider is pointed at the directory that the old one filled. */
  const shared = directory('old');
  const installWith: BetterAuth['installWith'] = async (options) => {
    await control('PUT', 'install', { ...options, issuers: { old: old.issuer, new: next.issuer } });
  };
  let mode: Mode = 'scim';
  const provision: ServiceProvider['provision'] = async (sender) => {
    const found = await findUser(shared, sender.email);
    const answer = found === null ? await createUser(shared, sender) : null;
    if (answer?.status === 400 && isNoAddress(answer.body)) return { account: null, refused: 'address' };
    const resource = answer === null ? found : expectStatus<{ id: string }>(answer, 201).id;
    const owner = (await tables()).scimUser.find(({ id }) => id === resource);
    if (owner === undefined) throw new Error(`nobody has the SCIM user ${resource}`);
    return { account: owner.userId };
  };

  return {
    installWith,
    directory,
    async install(wanted) {
      mode = wanted;
      await installWith(OPTIONS[wanted]);
    },
    async decommission(idp) {
      await control('POST', 'decommission', { connectionId: idp });
    },
    provision,
    // Whoever was admitted by hand has signed up through the old identity provider, where that is not done unasked.
    admit: (sender) =>
      mode === 'scim' ? provision(sender) : signIn(origin, idps.old, sender, { requestSignUp: true }),
    signIn: (sender) => signIn(origin, idps[sender.idp], sender),
    async deprovision(account) {
      const resource = (await tables()).scimUser.find(({ userId }) => userId === account);
      if (resource !== undefined) await deleteUser(shared, resource.id);
    },
    async accountAt(email) {
      return (await control<{ id: string } | null>('GET', `user?${new URLSearchParams({ email })}`))?.id ?? null;
    },
    async accounts() {
      return (await tables()).user.map(({ id, email, name }) => ({ id, email, name: name || null }));
    },
    async provisioned() {
      return (await tables()).scimUser.map(({ userId }) => userId);
    },
    async stop() {
      await server.stop();
      for (const idp of IDPS) await idps[idp].stop();
    },
  };
}

function isNoAddress(body: unknown): boolean {
  return (body as { detail: string }).detail.endsWith('Invalid email address');
}

async function signIn(origin: string, idp: IdentityProvider, sender: Sender, wish: object = {}): Promise<Landing> {
  const browser = new Browser();
  browser.setCookie(idp.issuer, idp.session({ sub: sender.subject, email: sender.email, name: sender.name ?? '' }));
  const started = await browser.fetch(`${origin}/api/auth/sign-in/sso`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({
      providerId: sender.idp,
      callbackURL: `${origin}/end/in`,
      errorCallbackURL: `${origin}/end/out`,
      ...wish,
    }),
  });
  const { url } = (await started.json()) as { url: string };
  const end = await browser.follow(url, `${origin}/end/`);
  if (end.pathname === '/end/in') {
    const session = (await (await browser.fetch(`${origin}/api/auth/get-session`)).json()) as { user: { id: string } };
    return { account: session.user.id };
  }
  switch (`${end.searchParams.get('error')} ${end.searchParams.get('error_description') ?? ''}`.trim()) {
    case 'signup disabled':
      return { account: null, refused: 'no-account' };
    case 'account not linked':
      return { account: null, refused: 'not-linked' };
    case 'invalid_provider missing_user_info':
      return { account: null, refused: 'address' };
    default:
      throw new Error(`better-auth signs in nobody: ${end.search}`);
  }
}
