/** Object classes of people, and of what has the classes of people besides: RFC 4519, RFC 2798, MS-ADSC. */
export const DIRECTORY_CLASSES = {
  column: 'objectclass',
  people: ['person', 'organizationalperson', 'inetorgperson', 'user', 'account', 'posixaccount'],
  others: ['computer', 'contact', 'group', 'msds-managedserviceaccount', 'msds-groupmanagedserviceaccount'],
  things: [
    ...['group', 'groupofnames', 'groupofuniquenames', 'posixgroup', 'organizationalunit', 'organization'],
    ...['organizationalrole', 'dcobject', 'domain', 'domaindns', 'builtindomain', 'container', 'country', 'locality'],
    ...[
      'device',
      'applicationprocess',
      'printqueue',
      'volume',
      'foreignsecurityprincipal',
      'trusteddomain',
      'subentry',
    ],
  ],
} as const;
