import { defineVerification, NOTHING, placeOf, quoted } from './define-verification.ts';

export const accountStillThere = defineVerification({
  kind: 'account-still-there',
  explanation: 'An account that was to be deprovisioned is still on the member list.',
  worst: 'warning',
  detect(person, { mode }) {
    const isLeaver = person.expectation?.person.outcome === 'loses-access';
    if (!isLeaver || mode !== 'scim' || person.account !== 'stayed' || person.isSuspended) return NOTHING;
    const [account] = person.accounts;
    return [
      {
        severity: 'warning',
        ...placeOf(account),
        old: account?.sso ?? null,
        message: `${quoted(account?.sso ?? null)} has no user in the new IdP, and the account is still there.`,
        remedy:
          'If the person has left, remove the account. If not, create the user in the new IdP with the same address.',
      },
    ];
  },
});
