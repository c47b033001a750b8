import { DECIDE_IN_CROSSWALK, SET_EMPLOYEE_ID } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const possibleSamePerson: Explanation = {
  brief: 'Unpaired, and one user of the other side has the same full name',
  meaning: [
    'Nothing pairs this user, and exactly one user of the other side, whom nothing pairs either, has the same full name. No id speaks against it, but a name alone never pairs anybody.',
    'It is an error on the old user, and an info on the new one, which is the other half of the same doubt.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'The person has a new address, through marriage or a rename of the company, and the exports have no ids that agree.',
    },
    { where: 'Entra ID', how: '`mail` is empty, so that there is no address to pair by.' },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Find out whether it is one person. If so, make the ids agree, or the address. If not, give each of them an id of their own: different ids keep them apart.',
    },
    ...SET_EMPLOYEE_ID,
    ...DECIDE_IN_CROSSWALK,
  ],
  example: {
    shows: 'Another address at another domain; the name is all that is left.',
    old: ['sso,scim,name', 'ann.lee@example.com,ann.lee@example.com,Ann Lee'],
    new: ['sso,scim,name', 'a.meyer@example.org,a.meyer@example.org,Ann Lee'],
    report: [
      'error    possible-same-person  1 person',
      '    Ann Lee <ann.lee@example.com>  old.csv:2',
      '      Nothing pairs this user, and one user of the new IdP whom nothing pairs either has the same full name.',
      '      · new: Ann Lee <a.meyer@example.org>  new.csv:2',
      '',
      'info     possible-same-person  1 person',
      '    Ann Lee <a.meyer@example.org>  new.csv:2',
      '      Nothing pairs this user, and one user of the old IdP whom nothing pairs either has the same full name.',
      '      · old: Ann Lee <ann.lee@example.com>  old.csv:2',
    ],
  },
  seeAlso: ['missing-in-new', 'unexpected-in-new', 'unconfirmed-correlation', 'crosswalk-unknown'],
};
