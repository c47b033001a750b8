import type { Profile, ProfileFacts } from './profile.ts';

export const pingOne = {
  id: 'pingone-api-users',
  title: 'PingOne API, users of an environment',
  provider: 'PingOne',
  source: 'https://developer.pingidentity.com/pingone-api/platform/users/users-1/read-one-user.html',
  detect: ['username', 'enabled', 'populationid', 'lifecyclestatus|environmentid|verifystatus|accountcanauthenticate'],
  format: 'json',
  columns: {
    // Claude's guide for Ping (article 13917875).
    sso: ['email'],
    scim: ['email'],
    username: ['username'],
    'external-id': ['externalid'],
    name: ['nameformatted'],
    // Whether an account is locked, or has yet to be verified, is another question.
    status: ['enabled'],
    groups: ['memberofgroupnames'],
  },
  givenName: ['namegiven'],
  familyName: ['namefamily'],
  plausible: ['username'],
  statusWords: { accountstatus: { ok: 'active', locked: 'active' }, lifecyclestatus: { account_ok: 'active' } },
  anyStatusDeactivates: true,
  withoutEmail: 'PingOne lets users have none. If the app is sent the username, say so.',
} as const satisfies Profile;

export const pingOneFacts: ProfileFacts = {
  sso: 'SAML_SUBJECT is the user id of PingOne (not confirmed); templates of apps map it to username or email',
  scimUserName: 'username; in the catalogue of PingOne for Enterprise the email',
  scimEmail: 'email',
  defaultsSource:
    'https://support.claude.com/en/articles/13917875; https://docs.pingidentity.com/ attribute pages of the catalogue of PingOne for Enterprise (the default of SAML_SUBJECT not confirmed)',
  absent:
    'A user without `email` was made without one. Without `memberOfGroupNames` (`include=memberOfGroupNames`) nobody is known to be in no group.',
};
