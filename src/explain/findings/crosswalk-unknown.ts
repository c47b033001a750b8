import type { Explanation } from '../explanation.ts';

export const crosswalkUnknown: Explanation = {
  brief: 'A row of the crosswalk names nobody, or could mean several',
  meaning: [
    'A row of the crosswalk names a person who is in no export or has another name or id by now, or it fits several people, so that it decides nothing.',
    'It is an error: somebody has decided something, and it does not take effect.',
  ],
  arises: [
    {
      where: 'this check',
      how: 'The row was written for an earlier export, and the person has left or has another id or address since; it holds a typing error; or it names a person by an address that two users have.',
    },
    {
      where: 'this check',
      how: 'Of several apps checked at once: a row is about an account, and its column `application` names none of the apps that are checked, or an app that does not list the account. In a check of one app without a name, the column has to be empty.',
    },
    { where: 'the export', how: 'A rule such as `--new-only` leaves the person out, or the export is not whole.' },
  ],
  fix: [
    {
      where: 'this check',
      how: 'Write the id or the address as it stands in the export, and one that only this person has; or take the row out.',
    },
  ],
  example: {
    shows: 'The new IdP has Ann under another address than the row says, and no id to know her by.',
    old: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee'],
    new: ['sso,scim,name', 'ann.lee@example.org,ann.lee@example.org,Ann Lee'],
    crosswalk: ['decision,old email,new email', 'same,ann@example.com,ann@example.org'],
    report: [
      'error    crosswalk-unknown  1',
      '    crosswalk.csv:2',
      '      “same” for old ann@example.com and new ann@example.org: no user of the new IdP in scope has this id or address.',
    ],
  },
  seeAlso: ['ambiguous-correlation', 'missing-in-new', 'coverage-low', 'crosswalk-stale'],
};
