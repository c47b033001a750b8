import { ENTRA, ENTRA_DEFAULTS } from './entra-columns.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const entraGetAzureAdUser = {
  ...ENTRA,
  id: 'entra-get-azureaduser-csv',
  title: 'Microsoft Entra ID, Get-AzureADUser | Export-Csv (retired module)',
  provider: 'Entra ID',
  source:
    'https://learn.microsoft.com/powershell/module/azuread/get-azureaduser (no real file seen; the first seven columns and the order in a CSV not verified)',
  detect: ['objectid', 'immutableid', 'mailnickname', 'mail', 'userprincipalname'],
} as const satisfies Profile;

export const entraGetAzureAdUserFacts: ProfileFacts = {
  ...ENTRA_DEFAULTS,
  absent: 'Lists read as the name of a type: their data is lost, and nobody is known to have no aliases.',
};
