// Polis as its own service runs it: the same paths, handed to the controllers of its package.
import { createRequire } from 'node:module';
import { serve } from './serve.mjs';

// Set before it is loaded.
process.env.DO_NOT_TRACK = '1';
const { controllers } = createRequire(import.meta.url)('@boxyhq/saml-jackson');

const nothing = () => {};
const json = (body, status = 200) => Response.json(body ?? null, { status });
const redirect = (location) => new Response(null, { status: 302, headers: { location } });
const bearer = (request) => request.headers.get('authorization')?.replace(/^Bearer /, '') ?? '';

await serve(async (origin) => {
  const { connectionAPIController, directorySyncController, oauthController } = await controllers({
    externalUrl: origin,
    samlPath: '/api/oauth/saml',
    oidcPath: '/api/oauth/oidc',
    scimPath: '/api/scim/v2.0',
    db: { engine: 'mem' },
    noAnalytics: true,
    logger: { info: nothing, warn: nothing, error: nothing },
  });
  const { directories, users, requests } = directorySyncController;

  const routes = {
    'POST /api/v1/sso': async (request) =>
      json(await connectionAPIController.createOIDCConnection(await request.json())),
    'POST /api/v1/dsync': async (request) => {
      const { data, error } = await directories.create(await request.json());
      return error ? json({ error }, error.code) : json({ data }, 201);
    },
    'GET /api/v1/dsync/users': async (_, query) => {
      users.setTenantAndProduct(query.get('tenant'), query.get('product'));
      const [pageOffset, pageLimit] = ['pageOffset', 'pageLimit'].map((name) => Number(query.get(name)));
      return json(await users.getAll({ pageOffset, pageLimit, directoryId: query.get('directoryId') }));
    },
    'GET /api/oauth/authorize': async (_, query) => {
      const { redirect_url, error } = await oauthController.authorize(Object.fromEntries(query));
      return redirect_url ? redirect(redirect_url) : json({ error }, 400);
    },
    'GET /api/oauth/oidc': async (_, query) => {
      const { redirect_url, error } = await oauthController.oidcAuthzResponse(Object.fromEntries(query));
      return redirect_url ? redirect(redirect_url) : json({ error }, 400);
    },
    'POST /api/oauth/token': async (request) =>
      json(await oauthController.token(Object.fromEntries(new URLSearchParams(await request.text())))),
    'GET /api/oauth/userinfo': async (request) => json(await oauthController.userInfo(bearer(request))),
  };

  const scim = async (request, query, [directoryId, resourceType, resourceId]) => {
    const text = await request.text();
    const { status, data } = await requests.handle({
      method: request.method,
      body: text === '' ? undefined : JSON.parse(text),
      directoryId,
      resourceType,
      resourceId,
      apiSecret: bearer(request),
      query: { filter: query.get('filter') ?? undefined },
    });
    return json(data, status);
  };

  return async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const route = routes[`${request.method} ${pathname}`];
    if (route) return route(request, searchParams);
    const directory = /^\/api\/v1\/dsync\/([^/]+)$/.exec(pathname);
    if (directory && request.method === 'DELETE') return json(await directories.delete(directory[1]));
    const resource = /^\/api\/scim\/v2\.0\/([^/]+)\/([^/]+)(?:\/([^/]+))?$/.exec(pathname);
    return resource ? scim(request, searchParams, resource.slice(1)) : json({ error: `no route ${pathname}` }, 404);
  };
});
