import { BOTH, otherSide } from '../matcher/sides.ts';
import { defineFinding } from './define-finding.ts';

export const ambiguousCorrelation = defineFinding({
  kind: 'ambiguous-correlation',
  about: 'person',
  explanation: 'Several users of the other side could be this person, and none of them is picked by a guess.',
  detect: (person, evidence) =>
    BOTH.flatMap((side) => {
      const index = person[side];
      const { correlated } = evidence.world;
      if (index < 0 || !correlated.isAmbiguous(side, index)) return [];
      const candidates = correlated.candidates(side, index);
      const rivals = new Set(candidates.flatMap((candidate) => correlated.candidates(otherSide(side), candidate)));
      rivals.delete(index);
      const sharing =
        rivals.size === 0
          ? ''
          : `, and ${rivals.size} other ${side} ${rivals.size === 1 ? 'user' : 'users'} could be the same`;
      return [
        {
          severity: 'error' as const,
          ...evidence.place(side, index),
          others: [...evidence.users(otherSide(side), candidates), ...evidence.users(side, rivals)],
          message: `${candidates.length} ${otherSide(side)} ${candidates.length === 1 ? 'user' : 'users'} could be this person${sharing}.`,
          remedy:
            'Make them tell apart: give each record an employee id (or another id) that agrees on both sides, or take out the record that is not used.',
        },
      ];
    }),
});
