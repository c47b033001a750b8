import { GOOGLE_DEFAULTS, GOOGLE_DIRECTORY } from './google-directory-columns.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const gam = {
  ...GOOGLE_DIRECTORY,
  id: 'gam-print-users-csv',
  title: 'Google Workspace, GAM print users',
  source:
    'https://github.com/GAM-team/GAM/wiki/Users (columns by its rules of flattening; how many there are depends on the data)',
  detect: [
    'primaryemail',
    'orgunitpath|customerid|isdelegatedadmin|ismailboxsetup|namefullname|namefamilyname|aliases0|noneditablealiases0|groupscount|groups0|licensescount|primaryemaillocal|valid|json',
  ],
  format: 'csv',
} as const satisfies Profile;

export const gamFacts: ProfileFacts = {
  ...GOOGLE_DEFAULTS,
  absent:
    'Without the columns suspended and archived nobody is known to be either: name them in `fields`. With `formatjson` everything but the address is in a cell of JSON, which is not read.',
};
