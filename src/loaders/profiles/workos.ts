import type { Profile, ProfileFacts } from './profile.ts';

const EMAILS = 'emails#value';
const LEGACY_EMAILS = 'legacyemails#value';
const SENT = {
  title: 'primary or work email',
  kinds: ['primary', 'work', ''],
  inLists: { kinds: ['*'], except: ['home'] },
};

export const workOs = {
  id: 'workos-directory-users',
  title: 'WorkOS Directory Sync, GET /directory_users',
  source:
    'https://workos.com/docs/reference/directory-sync/directory-user; https://github.com/workos/workos-node src/directory-sync/interfaces/directory-user.interface.ts (the list around the users not verified)',
  detect: ['idpid', 'directoryid', 'state'],
  format: 'json',
  columns: {
    sso: ['email', EMAILS, LEGACY_EMAILS],
    scim: ['email', EMAILS, LEGACY_EMAILS],
    username: ['username', 'legacyusername', 'rawattributesusername'],
    'employee-id': [
      'customattributesemployeeid',
      'customattributesemployeenumber',
      'rawattributesurnietfparamsscimschemasextensionenterprise20useremployeenumber',
    ],
    status: ['state'],
    groups: ['groups#name'],
    aliases: [EMAILS, LEGACY_EMAILS],
  },
  // The ids of the IdP behind it are its own.
  onlyOwn: ['external-id'],
  entries: { [EMAILS]: SENT, [LEGACY_EMAILS]: { ...SENT, title: 'primary or work email of _legacy' } },
  givenName: ['firstname'],
  familyName: ['lastname'],
  plausible: ['username', 'legacyusername', 'rawattributesusername', EMAILS, LEGACY_EMAILS],
  withoutEmail: 'The directory behind WorkOS pushed none.',
} as const satisfies Profile;

export const workOsFacts: ProfileFacts = {
  sso: 'the email of an SSO profile is the SAML attribute of the IdP (not confirmed)',
  scimUserName: 'username, a former field, is the userName that WorkOS received',
  scimEmail: 'email, formerly the primary one of emails, is the email that WorkOS received',
  defaultsSource:
    'https://workos.com/docs/reference/directory-sync/directory-user (fields; whence they come not confirmed)',
  absent:
    'It is what an IdP pushed, not what the IdP holds: whoever is missing here may be there. Since 2023-12-11 suspended people are inactive.',
};
