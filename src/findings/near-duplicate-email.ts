import { shown } from '../email/shown.ts';
import { BOTH } from '../matcher/sides.ts';
import { defineFinding } from './define-finding.ts';

export const nearDuplicateEmail = defineFinding({
  kind: 'near-duplicate-email',
  about: 'person',
  explanation:
    'Active users of one side have addresses that differ only in case, white space, invisible or look-alike forms: often one person twice.',
  detect: (person, evidence) =>
    BOTH.flatMap((side) => {
      const index = person[side];
      if (!evidence.isShared(side, index, 'near')) return [];
      const own = evidence.compared(side, index);
      const near = new Set(own.flatMap((value) => evidence.holders(side, 'near').get(evidence.form('near', value))));
      const same = new Set(own.flatMap((value) => evidence.holders(side, 'policy').get(evidence.world.key(value))));
      const others = [...near].filter((user) => user !== index && !same.has(user));
      if (others.length === 0 || own[0] === undefined) return [];
      return [
        {
          severity: 'warning' as const,
          ...evidence.place(side, index),
          [side]: own[0],
          others: evidence.users(side, others),
          message: `${shown(own[0])} is all but the address of ${others.length === 1 ? 'another active user' : `${others.length} other active users`} of the ${side} IdP.`,
          remedy: 'Check whether these records are one person; if so, deactivate the one that is not used.',
        },
      ];
    }),
});
