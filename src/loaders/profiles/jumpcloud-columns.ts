/** What JumpCloud calls the properties of a user. */
export const JUMPCLOUD = {
  provider: 'JumpCloud',
  columns: {
    sso: ['email'],
    scim: ['email'],
    username: ['username'],
    'employee-id': ['employeeidentifier'],
    name: ['displayname'],
    // A lock, which wears off, says nothing of them.
    status: ['state', 'suspended'],
    aliases: ['alternateemail'],
  },
  givenName: ['firstname'],
  familyName: ['lastname'],
  plausible: ['username'],
  statusWords: { state: { activated: 'active' } },
  anyStatusDeactivates: true,
} as const;

/** What JumpCloud sends unless an app is set up otherwise. */
export const JUMPCLOUD_DEFAULTS = {
  sso: 'the NameID SAMLSubject is email, as the custom connector presets; username can be chosen',
  scimUserName: 'username; email with some connectors',
  scimEmail: 'email, as the entry of type work (not confirmed)',
  defaultsSource:
    'https://jumpcloud.com/wp-json/wp/v2/support/85119 (table of one connector; of custom SCIM not confirmed)',
} as const;
