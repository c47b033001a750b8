import type { Profile, ProfileFacts } from './profile.ts';

/** By search (v2 and v1), and of the users of an import. */
const EMAIL = ['humanemailemail', 'useremailemail'] as const;

export const zitadel = {
  id: 'zitadel-users',
  title: 'ZITADEL, search of users (v2, v1) and human users of an export',
  provider: 'ZITADEL',
  source: 'https://github.com/zitadel/zitadel docs/docs/guides/migrate/users.md',
  detect: ['preferredloginname|humanemailemail|useremailemail|userprofilefirstname', 'userid|id'],
  format: 'json',
  columns: {
    sso: EMAIL,
    scim: EMAIL,
    username: ['username', 'userusername', 'preferredloginname'],
    name: ['humanprofiledisplayname', 'userprofiledisplayname'],
    status: ['state'],
    aliases: ['loginnames'],
  },
  givenName: ['humanprofilegivenname', 'humanprofilefirstname', 'userprofilefirstname'],
  familyName: ['humanprofilefamilyname', 'humanprofilelastname', 'userprofilelastname'],
  plausible: ['preferredloginname', 'username', 'userusername'],
  // Whoever is locked may be let in again; INITIAL has never signed in.
  statusWords: {
    state: {
      user_state_active: 'active',
      user_state_locked: 'active',
      user_state_inactive: 'inactive',
      user_state_deleted: 'inactive',
      user_state_initial: 'inactive',
    },
  },
  notPeople: [{ column: 'machinename', pattern: /./ }],
  withoutEmail: 'These are machines, or humans without an email.',
} as const satisfies Profile;

export const zitadelFacts: ProfileFacts = {
  sso: 'OIDC: email is human.email.email, preferred_username is preferredLoginName (not confirmed)',
  scimUserName: null,
  scimEmail: null,
  defaultsSource: 'not confirmed by any page that was found',
  absent: 'The users of an export have no state: nobody in it is known to be inactive. Grants are in another call.',
};
