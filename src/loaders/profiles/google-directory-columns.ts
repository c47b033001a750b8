/** What the Directory API calls the properties of a user, as they are in JSON and as GAM flattens them. */
export const GOOGLE_DIRECTORY = {
  provider: 'Google Workspace',
  columns: {
    // Claude's guides for Google (articles 13917817, 13917884): NameID is the primary email.
    sso: ['primaryemail'],
    scim: ['primaryemail'],
    'employee-id': ['externalids#value'],
    name: ['namefullname'],
    status: ['suspended', 'archived'],
    groups: ['groups', 'groups#'],
    aliases: ['aliases', 'aliases#', 'noneditablealiases', 'noneditablealiases#', 'emails#address'],
  },
  entries: {
    'externalids#value': { title: 'externalIds of type organization', kinds: ['organization'] },
    // Those of a type are private.
    'emails#address': { title: 'emails without a type', kinds: [''] },
  },
  givenName: ['namegivenname'],
  familyName: ['namefamilyname'],
  plausible: [],
  emptyStatusIsUnknown: true,
} as const;

/** What Google sends unless an app is set up otherwise. */
export const GOOGLE_DEFAULTS = {
  sso: 'NameID is Basic Information › Primary email',
  scimUserName: "the primary email, by the app's table of autoprovisioning",
  scimEmail: 'the primary email; an alias where that was mapped by mistake',
  defaultsSource:
    'https://support.claude.com/en/articles/13917817; https://support.claude.com/en/articles/13917884 (a statement of Google’s own was not found)',
} as const;
