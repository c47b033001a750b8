import type { Explanation } from '../explanation.ts';

export const accountTakeover: Explanation = {
  brief: "Would arrive at somebody else's account, or share one",
  meaning: [
    "What the new IdP sends for this person leads to an account that is another's, or to one that another new user will make.",
    'They would see what is not theirs, and the holder would be locked out or share it with them.',
    'It closes the gate for everybody, whether they own an account or not.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'Addresses have changed hands, or several people send one. The finding `account-takeover` names whose account it is.',
    },
  ],
  fix: [
    { where: 'any IdP', how: 'Give everybody who is concerned their own old address until the switch is over.' },
    {
      where: 'the app',
      how: 'Or have the account that is in the way moved to another address, or removed, first; then export the member list again.',
    },
  ],
  example: {
    shows: 'Cem is new, and was given the address of Ann, who has the app.',
    old: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1,Ann Lee'],
    new: [
      'sso,scim,employee-id,name',
      'ann.lee@example.com,ann.lee@example.com,1,Ann Lee',
      'ann@example.com,ann@example.com,9,Cem Ito',
    ],
    report: [
      "1  arrive at somebody else's account (account-takeover), 1 of them without an account today",
      '1  get a second, empty account and lose sight of their own (duplicate-account)',
    ],
  },
  seeAlso: ['duplicate-email', 'address-reused', 'unverified'],
};
