import type { Profile, ProfileFacts } from './profile.ts';

export const atlassian = {
  id: 'atlassian-export-users-csv',
  title: 'Atlassian: Export users, Export accounts, and the former export of a site',
  source:
    'https://support.atlassian.com/security-and-access-policies/docs/export-users-from-a-site; https://support.atlassian.com/security-and-access-policies/docs/export-accounts-from-domains; https://confluence.atlassian.com/cloud/export-users-833925313.html (of the columns after Org role only Last seen was seen)',
  detect: ['userid', 'username', 'userstatus'],
  detectAlso: [
    ['groupname', 'username', 'fullname', 'email', 'active'],
    ['name', 'status', 'billable', 'policytype|samlsinglesignon|atlassianid'],
  ],
  format: 'csv',
  side: 'app',
  columns: {
    sso: ['email'],
    scim: ['email'],
    // “User name” is how a person is called; only the former export has a name of a user beside it.
    name: ['fullname', 'name', 'username'],
    status: ['userstatus', 'active', 'status'],
  },
  onlyOwn: ['username'],
  // The former export.
  recordFor: 'groupname',
  givenName: [],
  familyName: [],
  plausible: [],
  withoutEmail:
    'The export of the accounts of a domain may come without: export Directory › Users › Export users instead.',
} as const satisfies Profile;

export const atlassianFacts: ProfileFacts = {
  sso: 'towards Atlassian: NameID has to be the email of the account (not confirmed)',
  scimUserName: 'towards Atlassian: userName, kept as it is (not confirmed)',
  scimEmail: 'towards Atlassian: the primary email is that of the account (not confirmed)',
  defaultsSource: 'not confirmed by any page that was found',
  absent:
    'Groups are there only where they were asked for. An export of one site does not have the accounts of others; “Verified email” is no address.',
};
