import { ENTRA, ENTRA_DEFAULTS } from './entra-columns.ts';
import type { Profile, ProfileFacts } from './profile.ts';

export const entraGraph = {
  ...ENTRA,
  id: 'entra-graph-users',
  title: 'Microsoft Entra ID, Microsoft Graph GET /users',
  provider: 'Entra ID',
  source: 'https://learn.microsoft.com/graph/api/user-list (bytes of onPremisesImmutableId not verified)',
  detect: ['userprincipalname', 'mail'],
  detectAlso: [['userprincipalname', 'id']],
  withoutEmail: 'Ask for it: $select=id,displayName,mail,userPrincipalName,accountEnabled,employeeId,proxyAddresses.',
  format: 'json',
} as const satisfies Profile;

export const entraGraphFacts: ProfileFacts = {
  ...ENTRA_DEFAULTS,
  absent:
    'Without `$select` a response has 11 properties: accountEnabled, employeeId, proxyAddresses that are not there are not known, and nobody is disabled for want of the first.',
};
