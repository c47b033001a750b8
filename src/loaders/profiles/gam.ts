import type { Profile } from './profile.ts';

export const gam = {
  id: 'gam-print-users-csv',
  title: 'Google Workspace, GAM print users; also users of the Directory API as JSON',
  provider: 'Google Workspace',
  source:
    'https://github.com/GAM-team/GAM/wiki/Users (columns by its rules of flattening; how many there are depends on the data)',
  detect: [
    'primaryemail',
    'orgunitpath|customerid|isdelegatedadmin|ismailboxsetup|namefullname|namefamilyname|aliases0|noneditablealiases0|groupscount|licensescount',
  ],
  columns: {
    // Claude's guides for Google (articles 13917817, 13917884): NameID is the primary email.
    sso: ['primaryemail'],
    scim: ['primaryemail'],
    'employee-id': ['externalids#value'],
    name: ['namefullname'],
    status: ['suspended', 'archived'],
    groups: ['groups', 'groups#'],
    aliases: ['aliases', 'aliases#', 'noneditablealiases', 'noneditablealiases#', 'emails#address'],
  },
  entries: {
    'externalids#value': { title: 'externalIds of type organization', kinds: ['organization'] },
    // Those of a type are private.
    'emails#address': { title: 'emails without a type', kinds: [''] },
  },
  givenName: ['namegivenname'],
  familyName: ['namefamilyname'],
  plausible: [],
  emptyStatusIsUnknown: true,
} as const satisfies Profile;
