import type { Profile } from './profile.ts';

const EMAIL = [
  'email',
  'mail',
  'emailaddress',
  'mailaddress',
  'primaryemail',
  'primaryemailaddress',
  'workemail',
  'workemailaddress',
  'useremail',
  'emails0value',
  'emailsvalue',
];
const USERNAME = ['username', 'userprincipalname', 'upn', 'uid', 'login', 'userlogin', 'signinname', 'loginname'];

export const generic = {
  id: 'generic',
  title: 'Any table with a header, by the usual names of columns',
  source: 'header synonyms collected from the export formats of identity providers',
  detect: [],
  columns: {
    sso: ['ssoemail', 'samlemail', 'oidcemail', 'nameid', 'samlnameid', 'sso', ...EMAIL],
    scim: ['scimemail', 'scim', ...EMAIL],
    username: USERNAME,
    'employee-id': ['employeeid', 'employeenumber', 'employeeno', 'personnelnumber', 'staffid', 'workerid', 'hrid'],
    'external-id': ['externalid'],
    'immutable-id': ['immutableid', 'onpremisesimmutableid', 'sourceanchor', 'objectguid', 'msdsconsistencyguid'],
    name: ['name', 'displayname', 'fullname', 'cn', 'userfullname'],
    status: [
      'status',
      'accountstatus',
      'userstatus',
      'lifecyclestatus',
      'active',
      'isactive',
      'enabled',
      'isenabled',
      'accountenabled',
      'suspended',
      'issuspended',
      'disabled',
      'isdisabled',
      'accountdisabled',
      'blocked',
      'blockcredential',
    ],
  },
  givenName: ['firstname', 'givenname', 'forename'],
  familyName: ['lastname', 'surname', 'familyname', 'sn'],
  plausible: [...USERNAME, ...EMAIL],
} as const satisfies Profile;
