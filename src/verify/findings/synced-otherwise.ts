import { differenceOf } from '../../email/difference.ts';
import { defineVerification, NOTHING, placeOf, quoted } from './define-verification.ts';

export const syncedOtherwise = defineVerification({
  kind: 'synced-otherwise',
  explanation: 'Somebody arrived in the SCIM directory under another address than predicted.',
  worst: 'error',
  detect(person) {
    const [user] = person.synced;
    if (person.sync !== 'otherwise' || user === undefined || person.expectation === null) return NOTHING;
    const { pushed } = person.expectation;
    const difference = differenceOf(pushed, user.scim);
    return [
      {
        severity: 'error',
        ...placeOf(user),
        attribute: 'scim',
        old: pushed,
        new: user.scim,
        ...(difference === undefined ? {} : { difference }),
        message: `Predicted was ${quoted(pushed)}, and ${quoted(user.scim)} arrived.`,
        remedy:
          'Correct which attribute the new IdP sends by SCIM, or its value, and make a full sync: an incremental one does not update those who are there.',
      },
    ];
  },
});
