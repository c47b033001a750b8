/** What Auth0 calls the properties of a user. */
export const AUTH0 = {
  provider: 'Auth0',
  columns: {
    sso: ['email'],
    scim: ['email'],
    username: ['username'],
    'employee-id': ['appmetadataemployeeid', 'appmetadataemployeenumber'],
    name: ['name'],
    status: ['blocked'],
  },
  givenName: ['givenname'],
  familyName: ['familyname'],
  plausible: ['username'],
  withoutEmail: 'Start the export job without `fields`, or with the field email among them.',
} as const;

/** What Auth0 sends unless an app is set up otherwise. */
export const AUTH0_DEFAULTS = {
  sso: 'NameID is the first that has a value of user_id, email and name; the claim emailaddress is email',
  scimUserName: null,
  scimEmail: null,
  defaultsSource:
    'https://github.com/auth0/docs-v2 main/docs/authenticate/protocols/saml/saml-configuration/customize-saml-assertions.mdx (that it pushes no SCIM is not confirmed)',
} as const;
