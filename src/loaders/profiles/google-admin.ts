import { GOOGLE_DEFAULTS } from './google-directory-columns.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const googleAdmin = {
  id: 'google-admin-download-users',
  title: 'Google Workspace, Admin console, Download users',
  provider: 'Google Workspace',
  source:
    'https://support.google.com/a/answer/7348070 (the header as seen in exports of 2020 and 2024; status Archived not seen)',
  detect: ['emailaddressrequired', 'firstnamerequired', 'lastnamerequired'],
  columns: {
    // Claude's guides for Google (articles 13917817, 13917884): NameID is the primary email.
    sso: ['emailaddress'],
    scim: ['emailaddress'],
    'employee-id': ['employeeid'],
    status: ['status'],
  },
  givenName: ['firstname'],
  familyName: ['lastname'],
  plausible: [],
} as const satisfies Profile;

export const googleAdminFacts: ProfileFacts = {
  ...GOOGLE_DEFAULTS,
  absent:
    'Aliases are not in it: nobody is known to have none. Secondary and recovery emails are private. With the columns that the list shows the status may be left out.',
};
