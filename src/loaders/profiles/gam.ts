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
  // Who is suspended would be passed over.
  refuses: {
    column: 'json',
    why: 'GAM wrote it with formatjson, so that everything but the address is in one cell, which is not read: who is suspended, who is who. Export again without formatjson.',
  },
} as const satisfies Profile;

export const gamFacts: ProfileFacts = {
  ...GOOGLE_DEFAULTS,
  absent:
    'Without the columns suspended and archived nobody is known to be either: name them in `fields`. A file of `formatjson` is refused.',
};
