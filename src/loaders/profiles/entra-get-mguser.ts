import { ENTRA } from './entra-columns.ts';
import type { Profile } from './profile.ts';

export const entraGetMgUser = {
  ...ENTRA,
  id: 'entra-get-mguser-csv',
  title: 'Microsoft Entra ID, Get-MgUser | Export-Csv',
  provider: 'Entra ID',
  source:
    'https://learn.microsoft.com/powershell/module/microsoft.graph.users/get-mguser (no real file seen; columns after JobTitle and their order not verified)',
  detect: ['aboutme', 'accountenabled', 'displayname', 'mail', 'userprincipalname'],
} as const satisfies Profile;
