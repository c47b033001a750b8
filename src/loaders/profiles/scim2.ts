import type { Profile } from './profile.ts';

const EMAILS = 'emails#value';

export const scim2 = {
  id: 'scim2-listresponse',
  title: 'SCIM 2.0, GET /Users; also flattened to a table',
  source: 'https://www.rfc-editor.org/rfc/rfc7643 section 4.1, https://www.rfc-editor.org/rfc/rfc7644 section 3.4.2',
  detect: ['username', 'emails0value'],
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
} as const satisfies Profile;
