import type { Explanation } from '../explanation.ts';

export const accountSuspended: Explanation = {
  brief: 'An account that was to stay is suspended',
  meaning: [
    'Somebody has no account on the member list of after the switch but one that it calls suspended, disabled or the like; an invitation that is pending is not meant.',
    'It is an error where the person is active in the new identity provider, whose account nobody should have taken away; an info where the loss was predicted and is waived; a warning where nobody of the new one uses the account. An account that was predicted to go says nothing.',
    'What it was before the switch, the baseline does not know: there, a suspended row is an account.',
  ],
  arises: [
    {
      where: 'the app',
      how: 'Provisioning has suspended the account instead of deleting it, since no SCIM user linked to it.',
    },
    { where: 'the app', how: 'An administrator had suspended the account before the switch, and nowhere else.' },
  ],
  fix: [
    { where: 'the app', how: 'Have the account restored, and find out why nobody linked to it.' },
    {
      where: 'any IdP',
      how: 'If the account has to stay suspended, deactivate the person in the new identity provider, export, check with a waiver of what becomes of them, and verify against that report.',
    },
  ],
  example: null,
  seeAlso: ['account-vanished', 'not-synced', 'account-still-there'],
};
