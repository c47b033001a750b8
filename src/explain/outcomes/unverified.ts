import type { Explanation } from '../explanation.ts';

export const unverified: Explanation = {
  brief: 'Cannot be told from somebody else, so nothing is known of them',
  meaning: [
    "It is not known who this is: several users could be one person, or an address is held by people whose names do not fit, or, without the app's list, the old IdP sends two addresses and the new one sends as one of them what was the other.",
    'No other outcome is given to such a person, since each would be a guess.',
    'It closes the gate for everybody, whether they own an account or not.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'Two candidates (`ambiguous-correlation`), or names that contradict the address (`name-conflict`).',
    },
    {
      where: 'Okta',
      how: 'Login and email differ and were sent as SSO and SCIM email, and the new IdP sends one of them for both.',
    },
    { where: 'Entra ID', how: 'The same with `userPrincipalName` and `mail`.' },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Ids that agree on both sides settle candidates and names. The finding beside the person names who else is meant.',
    },
    {
      where: 'the app',
      how: 'Where two addresses of one person are the doubt, check with `--app`: the member list says at which of them the account is.',
    },
  ],
  example: {
    shows: 'Which of the two is Ann? Nothing says.',
    old: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee'],
    new: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee', 'ann@example.com,ann@example.com,A. Lee'],
    report: [
      '3  cannot be told from somebody else: nothing is known of them (unverified), 2 of them without an account today',
    ],
  },
  seeAlso: ['ambiguous-correlation', 'name-conflict', 'baseline-divergence', 'account-takeover'],
};
