import type { Profile } from './profile.ts';

/** The file has no column of mail. */
const PRIMARY = ['proxyaddresses|userprincipalname'] as const;

export const m365Admin = {
  id: 'm365-admin-export-users',
  title: 'Microsoft 365 admin center, Active users, Export users',
  provider: 'Entra ID',
  source:
    'https://learn.microsoft.com/microsoft-365/admin/add-users/add-users (the export itself is not documented; headers of 2021 and 2025 as seen in exports)',
  detect: ['userprincipalname', 'blockcredential', 'objectid'],
  format: 'csv',
  columns: {
    sso: PRIMARY,
    scim: PRIMARY,
    username: ['userprincipalname'],
    name: ['displayname'],
    status: ['blockcredential'],
    aliases: ['proxyaddresses'],
  },
  givenName: ['firstname'],
  familyName: ['lastname'],
  plausible: ['userprincipalname'],
  emptyStatusIsUnknown: true,
} as const satisfies Profile;
