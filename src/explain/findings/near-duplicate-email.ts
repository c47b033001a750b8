import { DISABLE_USER } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const nearDuplicateEmail: Explanation = {
  brief: 'Two active users of a side differ in the spelling of one address',
  meaning: [
    'Active users of one side have addresses that are equal but for case, white space, invisible characters or compatibility forms (full-width letters). To an app that compares exactly they are two accounts; to a mail system they are one mailbox.',
    'It is a warning.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'One person has two records; or somebody made a second user since the first one "did not work".',
    },
    {
      where: 'the app',
      how: 'An app that compares loosely takes the two for one: name how it compares with `--compare`, and this becomes `duplicate-email`.',
    },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Find out whether the records are one person. If so, deactivate the one that is not used; keep the one whose address is that of the account.',
    },
    ...DISABLE_USER,
  ],
  example: {
    shows: 'The same mailbox, twice.',
    old: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1,Ann Lee'],
    new: [
      'sso,scim,employee-id,name',
      'ann@example.com,ann@example.com,1,Ann Lee',
      'Ann@example.com,Ann@example.com,7,Ann Lee',
    ],
    report: [
      'warning  near-duplicate-email  2 people',
      '    Ann Lee <ann@example.com>  old.csv:2 → new.csv:2',
      '      ann@example.com is all but the address of another active user of the new IdP.',
      '      · new: Ann Lee <Ann@example.com>  new.csv:3',
      '    Ann Lee <Ann@example.com>  new.csv:3',
      '      Ann@example.com is all but the address of another active user of the new IdP.',
      '      · new: Ann Lee <ann@example.com>  new.csv:2',
    ],
  },
  seeAlso: ['duplicate-email', 'ambiguous-correlation'],
};
