import { DUO, DUO_DEFAULTS } from './duo-columns.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const duoApi = {
  ...DUO,
  id: 'duo-admin-api-users',
  title: 'Duo Admin API, GET /admin/v1/users',
  source: 'https://duo.com/docs/adminapi (aliases not verified)',
  detect: ['userid', 'username', 'realname'],
  format: 'json',
  columns: {
    ...DUO.columns,
    aliases: [
      'alias#',
      'aliasesalias1',
      'aliasesalias2',
      'aliasesalias3',
      'aliasesalias4',
      'aliasesalias5',
      'aliasesalias6',
      'aliasesalias7',
      'aliasesalias8',
    ],
  },
} as const satisfies Profile;

export const duoApiFacts: ProfileFacts = {
  ...DUO_DEFAULTS,
  absent: 'An empty `email` says that Duo was given none, not that the directory behind it has none.',
};
