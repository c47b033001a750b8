import type { Outcome } from '../../model/person.ts';
import { defineVerification, NOTHING, type SeenPerson, unlessWaived } from './define-verification.ts';

/** What the lists cannot show to have come out well, in words. */
const HARM: { readonly [outcome in Outcome]?: string } = {
  unverified: 'who this person is was not known',
  'account-takeover': "they were to arrive at somebody else's account",
  'sign-in-blocked': 'they were not to get in',
  'duplicate-account': 'they were to get a second account',
};

export const harmPredicted = defineVerification({
  kind: 'harm-predicted',
  explanation: 'Harm was predicted of somebody, and the lists do not show that it did not come about.',
  worst: 'error',
  detect(person, evidence) {
    const outcome = person.expectation?.person.outcome;
    const harm = outcome === undefined ? undefined : HARM[outcome];
    if (harm === undefined || isTold(person) || (outcome === 'duplicate-account' && isMended(person, evidence.key)))
      return NOTHING;
    return [
      {
        severity: unlessWaived(person),
        message: `Predicted was that ${harm}, and these lists cannot show that it came out otherwise.`,
        remedy:
          'Put right in the new IdP what the baseline says of this person, export both sides of that time again with it, and verify against that report; or ask the person to sign in, and look.',
      },
    ];
  },
});

/** What happened to their account is said by another finding. */
function isTold({ account }: SeenPerson): boolean {
  return account === 'duplicated' || account === 'replaced' || account === 'vanished';
}

/** They have the account from before, and what arrived leads to it. */
function isMended({ account, sync, expectation, synced }: SeenPerson, key: (address: string) => string): boolean {
  const leads = synced.map(({ scim }) => (scim === null ? null : key(scim)));
  return (
    account === 'stayed' && sync === 'arrived' && expectation?.before.some((at) => leads.includes(key(at))) === true
  );
}
