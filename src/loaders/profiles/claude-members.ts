import type { Profile, ProfileFacts } from './profile.ts';

export const claudeMembers = {
  id: 'claude-members-csv',
  title: 'Claude (Team, Enterprise), export of members',
  source:
    'https://support.claude.com/en/articles/13133750-managing-members-on-team-and-enterprise-plans (the header as seen in exports; status Pending not seen)',
  detect: ['name', 'email', 'role', 'status', 'seattier'],
  side: 'app',
  columns: {
    sso: ['email'],
    scim: ['email'],
    name: ['name'],
    status: ['status'],
  },
  givenName: [],
  familyName: [],
  plausible: [],
} as const satisfies Profile;

export const claudeMembersFacts: ProfileFacts = {
  sso: 'towards Claude: the email has to equal Email exactly',
  scimUserName: 'not in it',
  scimEmail: 'towards Claude: Email is the address that SCIM pushed',
  defaultsSource:
    'https://support.claude.com/en/articles/13917840; https://support.claude.com/en/articles/13917829; https://support.claude.com/en/articles/13917817; https://support.claude.com/en/articles/13917861; https://support.claude.com/en/articles/13917875',
  absent: 'There is no id: the email is all there is to know somebody by. Who is provisioned by SCIM is not in it.',
};
