import { ACTIVE_DIRECTORY } from './active-directory-columns.ts';
import { DIRECTORY_CLASSES } from './directory-classes.ts';
import type { Profile } from './profile.ts';

const { columns, plausible } = ACTIVE_DIRECTORY;

export const ldif = {
  ...ACTIVE_DIRECTORY,
  id: 'ldif',
  title: 'LDIF of Active Directory (ldifde), OpenLDAP (ldapsearch, slapcat) and others',
  source: 'https://www.rfc-editor.org/rfc/rfc2849; attributes of RFC 4519, RFC 4524 and RFC 2798',
  detect: ['dn'],
  format: 'ldif',
  columns: {
    ...columns,
    sso: ['mail', 'rfc822mailbox', 'emailaddress', 'email'],
    scim: ['mail', 'rfc822mailbox', 'emailaddress', 'email'],
    username: ['userprincipalname', 'uid', 'samaccountname'],
    // Its two locks: 389 Directory Server's, and of OpenLDAP's password policy; absent is not locked.
    status: ['useraccountcontrol', 'nsaccountlock', 'pwdaccountlockedtime'],
    aliases: [...columns.aliases, 'othermailbox', 'maillocaladdress', 'mailalternateaddress'],
  },
  familyName: ['sn', 'surname'],
  plausible: [...plausible, 'rfc822mailbox', 'email'],
  classes: DIRECTORY_CLASSES,
} as const satisfies Profile;
