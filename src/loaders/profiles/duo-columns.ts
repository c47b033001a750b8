/** What Duo calls the properties of a user. */
export const DUO = {
  provider: 'Duo',
  columns: {
    sso: ['email'],
    scim: ['email'],
    username: ['username'],
    name: ['realname'],
    status: ['status'],
    groups: ['group#', 'groups#name'],
    // User names that Duo also takes, of which many are addresses.
    aliases: ['alias#'],
  },
  givenName: ['firstname'],
  familyName: ['lastname'],
  plausible: ['username'],
  // Whoever bypasses the second factor may sign in; whoever is locked out may be let in again, as in Okta.
  statusWords: { status: { bypass: 'active', pending_deletion: 'inactive' } },
  withoutEmail:
    'Duo requires none. Where username or alias1 holds what is sent, say so; else add the addresses from the directory that Duo is synchronised with.',
} as const;

/** What Duo sends unless an app is set up otherwise. */
export const DUO_DEFAULTS = {
  sso: 'Duo Single Sign-On: the NameID attribute, as a rule the bridge attribute <Email Address> (default not confirmed)',
  scimUserName: null,
  scimEmail: null,
  defaultsSource: 'https://duo.com/docs/sso (guides of apps choose <Email Address>; the default not confirmed)',
} as const;
