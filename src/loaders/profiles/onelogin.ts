import type { Profile, ProfileFacts } from './profile.ts';

export const oneLogin = {
  id: 'onelogin-api-users',
  title: 'OneLogin API, list of users; also the CSV that its SDK writes of it',
  provider: 'OneLogin',
  source:
    'https://developers.onelogin.com/api-docs/1/users/user-resource; https://github.com/onelogin/onelogin-ruby-sdk examples/all-users-to-csv.rb',
  detect: [
    'email',
    'username',
    'firstname',
    'lastname',
    'openidname|invitationsentat|invalidloginattempts|trustedidpid|managerlogin|manageradid',
  ],
  columns: {
    // Claude's guide for OneLogin (article 13917861).
    sso: ['email'],
    scim: ['email'],
    username: ['username'],
    'employee-id': ['customattributesemployeeid', 'customattributesemployeenumber'],
    'external-id': ['externalid'],
    status: ['status', 'state'],
    groups: ['memberof'],
  },
  givenName: ['firstname'],
  familyName: ['lastname'],
  plausible: ['username', 'userprincipalname'],
  // https://developers.onelogin.com/api-docs/1/users/update-user, https://developers.onelogin.com/api-docs/1/users/set-state.
  // Whoever is locked, or has a password or a question to set, has an account all the same, as in Okta.
  statusWords: {
    status: {
      '0': 'inactive',
      '1': 'active',
      '2': 'inactive',
      '3': 'active',
      '4': 'active',
      '5': 'active',
      '7': 'active',
      '8': 'active',
      unactivated: 'inactive',
      locked: 'active',
      awaiting_password_reset: 'active',
      password_pending: 'active',
      security_questions_required: 'active',
    },
    // Unapproved, approved, rejected, unlicensed: of these only the approved can be of any use of their status.
    state: { '0': 'inactive', '1': 'active', '2': 'inactive', '3': 'inactive' },
  },
  anyStatusDeactivates: true,
  withoutEmail: 'Ask the API for the field email, or leave `fields` out.',
} as const satisfies Profile;

export const oneLoginFacts: ProfileFacts = {
  sso: 'NameID is Email (guides say to choose it; that it is preset is not confirmed)',
  scimUserName: 'Username, by the parameter scimusername',
  scimEmail: 'Email, the only entry, primary and of type work, by the JSON template',
  defaultsSource: 'KB0013904 of OneLogin’s knowledge base; https://support.claude.com/en/articles/13917861',
  absent:
    'Username may be empty or no address. Without `state` it is not known who is approved and licensed; without `role_ids` nobody is known to lack a role.',
};
