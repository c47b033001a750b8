import { OKTA_DEFAULTS } from './okta-defaults.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const oktaRockstarUsers = {
  id: 'okta-rockstar-users',
  title: 'Okta users as the rockstar browser extension exports them',
  provider: 'Okta',
  source:
    'https://github.com/gabrielsroka/gabrielsroka.github.io (rockstar.js; titles of attributes may have been renamed)',
  detect: ['userid', 'username', 'primaryemail'],
  columns: {
    // Claude's guide for Okta (article 13917840): the email claim and SCIM email are user.email.
    sso: ['primaryemail'],
    scim: ['primaryemail'],
    username: ['username'],
    'employee-id': ['employeenumber', 'employeeid'],
    name: ['displayname'],
    status: ['status'],
  },
  givenName: ['firstname'],
  familyName: ['lastname'],
  plausible: ['username'],
} as const satisfies Profile;

export const oktaRockstarUsersFacts: ProfileFacts = {
  ...OKTA_DEFAULTS,
  absent:
    'Its default query leaves deprovisioned people out: whoever is missing may be in Okta. Columns are remembered by the browser of each admin. Secondary email is private.',
};
