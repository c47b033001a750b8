import { ACTIVE_DIRECTORY, ACTIVE_DIRECTORY_DEFAULTS } from './active-directory-columns.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const adGetAdUser = {
  ...ACTIVE_DIRECTORY,
  id: 'ad-get-aduser-csv',
  title: 'Active Directory, Get-ADUser | Export-Csv',
  provider: 'Active Directory',
  source:
    'https://learn.microsoft.com/powershell/module/activedirectory/get-aduser (its default columns have no email: add EmailAddress or mail with -Properties)',
  withoutEmail:
    'Get-ADUser leaves it out unless it is asked for: export again with -Properties EmailAddress,EmployeeID,DisplayName.',
  detect: ['distinguishedname', 'samaccountname', 'sid', 'userprincipalname'],
} as const satisfies Profile;

export const adGetAdUserFacts: ProfileFacts = {
  ...ACTIVE_DIRECTORY_DEFAULTS,
  absent: 'By default there are ten properties, and no email: nobody is known to have none.',
};
