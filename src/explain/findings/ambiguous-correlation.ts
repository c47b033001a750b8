import { DECIDE_IN_CROSSWALK, SET_EMPLOYEE_ID } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const ambiguousCorrelation: Explanation = {
  brief: 'Several users could be this person, and none is picked by a guess',
  meaning: [
    'On the strongest evidence there is, two or more users of the other side could be this person, or this one and another could both be the same user of the other side.',
    'Nobody is picked, and no weaker evidence decides: all of them are `unverified`.',
    'It is an error, on each of the users concerned.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'A rehire has two records on one side; two records hold one address, or addresses that differ in case only; the id of an active user is that of an inactive one, while their address is that of somebody else who is active.',
    },
    { where: 'Okta', how: 'A user was deactivated and made anew, and the deactivated one kept the employee number.' },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Give each record an employee id that agrees on both sides; ids are looked at before addresses. Or take the record that is not used out of the export: `--old-exclude`, `--new-exclude`.',
    },
    ...SET_EMPLOYEE_ID,
    ...DECIDE_IN_CROSSWALK,
  ],
  example: {
    shows: 'Nothing but the address says who is who, and two new users send it.',
    old: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee'],
    new: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee', 'ann@example.com,ann@example.com,A. Lee'],
    report: [
      'error    ambiguous-correlation  3 people',
      '    Ann Lee <ann@example.com>  old.csv:2',
      '      2 new users could be this person.',
      '      · new: Ann Lee <ann@example.com>  new.csv:2',
      '      · new: A. Lee <ann@example.com>  new.csv:3',
      '    Ann Lee <ann@example.com>  new.csv:2',
      '      1 old user could be this person, and 1 other new user could be the same.',
      '      · old: Ann Lee <ann@example.com>  old.csv:2',
      '      · new: A. Lee <ann@example.com>  new.csv:3',
      '    A. Lee <ann@example.com>  new.csv:3',
      '      1 old user could be this person, and 1 other new user could be the same.',
      '      · old: Ann Lee <ann@example.com>  old.csv:2',
      '      · new: Ann Lee <ann@example.com>  new.csv:2',
    ],
  },
  seeAlso: ['unverified', 'duplicate-id', 'near-duplicate-email', 'name-conflict', 'crosswalk-conflict'],
};
