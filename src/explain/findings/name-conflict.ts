import { DECIDE_IN_CROSSWALK, SET_EMPLOYEE_ID } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const nameConflict: Explanation = {
  brief: 'Only the address pairs them, and their names say otherwise',
  meaning: [
    'An address, an alias or an account is all that holds two records together, and their names have no part in common, or one is called like another active user of the opposite side: the address may have been given to somebody else.',
    "The same is said where the app's list has the account under a name that shares nothing with that of the inactive old user, or of the unpaired new one, who has its address.",
    'It is an error, and the person is `unverified`.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: "A leaver's address was given to a joiner; a person changed all of their name; one side holds the name of a function (Service Desk) in place of a person's.",
    },
    {
      where: 'Google Workspace',
      how: 'A user was deleted or renamed, and the address was given to somebody else, as an alias or as primary address.',
    },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Ask who it is. If it is one person, give both records an id that agrees, or the same name. If it is two, give the new user another address, and an id of their own: different ids keep them apart.',
    },
    ...SET_EMPLOYEE_ID,
    {
      where: 'the app',
      how: 'Where the old holder has left, remove their account before the switch: the new holder would be signed in to it.',
    },
    ...DECIDE_IN_CROSSWALK,
  ],
  example: {
    shows: 'One address, two people.',
    old: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee'],
    new: ['sso,scim,name', 'ann@example.com,ann@example.com,Cem Ito'],
    report: [
      'error    name-conflict  1 person',
      '    Ann Lee <ann@example.com>  old.csv:2 → new.csv:2',
      '      Only the address pairs these users: the old one is named “Ann Lee”, the new one “Cem Ito”. Was it given to somebody else?',
    ],
  },
  seeAlso: ['unverified', 'account-takeover', 'address-reused', 'ambiguous-correlation', 'crosswalk-unknown'],
};
