import { DUO, DUO_DEFAULTS } from './duo-columns.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const duoImport = {
  ...DUO,
  id: 'duo-import-csv',
  title: 'Duo users as CSV, by the columns of its import',
  source:
    'https://duo.com/docs/importing-users (the header of an export, https://duo.com/docs/administration-users, not found)',
  detect: ['username', 'realname'],
  format: 'csv',
} as const satisfies Profile;

export const duoImportFacts: ProfileFacts = {
  ...DUO_DEFAULTS,
  absent:
    'Only username is mandatory: whoever has no email here may have one in the directory behind Duo. Without `status` nobody is known to be disabled.',
};
