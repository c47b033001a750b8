import { defineVerification, isLossPredicted, NOTHING, placeOf, quoted, unlessWaived } from './define-verification.ts';

export const accountSuspended = defineVerification({
  kind: 'account-suspended',
  explanation: 'Somebody has no account but one that the member list calls suspended.',
  worst: 'error',
  detect(person, evidence) {
    const [account] = person.accounts;
    const of = person.expectation?.person;
    if (!person.isSuspended || account === undefined || of === undefined || of.outcome === 'loses-access') {
      return NOTHING;
    }
    // Whoever has nobody in the new IdP may have been suspended all along.
    const isInUse = of.new?.active === true;
    const severity = isInUse ? (isLossPredicted(person, evidence) ? unlessWaived(person) : 'error') : 'warning';
    return [
      {
        severity,
        ...placeOf(account),
        new: account.sso,
        message: `The member list says that the account at ${quoted(account.sso)} is suspended${isInUse ? ', and the person is active in the new IdP' : ''}.`,
        remedy:
          'If provisioning has suspended it, correct what the new IdP sends, and have it restored. If it was suspended before and has to stay so, deactivate the person in the new IdP, and verify against a report made with that.',
      },
    ];
  },
});
