import { DISABLE_USER, USER_VALUE } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const duplicateEmail: Explanation = {
  brief: 'Active users of one side send the same address',
  meaning: [
    'Two or more active users of one side send the same address, so they share an account, or one of them is sent to that of the other. In scim mode SSO and SCIM values are held against each other too.',
    'It is an error on the new side where one of them owns an account today.',
    'It is a warning on the new side where none does, and on the old side.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'Several people have the address of one shared mailbox; a rehire, or somebody with an administrator account beside their own, has two records.',
    },
    { where: 'Okta', how: 'Only the login has to be unique: any number of users may have one primary email.' },
    { where: 'Active Directory', how: 'Nothing keeps `mail` unique.' },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Give each person an address of their own: the one that the old IdP sends for them. Deactivate the new record that is not used, or take it out of the app. On the old side, find out in the app whose account it is, and deactivate nobody while SCIM is connected: that may deprovision the account which both share.',
    },
    ...USER_VALUE,
    ...DISABLE_USER,
  ],
  example: {
    shows: "Bob sends Ann's address.",
    old: [
      'sso,scim,employee-id,name',
      'ann@example.com,ann@example.com,1,Ann Lee',
      'bob@example.com,bob@example.com,2,Bob Roe',
    ],
    new: [
      'sso,scim,employee-id,name',
      'ann@example.com,ann@example.com,1,Ann Lee',
      'ann@example.com,ann@example.com,2,Bob Roe',
    ],
    report: [
      'error    duplicate-email  2 people',
      '    Bob Roe <bob@example.com>  old.csv:3 → new.csv:3',
      '      ann@example.com is the address of 2 active users of the new IdP.',
      '      · new: Ann Lee <ann@example.com>  new.csv:2',
      '    Ann Lee <ann@example.com>  old.csv:2 → new.csv:2',
      '      ann@example.com is the address of 2 active users of the new IdP.',
      '      · new: Bob Roe <ann@example.com>  new.csv:3',
    ],
  },
  seeAlso: ['near-duplicate-email', 'account-takeover', 'duplicate-id', 'ambiguous-correlation'],
};
