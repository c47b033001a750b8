import { ENTRA_DEFAULTS } from './entra-columns.ts';
import type { Profile, ProfileFacts } from './profile.ts';

/** The file has no column of mail. */
const PRIMARY = ['proxyaddresses|userprincipalname'] as const;

export const m365Admin = {
  id: 'm365-admin-export-users',
  title: 'Microsoft 365 admin center, Active users, Export users',
  provider: 'Entra ID',
  source:
    'https://learn.microsoft.com/microsoft-365/admin/add-users/add-users (the export itself is not documented; headers of 2021 and 2025 as seen in exports; the German ones by a public parser of it, not seen in a file; of French, Spanish and Portuguese ones no source was found)',
  detect: ['userprincipalname', 'blockcredential', 'objectid'],
  detectAlso: [
    // In German only these are known.
    ['userprincipalname', 'blockcredential', 'licenses'],
    // The template for adding users.
    ['username', 'firstname', 'lastname', 'displayname', 'officenumber'],
  ],
  withoutEmail:
    'The template for adding users has none, and does not say who is there: export Microsoft 365 admin center › Users › Active users › Export users.',
  otherNames: {
    benutzerprinzipalname: 'userprincipalname',
    anzeigename: 'displayname',
    anmeldeinformationenblockieren: 'blockcredential',
    lizenzen: 'licenses',
  },
  findsProxyAddresses: true,
  format: 'csv',
  columns: {
    sso: PRIMARY,
    scim: PRIMARY,
    username: ['userprincipalname'],
    name: ['displayname'],
    status: ['blockcredential'],
    aliases: ['proxyaddresses'],
  },
  standIn: {
    columns: PRIMARY,
    advice:
      'This is Microsoft 365’s list, which has no column of mail: the SMTP: entry of the proxy addresses is taken, else the user principal name. For the attribute mail itself export Microsoft Entra admin center › Users › Download users.',
  },
  givenName: ['firstname'],
  familyName: ['lastname'],
  plausible: ['userprincipalname'],
  emptyStatusIsUnknown: true,
} as const satisfies Profile;

export const m365AdminFacts: ProfileFacts = {
  ...ENTRA_DEFAULTS,
  absent:
    'There is no column of mail: the SMTP: entry of the proxy addresses is what Exchange holds, and mail may be another. Whoever has no entry is not known to have no mail.',
};
