import type { Explanation } from '../explanation.ts';

export const waiverUnused: Explanation = {
  brief: 'A waiver waived nothing',
  meaning: [
    'No finding and no outcome fits the waiver: what it was written for was put right, or it does not name what it means.',
    'It is a warning. A waiver that lies about may let something through later.',
  ],
  arises: [
    {
      where: 'this check',
      how: 'The finding is gone; or the kind, the person or the file is written in another way than in the report.',
    },
  ],
  fix: [{ where: 'this check', how: 'Take it out, or copy kind and person from the report.' }],
  example: null,
  seeAlso: ['loses-access', 'missing-in-new'],
};
