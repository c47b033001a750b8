import type { ServiceProvider, ServiceProviderFacts } from './service-provider.ts';

/**
 * GitLab Self-Managed with SAML and SCIM of the instance.
 *
 * @see https://docs.gitlab.com/integration/saml/
 */
export const gitlabSelfManaged = {
  id: 'gitlab-self-managed',
  title: 'GitLab Self-Managed, SAML and SCIM of the instance',
  compare: 'unicode-lower',
  assumes: ['omniauth_auto_link_saml_user is true: without it no sign-in finds an account by email'],
} as const satisfies ServiceProvider;

export const gitlabSelfManagedFacts: ServiceProviderFacts = {
  signIn: 'the uid, whatever its letter case; then the email, with omniauth_auto_link_saml_user',
  scim: 'externalId; then any email of a user',
  missed: { scim: 'a new account', jit: 'a new account', manual: 'refused, unless allow_single_sign_on includes saml' },
  unpushed: 'nothing; removed in the IdP, the user is blocked',
  deviations: ['An account that the new IdP does not push stays, where a report in scim mode says loses-access.'],
  sources: [
    'https://docs.gitlab.com/integration/saml/',
    'https://docs.gitlab.com/administration/settings/scim_setup/',
    'gitlabhq lib/gitlab/auth/saml/user.rb, lib/gitlab/auth/o_auth/user.rb (email.downcase)',
  ],
};
