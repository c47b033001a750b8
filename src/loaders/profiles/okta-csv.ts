import { OKTA_DEFAULTS } from './okta-defaults.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const oktaCsv = {
  id: 'okta-csv-import-template',
  title: 'Okta users as CSV (profile attributes by variable name)',
  provider: 'Okta',
  source: 'https://support.okta.com/help/s/article/How-to-Import-Users-From-a-CSV-File',
  detect: ['login', 'firstname', 'lastname', 'email'],
  // rockstar's Export Group Members, without an email.
  detectAlso: [['id', 'login', 'firstname', 'lastname', 'status']],
  withoutEmail:
    'rockstar’s Export Group Members has none: use its Export Users, or GET /api/v1/users. The login is what is sent only where the app is set up so.',
  columns: {
    // Claude's guide for Okta (article 13917840): the email claim and SCIM email are user.email.
    sso: ['email'],
    scim: ['email'],
    username: ['login'],
    'employee-id': ['employeenumber', 'employeeid'],
    name: ['displayname'],
    status: ['status'],
  },
  givenName: ['firstname'],
  familyName: ['lastname'],
  plausible: ['login', 'username'],
} as const satisfies Profile;

export const oktaCsvFacts: ProfileFacts = {
  ...OKTA_DEFAULTS,
  absent:
    'It has no status unless one was added: whoever is in it counts as active. What an app is sent by an override of its own is not in it. secondEmail is private.',
};
