import { ENTRA, ENTRA_DEFAULTS } from './entra-columns.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const entraPortal = {
  ...ENTRA,
  id: 'entra-portal-download-users',
  title: 'Microsoft Entra ID, portal download of users (current and 2019 headers)',
  provider: 'Entra ID',
  source: 'https://learn.microsoft.com/entra/identity/users/users-bulk-download',
  // Ids are not in the portal's file; reports and scripts that start from its columns add them.
  detect: ['userprincipalname', 'displayname', 'mail', 'accountenabled'],
  // The template for making users.
  detectAlso: [['namedisplaynamerequired', 'usernameuserprincipalnamerequired']],
  withoutEmail:
    'The template for making users has none, and does not say who is there: export Microsoft Entra admin center › Users › Download users.',
  format: 'csv',
} as const satisfies Profile;

export const entraPortalFacts: ProfileFacts = {
  ...ENTRA_DEFAULTS,
  absent:
    'The portal’s file has neither proxy addresses nor employee ids nor immutable ids: nobody is known to lack them. alternateEmailAddress holds the address of a guest as often as a private one.',
};
