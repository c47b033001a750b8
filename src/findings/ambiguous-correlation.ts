import { otherSide } from '../matcher/sides.ts';
import { defineFinding, NOTHING, onBothSides } from './define-finding.ts';

export const ambiguousCorrelation = defineFinding({
  kind: 'ambiguous-correlation',
  about: 'person',
  asksForDecision: true,
  explanation: 'Several users of the other side could be this person, and none of them is picked by a guess.',
  detect: onBothSides((side, index, evidence) => {
    const { correlated } = evidence.world;
    if (!correlated.isAmbiguous(side, index)) return NOTHING;
    const candidates = correlated.candidates(side, index);
    const rivals = evidence.gather(
      side,
      candidates.map((candidate) => correlated.candidates(otherSide(side), candidate)),
      index,
    );
    // Of a crowd only the nearest are listed, and counting these would understate it.
    const isCrowd = correlated.isOfCrowd(side, index);
    const one = `${countOf(candidates.length, otherSide(side), isCrowd)} could be this person`;
    const elsewhere = correlated.candidatesElsewhere(side, index);
    const other = `${countOf(rivals.count, `other ${side}`, isCrowd)} could be the same`;
    return [
      {
        severity: 'error' as const,
        ...evidence.place(side, index),
        others: [...evidence.users(otherSide(side), candidates), ...evidence.users(side, rivals.few)],
        message: `${one}${elsewhere === 0 ? '' : ` (and ${elsewhere} out of the scope of this app)`}${rivals.count === 0 ? '' : `, and ${other.toLowerCase()}`}.`,
        remedy:
          'Make them tell apart: give each record an employee id (or another id) that agrees on both sides, or take out the record that is not used. Or decide in the crosswalk (--crosswalk-template FILE writes one).',
      },
    ];
  }),
});

function countOf(count: number, which: string, isCrowd: boolean): string {
  if (isCrowd) return `Very many ${which} users`;
  return `${count} ${which} ${count === 1 ? 'user' : 'users'}`;
}
