import type { Profile, ProfileFacts } from './profile.ts';

const EMAILS = 'emails#value';

export const scim2 = {
  id: 'scim2-listresponse',
  title: 'SCIM 2.0, GET /Users',
  source: 'https://www.rfc-editor.org/rfc/rfc7643 section 4.1, https://www.rfc-editor.org/rfc/rfc7644 section 3.4.2',
  detect: ['username', 'emails0value'],
  // Without emails: of what was asked for, or of users who have none.
  detectAlso: [['username', 'metaresourcetype']],
  format: 'json',
  columns: {
    sso: [EMAILS],
    scim: [EMAILS],
    username: ['username'],
    'employee-id': ['urnietfparamsscimschemasextensionenterprise20useremployeenumber'],
    'external-id': ['externalid'],
    name: ['nameformatted', 'displayname'],
    status: ['active'],
    groups: ['groups#display'],
    aliases: [EMAILS],
  },
  entries: {
    [EMAILS]: {
      title: 'primary or work email',
      kinds: ['primary', 'work', ''],
      inLists: { kinds: ['*'], except: ['home'] },
    },
  },
  givenName: ['namegivenname'],
  familyName: ['namefamilyname'],
  plausible: ['username'],
  withoutEmail: 'Ask for the attribute emails, or leave `attributes` out. Where userName is what is sent, say so.',
} as const satisfies Profile;

export const scim2Facts: ProfileFacts = {
  sso: 'not defined by SCIM',
  scimUserName: 'userName',
  scimEmail: 'emails: the primary one, else that of type work',
  defaultsSource: 'https://www.rfc-editor.org/rfc/rfc7643 sections 4.1.1 and 4.1.2',
  absent:
    'With `attributes` or `excludedAttributes` anything may be left out; a user without `active` is not known to be inactive.',
};
