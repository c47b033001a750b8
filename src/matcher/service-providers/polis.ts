import type { ServiceProvider, ServiceProviderFacts } from './service-provider.ts';

/**
 * Polis, which keeps the users that SCIM pushes and hands the profile of a sign-in to the app behind it. Held to in `test/e2e`.
 *
 * @see https://github.com/boxyhq/jackson npm/src/directory-sync/scim/utils.ts
 */
export const polis = {
  id: 'polis',
  title: 'Polis (SAML Jackson), directory sync',
  compare: 'exact',
  assumes: [
    'the new IdP is connected to the directory that the old one filled: a new directory links nobody',
    'the app behind Polis finds accounts by the email of the profile, compared exactly',
  ],
} as const satisfies ServiceProvider;

export const polisFacts: ServiceProviderFacts = {
  signIn: 'none of its own: it hands id and email of the assertion on, unchanged',
  scim: 'emails[0].value, whatever is primary; userName only where there are no emails',
  missed: {
    scim: 'a second user of the directory',
    jit: 'left to the app behind it',
    manual: 'left to the app behind it',
  },
  unpushed: 'nothing: the user stays in the directory',
  deviations: [
    'POST Users with an address that is taken answers 409 “User already exists”: an IdP links by asking first, GET Users?filter=userName eq "ann@example.com".',
    'Another directory of the same tenant and product answers 201 to the same POST, with another id; DELETE of a directory deletes its users.',
    'The filter strips quotes: userName eq "o\'neil@example.com" finds nobody, and the POST that follows is 409, so that whoever has an apostrophe can be neither found nor made.',
    'An account that the new IdP does not push stays, where a report in scim mode says loses-access.',
  ],
  sources: [
    'measured: version 26.2 over HTTP, test/e2e',
    'https://github.com/boxyhq/jackson npm/src/directory-sync/scim/utils.ts, DirectoryUsers.ts; npm/src/saml/claims.ts',
  ],
};
