import type { ServiceProvider, ServiceProviderFacts } from './service-provider.ts';

/**
 * GitLab.com with SAML and SCIM of a group.
 *
 * @see https://docs.gitlab.com/user/group/saml_sso/
 */
export const gitlabCom = {
  id: 'gitlab-com',
  title: 'GitLab.com, group SAML and SCIM',
  compare: 'unicode-lower',
  assumes: [
    'everybody is an enterprise user of the group, or is linked by SCIM: others have to sign in with their old credential to link the new NameID',
  ],
} as const satisfies ServiceProvider;

export const gitlabComFacts: ServiceProviderFacts = {
  signIn: 'the NameID, exactly; then the email, of enterprise users of the group',
  scim: 'externalId, which has to be the NameID; then any email of a user',
  missed: {
    scim: 'a new account in the group',
    jit: 'a new account',
    manual: 'a new account: accounts are always made at sign-in',
  },
  unpushed: 'nothing: the member stays',
  deviations: [
    'In manual mode a sign-in without an account makes one, where a report says sign-in-blocked.',
    'An account that the new IdP does not push stays, where a report in scim mode says loses-access.',
  ],
  sources: [
    'https://docs.gitlab.com/user/group/saml_sso/',
    'https://docs.gitlab.com/user/group/saml_sso/scim_setup/',
    'https://docs.gitlab.com/user/group/saml_sso/troubleshooting_scim/',
    'gitlab-org/gitlab ee/lib/gitlab/auth/group_saml/user.rb, ee/lib/ee/gitlab/scim/group/provisioning_service.rb, lib/gitlab/auth/o_auth/user.rb (email.downcase)',
  ],
};
