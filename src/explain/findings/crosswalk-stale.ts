import type { Explanation } from '../explanation.ts';

export const crosswalkStale: Explanation = {
  brief: 'Decisions of the crosswalk change nothing any more',
  meaning: [
    'It would come out the same without the rows: the two pair by an id by now, or the doubt that was settled is gone. All rows of a file that are so for the same reason are one finding, with their lines.',
    'It is a warning: a decision that nobody needs hides the next one that somebody does. Whoever hands in a whole table of who is whom may leave it at that.',
  ],
  arises: [
    { where: 'any IdP', how: 'Ids were filled in, or an address was corrected, after the row was written.' },
    {
      where: 'this check',
      how: 'The crosswalk is a full mapping table, and the evidence says most of it without being told.',
    },
  ],
  fix: [
    { where: 'this check', how: 'Take the rows out and check again: the result has to stay the same. Or leave them.' },
  ],
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
