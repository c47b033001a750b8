import type { Explanation } from '../explanation.ts';

export const notProvisioned: Explanation = {
  brief: 'No account before, none after',
  meaning: [
    'The person owns no account today and gets none: they are inactive, or the new IdP sends nothing for them, or, in manual mode, nothing makes accounts.',
    'It closes no gate, unless a config has a budget for it that is exceeded.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'Leavers who are inactive on both sides, accounts that are no people, and joiners in manual mode.',
    },
    { where: 'the app', how: "With the app's list: people of the IdP who do not have the app." },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Nothing, if they should not have the app. If they should, their new user has to be active and to have an address.',
    },
    {
      where: 'the app',
      how: 'If a person has an account and is listed here, the member list is not whole, or has it under an address that nobody sends.',
    },
  ],
  example: {
    shows: 'Bob has left, and both sides know.',
    old: [
      'sso,scim,employee-id,name,status',
      'ann@example.com,ann@example.com,1,Ann Lee,active',
      'bob@example.com,bob@example.com,2,Bob Roe,suspended',
    ],
    new: [
      'sso,scim,employee-id,name,status',
      'ann@example.com,ann@example.com,1,Ann Lee,active',
      'bob@example.com,bob@example.com,2,Bob Roe,disabled',
    ],
    report: ['1  keep their account (keeps-account)', '1  have no account, before or after (not-provisioned)'],
  },
  seeAlso: ['new-account', 'loses-access', 'email-missing'],
};
