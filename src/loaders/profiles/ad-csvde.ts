import { ACTIVE_DIRECTORY, ACTIVE_DIRECTORY_DEFAULTS } from './active-directory-columns.ts';
import { DIRECTORY_CLASSES } from './directory-classes.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const adCsvde = {
  ...ACTIVE_DIRECTORY,
  id: 'ad-csvde',
  title: 'Active Directory, csvde',
  provider: 'Active Directory',
  source:
    "https://learn.microsoft.com/previous-versions/windows/it-pro/windows-server-2012-r2-and-2012/cc732101(v=ws.11) (X'hex' cells and escaped semicolons not verified)",
  detect: ['dn', 'samaccountname'],
  format: 'csv',
  withoutEmail: 'Export again without -l, or with mail among the attributes after it.',
  classes: DIRECTORY_CLASSES,
} as const satisfies Profile;

export const adCsvdeFacts: ProfileFacts = {
  ...ACTIVE_DIRECTORY_DEFAULTS,
  absent: 'With `-l` only the attributes that were named are there. The primary group is not in memberOf.',
};
