import { AUTH0, AUTH0_DEFAULTS } from './auth0-columns.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const auth0Json = {
  ...AUTH0,
  id: 'auth0-export-ndjson',
  title: 'Auth0 users export job, JSON: one user a line',
  source:
    'https://github.com/auth0/docs-v2 main/docs/manage-users/user-migration/bulk-user-exports.mdx (which fields there are by default not verified)',
  detect: [
    'userid',
    'email|nickname|name',
    'identities0provider|identities0connection|identities0userid|loginscount|emailverified',
  ],
  format: 'json',
} as const satisfies Profile;

export const auth0JsonFacts: ProfileFacts = {
  ...AUTH0_DEFAULTS,
  absent:
    'Whoever has no `blocked` is not blocked, in a job without `fields`; with `fields` that leave it out nobody is known to be. Roles are not exported.',
};
