import type { Explanation } from '../explanation.ts';

export const crosswalkStale: Explanation = {
  brief: 'A decision of the crosswalk changes nothing any more',
  meaning: [
    'The decision would come out the same without the row: the two pair by an id by now, or the doubt that it settled is gone.',
    'It is a warning. A decision that nobody needs hides the next one that somebody does.',
  ],
  arises: [{ where: 'any IdP', how: 'Ids were filled in, or an address was corrected, after the row was written.' }],
  fix: [{ where: 'this check', how: 'Take the row out and check again: the result has to stay the same.' }],
  example: {
    shows: 'Both records carry one id by now, so that the row is no longer needed.',
    old: ['sso,scim,employee-id', 'ann@example.com,ann@example.com,1'],
    new: ['sso,scim,employee-id', 'ann@example.com,ann@example.com,1'],
    crosswalk: ['decision,old email,new email', 'same,ann@example.com,ann@example.com'],
    report: [
      'warning  crosswalk-stale  1',
      '    crosswalk.csv:2',
      '      “same” for old ann@example.com and new ann@example.com: they are one person without it by now.',
    ],
  },
  seeAlso: ['ambiguous-correlation', 'unconfirmed-correlation', 'name-conflict', 'crosswalk-unknown'],
};
