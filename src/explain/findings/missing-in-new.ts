import { DISABLE_USER, WHOLE_EXPORT } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const missingInNew: Explanation = {
  brief: 'No user of the new IdP was found for somebody of the old one',
  meaning: [
    'Somebody who is active in the old IdP, or owns an account, has no user in the new one that an id, an address or an alias pairs them with.',
    "It is an error for somebody who owns an account today; without the app's list that is everybody who is active in the old IdP and has an address there.",
    'It is a warning for anybody else.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'The person has left and is still active in the old IdP; or they are in the new one under another address, without an id that agrees (`unexpected-in-new` lists who is left over there).',
    },
    {
      where: 'the export',
      how: 'Only a page, one organisational unit or those assigned to the app were exported, or a rule such as `--new-only` or the scope of one of several apps leaves the person out.',
    },
    {
      where: 'Entra ID',
      how: 'The person is in an organisational unit that Entra Connect does not synchronise, or `mail` is empty and there is nothing else to pair by.',
    },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Look for the person in the new IdP first. If they are there, make the ids or the address agree. If not, create the user with exactly the old emails. If the person has left, deactivate the old user.',
    },
    ...DISABLE_USER,
    ...WHOLE_EXPORT,
  ],
  example: {
    shows: 'Bob has left, and nobody has told the old IdP.',
    old: [
      'sso,scim,employee-id,name',
      'ann@example.com,ann@example.com,1,Ann Lee',
      'bob@example.com,bob@example.com,2,Bob Roe',
    ],
    new: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1,Ann Lee'],
    report: [
      'error    missing-in-new  1 person',
      '    Bob Roe <bob@example.com>  old.csv:3',
      '      No user of the new IdP was found for this person.',
    ],
  },
  seeAlso: ['loses-access', 'unexpected-in-new', 'possible-same-person', 'coverage-low'],
};
