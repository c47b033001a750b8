import { OKTA_DEFAULTS } from './okta-defaults.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const oktaApiUsers = {
  id: 'okta-api-users',
  title: 'Okta API, GET /api/v1/users',
  provider: 'Okta',
  source: 'https://developer.okta.com/docs/api/openapi/okta-management/management/tag/User/',
  detect: ['profilelogin', 'profileemail'],
  columns: {
    // Claude's guide for Okta (article 13917840): the email claim and SCIM email are user.email.
    sso: ['profileemail'],
    scim: ['profileemail'],
    username: ['profilelogin'],
    'employee-id': ['profileemployeenumber', 'profileemployeeid'],
    name: ['profiledisplayname'],
    status: ['status'],
  },
  givenName: ['profilefirstname'],
  familyName: ['profilelastname'],
  plausible: ['profilelogin'],
} as const satisfies Profile;

export const oktaApiUsersFacts: ProfileFacts = {
  ...OKTA_DEFAULTS,
  absent: 'The list leaves deprovisioned people out. Groups are in another call. secondEmail is private.',
};
