import { WHOLE_EXPORT } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const coverageLow: Explanation = {
  brief: 'Too few people of one side are found on the other',
  meaning: [
    "With 20 or more to measure by, it is said where under 80 % of those who own an account are paired with an active new user; where under 80 % of the accounts on the app's list belong to an old user; and, without that list, where under 80 % of the active new users are paired.",
    'Also where none of 20 or more old users is active, or none of 20 or more rows of the list is an account: then nobody has anything to lose, which is hardly true.',
    'It is an error. A config may ask for more or less than 80 %: what is enough by its word alone is a warning, and the open gate says so.',
  ],
  arises: [
    {
      where: 'the export',
      how: "One side is a page, one organisational unit or one group; or it is another tenant's. A truncated export looks like a smaller company.",
    },
    { where: 'Entra ID', how: 'The new export holds the whole tenant, and the old one only those who have the app.' },
    { where: 'any IdP', how: 'The addresses have changed and there are no ids, so that hardly anybody is paired.' },
    { where: 'this check', how: 'The status column was misread, so that everybody counts as inactive.' },
  ],
  fix: [
    {
      where: 'the export',
      how: 'Compare the number of users with what the console of the IdP shows, and export all of them, with ids that agree.',
    },
    ...WHOLE_EXPORT,
    {
      where: 'this check',
      how: "If the new side holds people who will not have the app, leave them out, `--new-only`, `--new-exclude`; or give the app's list with `--app`, which says who has an account. If nobody counts as active, name the column: `--old-map status=COLUMN`.",
    },
  ],
  example: {
    shows: 'Five of twenty people are missing from the new export.',
    old: ['sso,scim,employee-id,name,status', 'ann@example.com,ann@example.com,1,Ann Lee,active'],
    new: ['sso,scim,employee-id,name,status', 'ann@example.com,ann@example.com,1,Ann Lee,active'],
    more: { old: 19, new: 14 },
    report: [
      'error    coverage-low  1',
      '    new side',
      '      Only 15 of 20 people who have an account today are paired with an active user of the new IdP.',
    ],
  },
  seeAlso: ['round-count', 'missing-in-new', 'unexpected-in-new', 'orphan-account'],
};
