import type { Explanation } from '../explanation.ts';

export const waiverOverBroad: Explanation = {
  brief: 'A waiver names neither person nor pattern nor file',
  meaning: [
    'The waiver names a kind and nobody, so it would waive people whom nobody has looked at.',
    'It is a warning.',
  ],
  arises: [
    { where: 'this check', how: 'A waiver was written to get the gate open, not to record a decision about somebody.' },
  ],
  fix: [
    {
      where: 'this check',
      how: 'Name the person, a pattern of addresses or, for a finding about an input, the file. Where a kind does not matter to you at all, change its severity in the policy instead, where it can be seen.',
    },
  ],
  example: null,
  seeAlso: ['loses-access', 'unexpected-in-new'],
};
