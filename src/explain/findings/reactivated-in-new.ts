import { DISABLE_USER } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const reactivatedInNew: Explanation = {
  brief: 'Inactive in the old IdP, active in the new one',
  meaning: [
    'Somebody who is inactive in the old IdP has an active user in the new one: they get the app back, or for the first time.',
    'It is a warning.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'The person has come back; or they have left, and the new IdP was filled from a source that does not know.',
    },
    { where: 'Okta', how: 'The old user was suspended for a while, or never activated (staged).' },
    { where: 'Entra ID', how: 'Users were made in bulk, and all of them enabled.' },
  ],
  fix: [
    {
      where: 'any IdP',
      how: "If the person should have the app, nothing is to be done. If not, disable the new user, or take them out of the app's assignment.",
    },
    ...DISABLE_USER,
  ],
  example: {
    shows: 'Bob is suspended in the old IdP.',
    old: [
      'sso,scim,employee-id,name,status',
      'ann@example.com,ann@example.com,1,Ann Lee,active',
      'bob@example.com,bob@example.com,2,Bob Roe,suspended',
    ],
    new: [
      'sso,scim,employee-id,name,status',
      'ann@example.com,ann@example.com,1,Ann Lee,active',
      'bob@example.com,bob@example.com,2,Bob Roe,active',
    ],
    report: [
      'warning  reactivated-in-new  1 person',
      '    Bob Roe <bob@example.com>  old.csv:3 → new.csv:3',
      '      This person is inactive in the old IdP, and active in the new one.',
    ],
  },
  seeAlso: ['inactive-in-new', 'unexpected-in-new', 'address-reused', 'new-account'],
};
