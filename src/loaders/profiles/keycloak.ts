import type { Profile, ProfileFacts } from './profile.ts';

export const keycloak = {
  id: 'keycloak-realm-export',
  title: 'Keycloak, realm export (kc.sh export) or Admin API users',
  provider: 'Keycloak',
  source:
    'https://www.keycloak.org/docs-api/latest/rest-api/index.html#UserRepresentation; https://github.com/keycloak/keycloak testrealm.json of the test suite',
  detect: [
    'username',
    'enabled',
    'createdtimestamp|realmroles|notbefore|disableablecredentialtypes|requiredactions|federationlink|totp|emailverified|credentials0type|credentials0value',
  ],
  format: 'json',
  columns: {
    sso: ['email'],
    scim: ['email'],
    username: ['username'],
    'employee-id': ['attributesemployeenumber', 'attributesemployeeid'],
    status: ['enabled'],
    groups: ['groups'],
  },
  givenName: ['firstname'],
  familyName: ['lastname'],
  plausible: ['username'],
  // The account of a client, not of a person.
  notPeople: [
    { column: 'serviceaccountclientid', pattern: /./ },
    { column: 'serviceaccountclientlink', pattern: /./ },
  ],
  withoutEmail: 'Nobody in this realm has one. If the app is sent the username, say so.',
} as const satisfies Profile;

export const keycloakFacts: ProfileFacts = {
  sso: 'the SAML name ID format is username, and email only where it is forced or asked for; OIDC sends email and preferred_username (the username)',
  scimUserName: null,
  scimEmail: null,
  defaultsSource:
    'https://www.keycloak.org/docs/latest/server_admin/ (clients export saml_name_id_format as username; that there is no outbound SCIM is not confirmed)',
  absent:
    'A partial export of the console may leave users out. The Admin API gives no groups: nobody is known to be in none.',
};
