import { ENTRA, ENTRA_DEFAULTS } from './entra-columns.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const entraGetMgUser = {
  ...ENTRA,
  id: 'entra-get-mguser-csv',
  title: 'Microsoft Entra ID, Get-MgUser | Export-Csv',
  provider: 'Entra ID',
  source:
    'https://learn.microsoft.com/powershell/module/microsoft.graph.users/get-mguser (no real file seen; columns after JobTitle and their order not verified)',
  detect: ['aboutme', 'accountenabled', 'displayname', 'mail', 'userprincipalname'],
} as const satisfies Profile;

export const entraGetMgUserFacts: ProfileFacts = {
  ...ENTRA_DEFAULTS,
  absent:
    'Without `-Property` most cells are empty: nobody is disabled for want of AccountEnabled. Lists read as the name of a type have lost their data.',
};
