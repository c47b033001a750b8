import { AUTH0, AUTH0_DEFAULTS } from './auth0-columns.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const auth0Csv = {
  ...AUTH0,
  id: 'auth0-export-csv',
  title: 'Auth0 users export job, CSV',
  source:
    'https://github.com/auth0/docs-v2 main/docs/manage-users/user-migration/bulk-user-exports.mdx (the job names the columns: only those with user_id are recognised)',
  detect: ['userid', 'email|nickname|name', 'identities0provider|identities0connection|loginscount|emailverified'],
  format: 'csv',
  // Every text begins with an apostrophe; user_id is one, and never begins with it by itself.
  wrapping: { pattern: /^'(.*)$/s, anchor: 'userid' },
} as const satisfies Profile;

export const auth0CsvFacts: ProfileFacts = {
  ...AUTH0_DEFAULTS,
  absent:
    'The columns are those that the job asked for: without `blocked` nobody is known to be blocked. Without `user_id` the format is not recognised, and an apostrophe before every address stays: say `--old-profile auth0-export-csv`.',
};
