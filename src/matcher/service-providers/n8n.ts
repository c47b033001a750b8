import type { ServiceProvider, ServiceProviderFacts } from './service-provider.ts';

/**
 * n8n with SAML, which goes by the email alone.
 *
 * @see https://github.com/n8n-io/n8n packages/cli/src/modules/sso-saml/saml.service.ee.ts
 */
export const n8n = {
  id: 'n8n',
  title: 'n8n, SAML',
  compare: 'unicode-lower',
} as const satisfies ServiceProvider;

export const n8nFacts: ServiceProviderFacts = {
  signIn: 'the email in the lower case of JavaScript; the new identity is then attached to the user',
  scim: null,
  missed: { scim: null, jit: 'a new user', manual: 'refused' },
  unpushed: 'nothing: there is no SCIM',
  deviations: ['There is no SCIM: check with --mode jit or manual.'],
  sources: ['n8n-io/n8n packages/cli/src/modules/sso-saml/saml.service.ee.ts (handleSamlLogin)'],
};
