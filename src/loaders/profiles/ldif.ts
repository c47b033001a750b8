import { ACTIVE_DIRECTORY, ACTIVE_DIRECTORY_DEFAULTS } from './active-directory-columns.ts';
import { DIRECTORY_CLASSES } from './directory-classes.ts';
import type { Profile, ProfileFacts } from './profile.ts';

const { columns, plausible } = ACTIVE_DIRECTORY;

export const ldif = {
  ...ACTIVE_DIRECTORY,
  id: 'ldif',
  title: 'LDIF of Active Directory (ldifde), OpenLDAP (ldapsearch, slapcat) and others',
  source: 'https://www.rfc-editor.org/rfc/rfc2849; attributes of RFC 4519, RFC 4524 and RFC 2798',
  detect: ['dn'],
  format: 'ldif',
  withoutEmail:
    'Export again with the attribute mail among those that are asked for; it may be unreadable for who asks.',
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

export const ldifFacts: ProfileFacts = {
  ...ACTIVE_DIRECTORY_DEFAULTS,
  absent:
    'An attribute that somebody lacks was not readable, not asked for, or is not there. Without userAccountControl, nsAccountLock and pwdAccountLockedTime nobody is known to be disabled.',
};
