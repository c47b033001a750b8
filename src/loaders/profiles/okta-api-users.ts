import type { Profile } from './profile.ts';

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
