import { differenceOf } from '../../email/difference.ts';
import { defineVerification, NOTHING, placeOf, quoted } from './define-verification.ts';

export const syncedTwice = defineVerification({
  kind: 'synced-twice',
  explanation: 'Two users of one person arrived in the SCIM directory, each under another address.',
  worst: 'error',
  detect(person) {
    const [first, second] = person.synced;
    if (person.sync !== 'twice' || first === undefined || second === undefined) return NOTHING;
    const difference = differenceOf(first.scim, second.scim);
    return [
      {
        severity: 'error',
        ...placeOf(second),
        attribute: 'scim',
        old: first.scim,
        new: second.scim,
        ...(difference === undefined ? {} : { difference }),
        others: person.synced,
        message: `This person arrived ${person.synced.length} times: as ${person.synced.map(({ scim }) => quoted(scim)).join(' and as ')}.`,
        remedy: 'Take the one that is not predicted out of the app in the new IdP, before it becomes a second account.',
      },
    ];
  },
});
