import type { Explanation } from '../explanation.ts';

export const crosswalkConflict: Explanation = {
  brief: 'Decisions of the crosswalk contradict each other',
  meaning: [
    'The crosswalk gives one person two partners; or `same` would take the partner of somebody whom it does not name; or it says both `same` and `different` of one couple.',
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
      how: 'Keep the decision that is right. If somebody loses a partner by it, say in the crosswalk who theirs is, or that there is none.',
    },
  ],
  example: null,
  seeAlso: ['ambiguous-correlation', 'unverified', 'duplicate-id'],
};
