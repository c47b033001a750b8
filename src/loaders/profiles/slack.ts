import type { Profile, ProfileFacts } from './profile.ts';

export const slack = {
  id: 'slack-members-csv',
  title: 'Slack, Export member list',
  source:
    'https://slack.com/intl/en-in/help/categories/200122103-Workspace-Administration (the file is not described: the header as seen in exports; of the words of status only Member, Admin, Deactivated and Bot were seen)',
  detect: ['username', 'status', 'billingactive', 'has2fa', 'userid'],
  format: 'csv',
  side: 'app',
  columns: {
    sso: ['email'],
    scim: ['email'],
    username: ['username'],
    name: ['fullname', 'displayname'],
    status: ['status'],
  },
  givenName: [],
  familyName: [],
  plausible: [],
  // It is a role as long as there is an account.
  statusWords: {
    status: {
      member: 'active',
      admin: 'active',
      owner: 'active',
      primary_owner: 'active',
      'multi-channel_guest': 'active',
      'single-channel_guest': 'active',
      invited_member: 'active',
      deactivated: 'inactive',
    },
  },
  notPeople: [{ column: 'status', pattern: /^bot$/i }],
  withoutEmail: 'Export the list as an owner or admin: others may not see addresses.',
} as const satisfies Profile;

export const slackFacts: ProfileFacts = {
  sso: 'towards Slack: the attribute User.Email has to equal the email; NameID is a lasting id beside it (not confirmed)',
  scimUserName: 'towards Slack: username, which is not the email (not confirmed)',
  scimEmail: 'towards Slack: the primary email (not confirmed)',
  defaultsSource: 'not confirmed by any page that was found',
  absent:
    'Former exports have no expiration-timestamp: guests may expire all the same. The list of one workspace says nothing of others of the organisation.',
};
