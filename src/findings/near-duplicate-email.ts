import { shown } from '../email/shown.ts';
import { defineFinding, NOTHING, onBothSides } from './define-finding.ts';

export const nearDuplicateEmail = defineFinding({
  kind: 'near-duplicate-email',
  about: 'person',
  explanation:
    'Active users of one side have addresses that differ only in case, white space, invisible characters or compatibility forms: often one person twice.',
  detect: onBothSides((side, index, evidence) => {
    if (!evidence.isShared(side, index, 'near')) return NOTHING;
    const own = evidence.compared(side, index);
    const ownKeys = new Set(own.map(evidence.world.key));
    const others = new Set<number>();
    for (const near of new Set(own.map((value) => evidence.form('near', value)))) {
      for (const [key, users] of evidence.spellings(side, near)) {
        if (!ownKeys.has(key)) for (const user of users) others.add(user);
      }
    }
    others.delete(index);
    for (const user of others)
      if (evidence.compared(side, user).some((value) => ownKeys.has(evidence.world.key(value)))) others.delete(user);
    if (others.size === 0 || own[0] === undefined) return NOTHING;
    return [
      {
        severity: 'warning' as const,
        ...evidence.place(side, index),
        [side]: own[0],
        others: evidence.users(side, others),
        message: `${shown(own[0])} is all but the address of ${others.size === 1 ? 'another active user' : 'other active users'} of the ${side} IdP.`,
        remedy: 'Check whether these records are one person; if so, deactivate the one that is not used.',
      },
    ];
  }),
});
