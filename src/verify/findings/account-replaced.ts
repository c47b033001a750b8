import { differenceOf } from '../../email/difference.ts';
import { normalForm } from '../../email/normal-form.ts';
import {
  defineVerification,
  isSecondPredicted,
  NOTHING,
  placeOf,
  quoted,
  unlessWaived,
} from './define-verification.ts';

export const accountReplaced = defineVerification({
  kind: 'account-replaced',
  explanation: "Somebody's account is gone, and another one at an address of theirs is there.",
  worst: 'error',
  detect(person, { key }) {
    const [account] = person.accounts;
    if (person.account !== 'replaced' || account === undefined) return NOTHING;
    const before = person.expectation?.before[0] ?? null;
    const difference = differenceOf(before, account.sso);
    const isNear = before !== null && account.sso !== null && normalForm(before) === normalForm(account.sso);
    const isPredicted = isSecondPredicted(person, person.accounts, key);
    return [
      {
        severity: isPredicted ? unlessWaived(person) : 'error',
        ...placeOf(account),
        old: before,
        new: account.sso,
        ...(difference === undefined ? {} : { difference }),
        others: [account],
        message: `Their account was at ${quoted(before)} and is not there; there is one at ${quoted(account.sso)}${isNear ? ', the same but for its spelling' : ''}.`,
        remedy:
          'Ask whether their work is still in it. If it is a new, empty account, have the old one restored before it is deleted for good, and correct what the new IdP sends.',
      },
    ];
  },
});
