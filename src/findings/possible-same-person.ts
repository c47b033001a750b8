import { otherSide } from '../matcher/sides.ts';
import { defineFinding, NOTHING, onBothSides } from './define-finding.ts';

export const possibleSamePerson = defineFinding({
  kind: 'possible-same-person',
  about: 'person',
  asksForDecision: true,
  explanation:
    'A user whom nothing pairs has the same full name as one of the other side, and nobody else is called that: they may be one person.',
  detect: onBothSides((side, index, evidence) => {
    const namesake = evidence.names.loneNamesake(side, index);
    if (namesake < 0) return NOTHING;
    const other = otherSide(side);
    return [
      {
        severity: side === 'old' ? ('error' as const) : ('info' as const),
        ...evidence.place(side, index),
        others: evidence.users(other, [namesake]),
        message: `Nothing pairs this user, and one user of the ${other} IdP whom nothing pairs either has the same full name.`,
        remedy:
          'Find out whether it is one person. If so, make the ids or the address agree; if not, give each of them an id of their own. Or decide in the crosswalk (--crosswalk-template FILE writes one).',
      },
    ];
  }),
});
