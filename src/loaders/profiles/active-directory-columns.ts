import { PROXY_ADDRESSES } from '../proxy-addresses.ts';

/** Attributes of Active Directory. Nothing of them is sent by default: what AD FS claims is a rule of its own. */
export const ACTIVE_DIRECTORY = {
  columns: {
    sso: ['mail', 'emailaddress'],
    scim: ['mail', 'emailaddress'],
    username: ['userprincipalname', 'samaccountname'],
    'employee-id': ['employeeid', 'employeenumber'],
    // Entra Connect's source anchor: ms-DS-ConsistencyGuid where it is set, else objectGUID.
    'immutable-id': ['msdsconsistencyguid|objectguid'],
    name: ['displayname', 'name', 'cn'],
    status: ['useraccountcontrol', 'enabled'],
    groups: ['memberof'],
    aliases: [PROXY_ADDRESSES],
  },
  // Rooms and equipment, on the spot and in Exchange Online:
  // https://learn.microsoft.com/exchange/recipients/user-mailboxes/user-mailboxes (RecipientTypeDetails)
  notPeople: [{ column: 'msexchrecipienttypedetails', pattern: /^(?:16|32|8589934592|17179869184)$/ }],
  givenName: ['givenname'],
  familyName: ['surname', 'sn'],
  plausible: ['mail', 'emailaddress', 'userprincipalname', 'uid', PROXY_ADDRESSES],
} as const;

/** What is sent of a directory by what stands on it. */
export const ACTIVE_DIRECTORY_DEFAULTS = {
  sso: 'nothing by default: a claim rule of AD FS says what, as a rule mail or userPrincipalName',
  scimUserName:
    'nothing of its own; as the source of another IdP userPrincipalName becomes that of Entra ID, and the login of Okta',
  scimEmail: 'nothing of its own; as the source of another IdP mail',
  defaultsSource: 'not confirmed by any page that was found',
} as const;
