import type { Explanation } from '../explanation.ts';

export const secondAccount: Explanation = {
  brief: 'Somebody has two accounts now',
  meaning: [
    '`verify` finds on the member list two or more accounts at addresses of one person: the one from before the switch, and another. It names both.',
    'It is an error; an info where a second account was predicted and that is waived. Somebody who is known to have had both before has none too many.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'What is sent at sign-in or by SCIM is not the address of the account, so the app made a new one.',
    },
    { where: 'the app', how: 'Somebody was invited by hand, or signed in before the attribute was corrected.' },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Correct the attribute so that it holds the address of the account with the work in it, and make a full sync.',
    },
    { where: 'the app', how: 'Have the empty account removed, or the two merged, before anybody works in it.' },
  ],
  example: null,
  seeAlso: ['duplicate-account', 'account-replaced', 'synced-otherwise'],
};
