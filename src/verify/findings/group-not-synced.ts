import { shown } from '../../email/shown.ts';
import { defineVerification, NOTHING, placeOf } from './define-verification.ts';

const FEW = 5;

export const groupNotSynced = defineVerification({
  kind: 'group-not-synced',
  explanation: 'Somebody arrived without a group that they are in in the new IdP.',
  worst: 'error',
  detect({ lostGroups, synced }) {
    if (lostGroups.length === 0) return NOTHING;
    const few = lostGroups.slice(0, FEW).map((group) => `“${shown(group)}”`);
    const more = lostGroups.length > FEW ? ` and ${lostGroups.length - FEW} more` : '';
    return [
      {
        severity: 'error',
        ...placeOf(synced[0]),
        message: `This person arrived without ${few.join(', ')}${more}.`,
        remedy: 'Assign the group to the app in the new IdP, or push it, and look at the group mappings of the app.',
      },
    ];
  },
});
