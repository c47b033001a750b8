import { DISABLE_USER, SET_EMPLOYEE_ID } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const duplicateId: Explanation = {
  brief: 'Active users of one side carry the same id',
  meaning: [
    'Two or more active users of one side carry the same id, so that it says nothing about who is who: it neither pairs them nor keeps them apart. Ids compare without case, and digits without leading zeros.',
    'It is an error on the new side where somebody on the old side carries that id: the pair that it would have made rests on weaker evidence now.',
    'Otherwise it is a warning.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'A number was typed in for two people, or a template was copied; a rehire has two active records; a number such as 9999 stands for "unknown".',
    },
    {
      where: 'the export',
      how: 'A spreadsheet has filled one value down a column. Another column than that of the employee number was mapped.',
    },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Correct the id of whoever it does not belong to, or deactivate the record that is not used.',
    },
    ...SET_EMPLOYEE_ID,
    ...DISABLE_USER,
    {
      where: 'this check',
      how: 'If the column is no employee number, name the right one, `--new-map employee-id=COLUMN`, or leave it out: `--new-map employee-id=-`.',
    },
  ],
  example: {
    shows: '`01` and `1` are one number.',
    old: [
      'sso,scim,employee-id,name',
      'ann@example.com,ann@example.com,1,Ann Lee',
      'bob@example.com,bob@example.com,2,Bob Roe',
    ],
    new: [
      'sso,scim,employee-id,name',
      'ann@example.com,ann@example.com,1,Ann Lee',
      'bob@example.com,bob@example.com,01,Bob Roe',
    ],
    report: [
      'error    duplicate-id  2 people',
      '    Ann Lee <ann@example.com>  old.csv:2 → new.csv:2',
      '      2 active users of the new IdP carry the employee-id “1”, so it is not used.',
      '      · new: Bob Roe <bob@example.com>  new.csv:3',
      '    Bob Roe <bob@example.com>  old.csv:3 → new.csv:3',
      '      2 active users of the new IdP carry the employee-id “01”, so it is not used.',
      '      · new: Ann Lee <ann@example.com>  new.csv:2',
    ],
  },
  seeAlso: ['id-kind-ignored', 'ambiguous-correlation', 'duplicate-email'],
};
