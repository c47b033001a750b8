import { differenceOf } from '../../email/difference.ts';
import {
  defineVerification,
  isSecondPredicted,
  NOTHING,
  placeOf,
  quoted,
  unlessWaived,
} from './define-verification.ts';

export const secondAccount = defineVerification({
  kind: 'second-account',
  explanation: 'Somebody has two accounts now: the one from before, and another at an address of theirs.',
  worst: 'error',
  detect(person, { hasHiddenRows, key }) {
    if (person.account !== 'duplicated') return NOTHING;
    const [first, second, ...more] = person.accounts;
    if (first === undefined || second === undefined) return NOTHING;
    const difference = differenceOf(first.sso, second.sso);
    const hadBefore = person.expectation?.person.owner === true;
    // Two that were thought to be one are never as predicted.
    const isPredicted =
      new Set(person.accounts.map(({ sso }) => key(sso ?? ''))).size === person.accounts.length &&
      isSecondPredicted(person, person.accounts, key);
    return [
      {
        severity: isPredicted ? unlessWaived(person) : 'error',
        ...placeOf(second),
        old: first.sso,
        new: second.sso,
        ...(difference === undefined ? {} : { difference }),
        others: [first, second, ...more],
        message: `There are ${2 + more.length} accounts of this person: ${quoted(first.sso)}${hadBefore ? ', from before the switch,' : ''} and ${[second, ...more].map(({ sso }) => quoted(sso)).join(', ')}${hasHiddenRows ? '; which of them were there before, the baseline does not fully say' : ''}.`,
        remedy:
          'Find out which of them holds their work. Correct what the new IdP sends to that address, make a full sync, and have the other one removed or merged.',
      },
    ];
  },
});
