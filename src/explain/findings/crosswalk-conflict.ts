import type { Explanation } from '../explanation.ts';

export const crosswalkConflict: Explanation = {
  brief: 'Decisions of the crosswalk contradict each other',
  meaning: [
    'The crosswalk gives one person two partners; or `same` would take the partner of somebody of whom it says nothing; or it says both `same` and `different` of two records; or it gives somebody an account of the app that is not at an address of theirs.',
    'It is an error, and none of the decisions that contradict each other is applied.',
  ],
  arises: [
    {
      where: 'this check',
      how: 'Two people have decided, in two files or at two times; or a row names a person whose right partner was not looked up.',
    },
  ],
  fix: [
    {
      where: 'this check',
      how: 'Keep the decision that is right. If somebody loses a partner by it, say so in the crosswalk too: `different` for the two who are parted.',
    },
  ],
  example: {
    shows:
      'By their ids both are paired; the row would take the partner of both, and no row says that those pairs are wrong.',
    old: ['sso,scim,employee-id', 'ann@example.com,ann@example.com,1', 'bob@example.com,bob@example.com,2'],
    new: ['sso,scim,employee-id', 'ann@example.com,ann@example.com,1', 'bob@example.com,bob@example.com,2'],
    crosswalk: ['decision,old email,new email', 'same,ann@example.com,bob@example.com'],
    report: [
      'error    crosswalk-conflict  1',
      '    crosswalk.csv:2',
      '      “same” for old ann@example.com and new bob@example.com: the evidence pairs the user of the old IdP with somebody else, and no row says that those two are different.',
    ],
  },
  seeAlso: ['ambiguous-correlation', 'unverified', 'duplicate-id', 'crosswalk-stale'],
};
