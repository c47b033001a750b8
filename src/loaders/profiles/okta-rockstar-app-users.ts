import { OKTA_DEFAULTS } from './okta-defaults.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const oktaRockstarAppUsers = {
  id: 'okta-rockstar-app-users',
  title: 'Okta users of one app as the rockstar browser extension exports them',
  provider: 'Okta',
  source: 'https://github.com/gabrielsroka/gabrielsroka.github.io (rockstar.js)',
  detect: ['username', 'scope', 'externalid', 'syncstate'],
  columns: {
    // The file has no email unless one was added: the app's username is what is sent as NameID.
    sso: ['email', 'username'],
    scim: ['email', 'username'],
    username: ['username'],
    'external-id': ['externalid'],
    groups: ['groupname'],
  },
  standIn: {
    columns: ['username'],
    advice:
      'This list has no email: the app’s username, which it takes for one, is what is sent as NameID. For the email export GET /api/v1/apps/{appId}/users.',
  },
  givenName: ['firstname'],
  familyName: ['lastname'],
  plausible: ['username'],
} as const satisfies Profile;

export const oktaRockstarAppUsersFacts: ProfileFacts = {
  ...OKTA_DEFAULTS,
  absent: 'It has no email and no status: syncState is neither. Whoever is missing may be assigned by a group.',
};
