import type { Profile } from './profile.ts';

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
  givenName: ['firstname'],
  familyName: ['lastname'],
  plausible: ['username'],
} as const satisfies Profile;
