import type { ServiceProvider, ServiceProviderFacts } from './service-provider.ts';

/**
 * Grafana with SAML, and SCIM of Enterprise and Cloud.
 *
 * @see https://grafana.com/docs/grafana/latest/setup-grafana/configure-access/configure-scim-provisioning/
 */
export const grafana = {
  id: 'grafana',
  title: 'Grafana, SAML and SCIM',
  compare: 'unicode-lower',
  assumes: [
    'sign-in is by SAML; by OAuth it finds accounts by email only with oauth_allow_insecure_email_lookup',
    'with SCIM, the assertion carries the externalId that SCIM pushed: another one is refused',
  ],
} as const satisfies ServiceProvider;

export const grafanaFacts: ServiceProviderFacts = {
  signIn: 'the id that the provider had given; then the email, then the login',
  scim: 'the field that the IdP filters by, usually userName; at a create the email',
  missed: { scim: 'a new account', jit: 'a new account, with allow_sign_up', manual: 'refused: sign up is disabled' },
  unpushed: 'nothing: it stays active until it is assigned in the new IdP',
  deviations: [
    'How SCIM compares an email is closed code; SSO compares in lower case.',
    'An account that the new IdP does not push stays, where a report in scim mode says loses-access.',
  ],
  sources: [
    'https://grafana.com/docs/grafana/latest/setup-grafana/configure-access/configure-scim-provisioning/manage-users-teams/',
    'https://grafana.com/docs/grafana/latest/setup-grafana/configure-access/configure-authentication/saml/saml-configuration-options/',
    'grafana/grafana pkg/services/authn/authnimpl/sync/user_sync.go, pkg/services/user/userimpl/store.go (strings.ToLower)',
  ],
};
