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

/** What Entra ID sends unless an app is set up otherwise. */
export const ENTRA_DEFAULTS = {
  sso: 'NameID is userPrincipalName; the claim emailaddress is user.mail (that it is mail is not confirmed); OIDC: preferred_username and upn are userPrincipalName, email is mail (not confirmed)',
  scimUserName: 'userPrincipalName',
  scimEmail:
    'mail, as the email of type work; proxyAddresses of type other in the table of reference; externalId is mailNickname',
  defaultsSource:
    'https://github.com/MicrosoftDocs/entra-docs docs/identity/app-provisioning/use-scim-to-provision-users-and-groups.md, docs/identity-platform/saml-claims-customization.md; https://support.claude.com/en/articles/13917829',
} as const;
