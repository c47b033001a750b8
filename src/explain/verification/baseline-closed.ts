import type { Explanation } from '../explanation.ts';

export const baselineClosed: Explanation = {
  brief: 'The gate of the baseline was closed',
  meaning: [
    'The report that is verified against says that the switch should not go ahead.',
    'It is a warning: what was predicted is compared all the same.',
  ],
  arises: [
    {
      where: 'this check',
      how: 'The switch was made all the same, or what was wrong was corrected and not checked again.',
    },
  ],
  fix: [
    {
      where: 'this check',
      how: 'If things were corrected before the switch, check again with the exports of that time, and verify against that report.',
    },
  ],
  example: null,
  seeAlso: ['harm-predicted'],
};
