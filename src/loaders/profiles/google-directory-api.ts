import { GOOGLE_DEFAULTS, GOOGLE_DIRECTORY } from './google-directory-columns.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const googleDirectoryApi = {
  ...GOOGLE_DIRECTORY,
  id: 'google-directory-api-users',
  title: 'Google Workspace, Directory API users.list',
  source: 'https://developers.google.com/workspace/admin/directory/reference/rest/v1/users/list',
  detect: [
    'primaryemail',
    'kind|etag|id|customerid|orgunitpath|namefullname|namegivenname|isadmin|suspended|archived|creationtime',
  ],
  format: 'json',
} as const satisfies Profile;

export const googleDirectoryApiFacts: ProfileFacts = {
  ...GOOGLE_DEFAULTS,
  absent:
    'With `viewType=domain_public`, or with `fields`, properties are left out: without suspended and archived nobody is known to be either, and without externalIds nobody is known to have no employee number.',
};
