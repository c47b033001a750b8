// An app on better-auth with its SCIM and SSO plugins. What better-auth has no HTTP for is under /control.
import { memoryAdapter } from '@better-auth/memory-adapter';
import { scim } from '@better-auth/scim';
import { sso } from '@better-auth/sso';
import { betterAuth } from 'better-auth';
import { serve } from './serve.mjs';

process.env.BETTER_AUTH_TELEMETRY = '0';

const TABLES = [
  ...['user', 'session', 'account', 'verification', 'ssoProvider'],
  ...['scimConnectionBinding', 'scimIdentityTombstone', 'scimSubject', 'scimUser'],
  ...['scimProjectionGrant', 'scimGroup', 'scimGroupMember'],
];

/** An empty app. `issuers`: where each identity provider is; `options`: of better-auth and its plugins, as they are. */
function install(origin, { issuers, ssoOptions, accountLinking, linksByEmail }) {
  const tables = Object.fromEntries(TABLES.map((name) => [name, []]));
  const scimConnections = Object.keys(issuers).map((id) => ({
    id,
    provisioningDomainId: 'app',
    credentials: [{ id: 'bearer', token: `token-of-${id}` }],
  }));
  const providers = Object.entries(issuers).map(([id, issuer]) => ({
    providerId: id,
    domain: 'example.com',
    oidcConfig: {
      issuer,
      clientId: 'app',
      clientSecret: 'secret',
      pkce: true,
      discoveryEndpoint: `${issuer}/.well-known/openid-configuration`,
      authorizationEndpoint: `${issuer}/authorize`,
      tokenEndpoint: `${issuer}/token`,
      jwksEndpoint: `${issuer}/jwks`,
      tokenEndpointAuthentication: 'client_secret_post',
    },
  }));
  /** The hook by which an app may link a SCIM user to an account; without it better-auth links none. */
  const resolveUser = async ({ resource }, { database }) => {
    const where = [{ field: 'email', value: resource.primaryEmail }];
    const user = await database.findOne({ model: 'user', where });
    return user ? { action: 'link', userId: user.id, profile: 'preserve' } : { action: 'create' };
  };
  const auth = betterAuth({
    baseURL: origin,
    secret: 'nobody keeps a secret in here, but it has to be long enough',
    database: memoryAdapter(tables),
    // An issuer on loopback is refused unless it is trusted.
    trustedOrigins: [origin, ...Object.values(issuers)],
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    logger: { disabled: true },
    account: { accountLinking },
    plugins: [
      scim({ connections: scimConnections, ...(linksByEmail ? { identity: { resolveUser } } : {}) }),
      sso({ ...ssoOptions, defaultSSO: providers }),
    ],
  });
  return { auth, tables };
}

await serve((origin) => {
  let installed;
  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    switch (pathname) {
      case '/control/install':
        installed = install(origin, await request.json());
        return Response.json(null);
      case '/control/decommission':
        return Response.json(await installed.auth.api.decommissionSCIMConnection({ body: await request.json() }));
      case '/control/tables':
        return Response.json(installed.tables);
      case '/control/user': {
        // better-auth's own way from an address to a user.
        const { internalAdapter } = await installed.auth.$context;
        return Response.json((await internalAdapter.findUserByEmail(searchParams.get('email')))?.user ?? null);
      }
      default:
        return installed.auth.handler(request);
    }
  };
});
