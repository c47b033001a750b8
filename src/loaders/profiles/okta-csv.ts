import type { Profile } from './profile.ts';

export const oktaCsv = {
  id: 'okta-csv-import-template',
  title: 'Okta users as CSV (profile attributes by variable name)',
  provider: 'Okta',
  source: 'https://support.okta.com/help/s/article/How-to-Import-Users-From-a-CSV-File',
  detect: ['login', 'firstname', 'lastname', 'email'],
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
