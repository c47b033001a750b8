import { ENTRA } from './entra-columns.ts';
import type { Profile } from './profile.ts';

export const entraGraph = {
  ...ENTRA,
  id: 'entra-graph-users',
  title: 'Microsoft Entra ID, Microsoft Graph GET /users',
  provider: 'Entra ID',
  source: 'https://learn.microsoft.com/graph/api/user-list (bytes of onPremisesImmutableId not verified)',
  detect: ['userprincipalname', 'mail'],
  format: 'json',
} as const satisfies Profile;
