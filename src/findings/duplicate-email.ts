import { shown } from '../email/shown.ts';
import { defineFinding, NOTHING, onBothSides } from './define-finding.ts';

export const duplicateEmail = defineFinding({
  kind: 'duplicate-email',
  about: 'person',
  explanation:
    'Active users of one side share an address, so they share an account, or one of them is sent to the other one.',
  detect: onBothSides((side, index, evidence) => {
    if (!evidence.isShared(side, index, 'policy')) return NOTHING;
    const holders = evidence.holders(side, 'policy');
    const shared = evidence
      .compared(side, index)
      .map((value) => ({ value, users: holders.get(evidence.world.key(value)) }))
      .filter(({ users }) => users.length > 1);
    const [first] = shared;
    if (first === undefined) return NOTHING;
    const others = evidence.gather(
      side,
      shared.map(({ users }) => users),
      index,
    );
    const isError = side === 'new' && shared.some(({ users }) => evidence.holdsOwner(users));
    return [
      {
        severity: isError ? 'error' : 'warning',
        ...evidence.place(side, index),
        [side]: first.value,
        others: evidence.users(side, others.few),
        message: `${shown(first.value)} is the address of ${others.count + 1} active users of the ${side} IdP.`,
        remedy:
          side === 'new'
            ? 'Give each person an address of their own in the new IdP, or deactivate the record that is not used.'
            : 'Find out whose account it is in the app: the export shows several people behind one address.',
      },
    ];
  }),
});
