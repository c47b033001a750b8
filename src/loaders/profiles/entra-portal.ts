import { PROXY_ADDRESSES } from '../proxy-addresses.ts';
import type { Profile } from './profile.ts';

export const entraPortal = {
  id: 'entra-portal-download-users',
  title: 'Microsoft Entra ID, portal download of users (current and 2019 headers)',
  source: 'https://learn.microsoft.com/entra/identity/users/users-bulk-download',
  detect: ['userprincipalname', 'displayname', 'mail', 'accountenabled'],
  columns: {
    // Claude's guide for Entra (article 13917829): the email claim and SCIM email are user.mail.
    sso: ['mail'],
    scim: ['mail'],
    username: ['userprincipalname'],
    // The portal leaves these out; reports and scripts that start from its columns add them.
    'employee-id': ['employeeid', 'employeenumber'],
    'immutable-id': ['onpremisesimmutableid', 'immutableid'],
    name: ['displayname'],
    status: ['accountenabled'],
  },
  givenName: ['givenname'],
  familyName: ['surname'],
  plausible: ['userprincipalname', PROXY_ADDRESSES],
} as const satisfies Profile;
