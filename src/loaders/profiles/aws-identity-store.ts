import type { Profile, ProfileFacts } from './profile.ts';

const EMAILS = 'emails#value';

export const awsIdentityStore = {
  id: 'aws-identitystore-list-users',
  title: 'AWS IAM Identity Center, aws identitystore list-users',
  provider: 'AWS IAM Identity Center',
  source: 'https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_ListUsers.html',
  detect: ['identitystoreid', 'userid', 'username'],
  format: 'json',
  columns: {
    sso: [EMAILS],
    scim: [EMAILS],
    username: ['username'],
    // ExternalIds are what the IdP before it calls its own records: they say nothing to another one.
    name: ['nameformatted', 'displayname'],
    status: ['userstatus'],
  },
  onlyOwn: ['external-id'],
  entries: { [EMAILS]: { title: 'primary or work email', kinds: ['primary', 'work', ''] } },
  givenName: ['namegivenname'],
  familyName: ['namefamilyname'],
  plausible: ['username'],
  withoutEmail: 'These users were made without one. If the app is sent the user name, say so.',
} as const satisfies Profile;

export const awsIdentityStoreFacts: ProfileFacts = {
  sso: 'the Subject of an app’s attribute mapping, such as user:email (not confirmed); towards AWS, NameID has to equal UserName (not confirmed)',
  scimUserName: 'UserName is what the IdP before it pushed as userName',
  scimEmail: 'Emails holds one, which must be primary',
  defaultsSource:
    'https://docs.aws.amazon.com/singlesignon/latest/developerguide/createuser.html (one email, marked as primary; the rest not confirmed)',
  absent:
    'Former versions of the command leave UserStatus out: nobody is disabled for want of it. Groups are in another call.',
};
