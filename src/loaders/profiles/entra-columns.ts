import { PROXY_ADDRESSES } from '../proxy-addresses.ts';

/** What Microsoft Graph, its predecessors and their PowerShell modules call the properties of a user. */
export const ENTRA = {
  columns: {
    // Claude's guide for Entra (article 13917829): the email claim and SCIM email are user.mail.
    sso: ['mail'],
    scim: ['mail'],
    username: ['userprincipalname'],
    'employee-id': ['employeeid', 'employeenumber'],
    'immutable-id': ['onpremisesimmutableid', 'immutableid'],
    name: ['displayname'],
    status: ['accountenabled'],
    aliases: [PROXY_ADDRESSES, 'othermails', 'alternateemailaddress'],
  },
  givenName: ['givenname'],
  familyName: ['surname'],
  plausible: ['userprincipalname', PROXY_ADDRESSES],
  // What Entra Connect and cloud sync sign in with:
  // https://learn.microsoft.com/entra/identity/hybrid/connect/reference-connect-accounts-permissions
  notPeople: [
    {
      column: 'userprincipalname',
      pattern: /^(?:sync_.+_[0-9a-f]{12}|adtoaadsyncserviceaccount)@[^@]+\.onmicrosoft\.com$/i,
    },
  ],
} as const;
