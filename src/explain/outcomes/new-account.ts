import type { Explanation } from '../explanation.ts';

export const newAccount: Explanation = {
  brief: 'Gets an account for the first time',
  meaning: [
    'An active new user owns no account today and gets one: by SCIM in scim mode, at sign-in in jit mode.',
    'It closes no gate, unless a config has a budget for it that is exceeded. Look at who they are: each takes a seat, and one of them may be somebody who has an account under another address.',
  ],
  arises: [
    { where: 'any IdP', how: 'Joiners, people who come back, and users whom nothing pairs with their old record.' },
    { where: 'Entra ID', how: 'The app is assigned to more people than had it, or everybody is provisioned.' },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Nothing, if they are meant to have the app. If not, take them out of its assignment; `unexpected-in-new` says where.',
    },
  ],
  example: {
    shows: 'Bob is new.',
    old: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1,Ann Lee'],
    new: [
      'sso,scim,employee-id,name',
      'ann@example.com,ann@example.com,1,Ann Lee',
      'bob@example.com,bob@example.com,2,Bob Roe',
    ],
    report: ['1  keep their account (keeps-account)', '1  get an account for the first time (new-account)'],
  },
  seeAlso: ['unexpected-in-new', 'reactivated-in-new', 'not-provisioned'],
};
