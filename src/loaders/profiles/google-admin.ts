import type { Profile } from './profile.ts';

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
