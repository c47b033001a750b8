import type { Profile } from './profile.ts';

export const claudeMembers = {
  id: 'claude-members-csv',
  title: 'Claude (Team, Enterprise), export of members',
  source:
    'https://support.claude.com/en/articles/13133750-managing-members-on-team-and-enterprise-plans (the header as seen in exports; status Pending not seen)',
  detect: ['name', 'email', 'role', 'status', 'seattier'],
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
