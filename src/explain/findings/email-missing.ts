import { FULL_SYNC, USER_VALUE } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const emailMissing: Explanation = {
  brief: 'No value in an attribute that is sent as email',
  meaning: [
    'An attribute that is sent as email is empty, or holds nothing but white space, so this person does not arrive at the app.',
    'It is an error where an active new user of somebody who owns an account has no value that the mode sends, and where an active old user has neither value, so that nobody can know which account is theirs.',
    'It is a warning for a new user who owns no account, and where an old user lacks one of the two values: the other stands for it.',
  ],
  arises: [
    {
      where: 'Entra ID',
      how: '`mail` is empty for people without a mailbox or licence, for service and break-glass accounts, and for some guests.',
    },
    {
      where: 'Active Directory',
      how: '`mail` was never filled: only Exchange, a script or an administrator does that.',
    },
    {
      where: 'the export',
      how: 'The value was damaged and counts as none (`lossy-cell`).',
    },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Fill the attribute with exactly what the old IdP sends, or send another attribute that is filled for everybody. Leave accounts that are no people out of the app, and out of this check: `--new-exclude mail=` leaves out rows whose `mail` is empty, so look at who they are first.',
    },
    ...USER_VALUE,
    FULL_SYNC,
    {
      where: 'the app',
      how: 'For an old user without any email, find the person in the member list, and put that address into the old IdP or its export.',
    },
  ],
  example: {
    shows: 'A licence was taken away, and `mail` with it.',
    old: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1,Ann Lee'],
    new: ['sso,scim,employee-id,name', ',,1,Ann Lee', 'bob@example.com,bob@example.com,2,Bob Roe'],
    report: [
      'error    email-missing  1 person',
      '    Ann Lee <ann@example.com>  old.csv:2 → new.csv:2',
      '      The new IdP has no SSO email for this user.',
      '      The new IdP has no SCIM email for this user.',
    ],
  },
  seeAlso: ['sign-in-blocked', 'email-invalid', 'mapping-assumed', 'lossy-cell'],
};
