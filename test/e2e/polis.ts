/**
 * Polis behind an app that keeps nothing itself: the users of its directory are the app's accounts.
 *
 * What Polis decides: which addresses there are, which of them a SCIM user is found by, what email an app is told at a
 * sign-in, and, asked once more with that email, whether there is a user. What is the app's, and therefore ours: to ask
 * this at a sign-in; to make an account (jit) or to refuse (scim, manual) where Polis knows nobody.
 */
import type { Mode } from '../reference/simulation.ts';
import { Browser } from './browser.ts';
import { startServer } from './child-server.ts';
import { expectStatus, request } from './http.ts';
import { IdentityProvider } from './identity-provider.ts';
import { createUser, type Directory, deleteUser, findUser } from './scim.ts';
import { type Account, IDPS, type Idp, type Landing, type Sender, type ServiceProvider } from './service-provider.ts';

const APP = { tenant: 'organisation', product: 'app' };
/** Nobody listens there: the browser stops before it. */
const CALLBACK = 'http://localhost:9/callback';

interface DirectoryBody {
  id: string;
  scim: { endpoint: string; secret: string };
}

interface UserBody {
  id: string;
  email: string;
  first_name: string;
  last_name: string;
}

export interface Polis extends ServiceProvider {
  /** The directory that both identity providers push to; `install` makes a new one. */
  directory(): Directory;
  deleteDirectory(): Promise<void>;
}

export async function startPolis(env: NodeJS.ProcessEnv = {}): Promise<Polis> {
  const server = await startServer('polis', env);
  const { origin } = server;
  const [old, next] = [await new IdentityProvider().start(), await new IdentityProvider().start()];
  const idps: Record<Idp, IdentityProvider> = { old, new: next };
  const connections = { old: await connect(origin, 'old', idps.old), new: await connect(origin, 'new', idps.new) };
  let mode: Mode = 'scim';
  let directory: Directory & { id: string } = { id: '', users: '', token: '' };

  const provision = async (sender: Pick<Sender, 'email' | 'name'>): Promise<Landing> => {
    const found = await findUser(directory, sender.email);
    if (found !== null) return { account: found };
    return { account: expectStatus<{ id: string }>(await createUser(directory, sender), 201).id };
  };

  const accounts = async (): Promise<Account[]> => {
    const query = new URLSearchParams({ ...APP, directoryId: directory.id, pageOffset: '0', pageLimit: '50' });
    const answer = await request('GET', `${origin}/api/v1/dsync/users?${query}`);
    const { data } = expectStatus<{ data: UserBody[] }>(answer, 200);
    // One page is enough for everybody; it would be a silent loss if it were not.
    if (data.length >= 50) throw new Error('more users than a page');
    return data.map(({ id, email, first_name, last_name }) => ({
      id,
      email,
      name: `${first_name} ${last_name}`.trim() || null,
    }));
  };

  return {
    provision,
    admit: provision,
    async install(wanted) {
      mode = wanted;
      const settings = { ...APP, name: 'directory', type: 'generic-scim-v2' };
      const answer = await request('POST', `${origin}/api/v1/dsync`, settings);
      const { id, scim } = expectStatus<{ data: DirectoryBody }>(answer, 201).data;
      directory = { id, users: `${scim.endpoint}/Users`, token: scim.secret };
    },
    async signIn(sender) {
      const { email } = await profileOf(origin, idps[sender.idp], connections[sender.idp], sender);
      const account = await findUser(directory, email);
      if (account !== null) return { account };
      return mode === 'jit' ? provision({ ...sender, email }) : { account: null, refused: 'no-account' };
    },
    directory: () => directory,
    async deleteDirectory() {
      expectStatus(await request('DELETE', `${origin}/api/v1/dsync/${directory.id}`), 200);
    },
    deprovision: (account) => deleteUser(directory, account),
    accountAt: (email) => findUser(directory, email),
    accounts,
    provisioned: async () => (await accounts()).map(({ id }) => id),
    async stop() {
      await server.stop();
      for (const idp of IDPS) await idps[idp].stop();
    },
  };
}

interface Connection {
  clientID: string;
  clientSecret: string;
}

async function connect(origin: string, name: Idp, { issuer }: IdentityProvider): Promise<Connection> {
  const settings = {
    ...APP,
    name,
    defaultRedirectUrl: CALLBACK,
    redirectUrl: JSON.stringify([CALLBACK]),
    oidcDiscoveryUrl: `${issuer}/.well-known/openid-configuration`,
    oidcClientId: `app-at-${name}`,
    oidcClientSecret: 'secret',
  };
  return expectStatus(await request('POST', `${origin}/api/v1/sso`, settings), 200);
}

/** Who has signed in, as Polis tells the app. */
async function profileOf(
  origin: string,
  idp: IdentityProvider,
  { clientID, clientSecret }: Connection,
  { subject, email, name }: Sender,
): Promise<{ email: string }> {
  const browser = new Browser();
  browser.setCookie(idp.issuer, idp.session({ sub: subject, email, name: name ?? '' }));
  const asked = { response_type: 'code', client_id: clientID, redirect_uri: CALLBACK, state: 'state' };
  const back = await browser.follow(`${origin}/api/oauth/authorize?${new URLSearchParams(asked)}`, CALLBACK);
  const code = back.searchParams.get('code');
  if (code === null) throw new Error(`Polis signs in nobody: ${back.search}`);
  const exchange = await fetch(`${origin}/api/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      client_id: clientID,
      client_secret: clientSecret,
      redirect_uri: CALLBACK,
    }),
  });
  const { access_token: token } = (await exchange.json()) as { access_token: string };
  return expectStatus(await request('GET', `${origin}/api/oauth/userinfo`, undefined, token), 200);
}
