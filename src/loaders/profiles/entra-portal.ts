import { ENTRA } from './entra-columns.ts';
import type { Profile } from './profile.ts';

export const entraPortal = {
  ...ENTRA,
  id: 'entra-portal-download-users',
  title: 'Microsoft Entra ID, portal download of users (current and 2019 headers)',
  provider: 'Entra ID',
  source: 'https://learn.microsoft.com/entra/identity/users/users-bulk-download',
  // Ids are not in the portal's file; reports and scripts that start from its columns add them.
  detect: ['userprincipalname', 'displayname', 'mail', 'accountenabled'],
  format: 'csv',
} as const satisfies Profile;
