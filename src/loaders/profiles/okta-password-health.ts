import { OKTA_DEFAULTS } from './okta-defaults.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const oktaPasswordHealth = {
  id: 'okta-password-health-csv',
  title: 'Okta report, Okta Password Health',
  provider: 'Okta',
  source:
    'https://help.okta.com/en-us/Content/Topics/reports/okta-password-health-report.htm (names of columns as documented; their case in a file not seen)',
  detect: ['login', 'authenticationsource', 'lastpasswordchange'],
  format: 'csv',
  columns: {
    // Its only column of addresses is Login, which may be none: what is sent is the email.
    sso: ['email', 'primaryemail'],
    scim: ['email', 'primaryemail'],
    username: ['login'],
    name: ['user'],
    status: ['status'],
  },
  withoutEmail:
    'The report has none: export the users of the app instead, by GET /api/v1/apps/{appId}/users, or all users by GET /api/v1/users. Its Login is what is sent only where the app is set up so.',
  givenName: [],
  familyName: [],
  plausible: ['login'],
} as const satisfies Profile;

export const oktaPasswordHealthFacts: ProfileFacts = {
  ...OKTA_DEFAULTS,
  absent:
    'There is no email in it, which is not to say that people have none. Login may be an address, a name or an id.',
};
