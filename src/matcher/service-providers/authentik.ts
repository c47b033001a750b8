import type { ServiceProvider, ServiceProviderFacts } from './service-provider.ts';

/**
 * authentik with another identity provider as a source.
 *
 * @see https://github.com/goauthentik/authentik authentik/core/sources/matcher.py
 */
export const authentik = {
  id: 'authentik',
  title: 'authentik, with another identity provider as source',
  compare: 'exact',
  assumes: [
    'the user matching mode of the source is email_link: by identifier, nobody is found after a change of provider',
  ],
} as const satisfies ServiceProvider;

export const authentikFacts: ServiceProviderFacts = {
  signIn: 'source and identifier, which a new source changes; then the email, with the matching mode email_link',
  scim: 'externalId; then username',
  missed: { scim: 'a new user', jit: 'a new user', manual: 'as the enrolment flow says' },
  unpushed: 'nothing; SCIM DELETE deletes the user',
  deviations: [
    'SCIM finds users by username and not by email: map userName as the SCIM email.',
    'An account that the new IdP does not push stays, where a report in scim mode says loses-access.',
  ],
  sources: [
    'goauthentik/authentik authentik/core/sources/matcher.py (SourceMatcher.get_action), authentik/sources/scim/views/v2/users.py',
  ],
};
