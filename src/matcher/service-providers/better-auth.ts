import type { ServiceProvider, ServiceProviderFacts } from './service-provider.ts';

/**
 * better-auth with its scim and sso plugins, which compare in the lower case of JavaScript. Held to in `test/e2e`.
 *
 * @see https://better-auth.com/docs/plugins/scim and https://better-auth.com/docs/plugins/sso
 */
export const betterAuth = {
  id: 'better-auth',
  title: 'better-auth with its scim and sso plugins',
  compare: 'unicode-lower',
  assumes: [
    'the new IdP uses the SCIM connection of the old one, or identity.resolveUser links by email: another connection is refused with 409',
    'sso has trustEmailVerified and accountLinking.requireLocalEmailVerified is false: by default nobody who has an account gets back in through a new provider',
  ],
} as const satisfies ServiceProvider;

export const betterAuthFacts: ServiceProviderFacts = {
  signIn: 'issuer and subject, which a new IdP changes; then the email',
  scim: 'userName of the resource, and the primary email of the account',
  missed: {
    scim: 'a second account',
    jit: 'a second account',
    manual: 'refused with disableImplicitSignUp, made otherwise',
  },
  unpushed: 'nothing: the account stays, and its person can sign in',
  deviations: [
    'POST Users through another connection with an email that has an account answers 409 “A Better Auth User already uses this email”, also after the old connection was decommissioned.',
    'Sign-in does not ask SCIM: after DELETE Users/:id or active:false the next sign-in gets in, where a report in scim mode says sign-in-blocked or loses-access.',
    'POST Users refuses non-ASCII letters, white space and #EXT# in an address with 400 “Invalid email address”, and sign-in accepts them.',
  ],
  sources: [
    'measured: version 1.7.5 over HTTP, test/e2e',
    'https://better-auth.com/docs/plugins/scim',
    'https://better-auth.com/docs/plugins/sso',
  ],
};
