import type { Explanation } from '../explanation.ts';

export const keepsAccount: Explanation = {
  brief: 'Signs in to their account, as before',
  meaning: [
    'The person owns an account and goes on using it: everything that is sent is as it was, and one of the addresses is that of the account; or, in scim mode, SSO and SCIM email are the same and are its address; or, in jit and manual mode, the SSO email is.',
    'An account that nobody claims is kept too in jit and manual mode, where nothing removes it.',
    'It never closes the gate; findings about the person still may.',
  ],
  arises: [
    { where: 'any IdP', how: "What the new IdP sends is exactly what the old one sent, or what the app's list has." },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Nothing. If an attribute or a mapping changes before the switch, export and check again.',
    },
  ],
  example: {
    shows: 'Nothing changes.',
    old: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee'],
    new: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee', 'bob@example.com,bob@example.com,Bob Roe'],
    report: ['1  keep their account (keeps-account)', '1  get an account for the first time (new-account)'],
  },
  seeAlso: ['duplicate-account', 'sign-in-blocked', 'sso-scim-divergence', 'group-missing'],
};
