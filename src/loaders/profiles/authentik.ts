import type { Profile, ProfileFacts } from './profile.ts';

export const authentik = {
  id: 'authentik-api-users',
  title: 'authentik API, GET /api/v3/core/users/',
  provider: 'authentik',
  source: 'https://github.com/goauthentik/authentik authentik/core/api/users.py (fields of UserSerializer)',
  detect: ['pk', 'uid', 'username', 'isactive'],
  format: 'json',
  columns: {
    sso: ['email'],
    scim: ['email'],
    username: ['username'],
    'employee-id': ['attributesemployeenumber', 'attributesemployeeid'],
    name: ['name'],
    status: ['isactive'],
    groups: ['groupsobj#name'],
  },
  // `groups` are ids of the server's own.
  onlyOwn: ['groups'],
  givenName: [],
  familyName: [],
  plausible: ['username', 'attributesupn'],
  notPeople: [{ column: 'type', pattern: /^(?:internal_)?service_account$/ }],
  withoutEmail: 'Nobody in it has one. If the app is sent the username, say so.',
} as const satisfies Profile;

export const authentikFacts: ProfileFacts = {
  sso: 'the claim emailaddress is the email, upn is attributes.upn, else the email; NameID by the format that is asked for (not confirmed)',
  scimUserName: 'username',
  scimEmail: 'email, the only entry, primary and of type other',
  defaultsSource: 'https://github.com/goauthentik/authentik blueprints/system/providers-scim.yaml, providers-saml.yaml',
  absent: 'Without `groups_obj` (`include_groups=false`) nobody is known to be in no group.',
};
