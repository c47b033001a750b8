/** An OpenID provider on loopback. Whom it signs in, and what it asserts of them, is up to the test. */
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const KEY = { kid: 'key', alg: 'RS256' };

export interface Claims {
  sub: string;
  email: string;
  name: string;
}

interface Grant {
  claims: Claims;
  audience: string;
  nonce: string | null;
}

export class IdentityProvider {
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  /** Who is signed in here, by the cookie of their browser. */
  readonly #sessions = new Map<string, Claims>();
  readonly #grants = new Map<string, Grant>();
  issuer = '';

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    // Polis speaks plain HTTP to this name only.
    this.issuer = `http://localhost:${(this.#server.address() as AddressInfo).port}`;
    return this;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Somebody is signed in from now on; returns the cookie that says so. */
  session(claims: Claims): string {
    const id = randomUUID();
    this.#sessions.set(id, claims);
    return `person=${id}`;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer);
    const json = (body: object): void => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(this.#metadata());
      case '/jwks':
        return json({ keys: [{ ...this.#keys.publicKey.export({ format: 'jwk' }), ...KEY, use: 'sig' }] });
      case '/authorize':
        response.writeHead(302, { location: this.#authorize(url.searchParams, request.headers.cookie ?? '') }).end();
        return;
      case '/token': {
        const code = new URLSearchParams(await textOf(request)).get('code') ?? '';
        return json({ access_token: code, token_type: 'Bearer', expires_in: 300, id_token: this.#idToken(code) });
      }
      case '/userinfo': {
        const token = (request.headers.authorization ?? '').replace('Bearer ', '');
        return json({ ...this.#grant(token).claims, email_verified: true });
      }
      default:
        response.writeHead(404).end();
    }
  }

  #metadata(): object {
    return {
      issuer: this.issuer,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      userinfo_endpoint: `${this.issuer}/userinfo`,
      jwks_uri: `${this.issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: [KEY.alg],
      token_endpoint_auth_methods_supported: ['client_secret_post'],
    };
  }

  #authorize(query: URLSearchParams, cookie: string): string {
    const claims = this.#sessions.get(/person=([^;]+)/.exec(cookie)?.[1] ?? '');
    if (claims === undefined) throw new Error('nobody is signed in');
    const code = randomUUID();
    this.#grants.set(code, { claims, audience: query.get('client_id') ?? '', nonce: query.get('nonce') });
    const back = new URL(query.get('redirect_uri') ?? '');
    back.searchParams.set('code', code);
    back.searchParams.set('state', query.get('state') ?? '');
    return back.href;
  }

  #grant(token: string): Grant {
    const grant = this.#grants.get(token);
    if (grant === undefined) throw new Error(`nothing was granted by ${token}`);
    return grant;
  }

  #idToken(code: string): string {
    const { claims, audience, nonce } = this.#grant(code);
    const now = Math.floor(Date.now() / 1000);
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const about = { iss: this.issuer, aud: audience, iat: now, exp: now + 300, email_verified: true };
    const signed = `${part(KEY)}.${part({ ...about, ...claims, ...(nonce === null ? {} : { nonce }) })}`;
    return `${signed}.${sign('sha256', Buffer.from(signed), this.#keys.privateKey).toString('base64url')}`;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
