import type { Explanation } from '../explanation.ts';

export const accountEmailDrift: Explanation = {
  brief: 'The app has the account under another spelling or address',
  meaning: [
    "The app's list has the account of this person under an address that is not, code point by code point, the one that the old IdP sends; or both IdPs send the same and yet it does not lead to the account.",
    'Comparing the two IdPs alone would call this person safe. Only `--app` shows it.',
    'It is an error.',
  ],
  arises: [
    {
      where: 'the app',
      how: 'The account was made by an invitation that somebody typed, or it keeps the address of an earlier spelling, which the old IdP has changed since.',
    },
    {
      where: 'any IdP',
      how: 'SSO and SCIM send two values, and the account is at one of them: the other leads elsewhere.',
    },
  ],
  fix: [
    {
      where: 'any IdP',
      how: "Let the new IdP send exactly the address that the app's list has, as SSO email and, with SCIM, as SCIM email too, and give the old user the same, so that the two sides agree.",
    },
    {
      where: 'the app',
      how: 'Or have the address of the account changed before the switch, then export the member list again.',
    },
  ],
  example: {
    shows: 'Nothing changes between the IdPs, and the account is at another spelling.',
    old: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee'],
    new: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee'],
    app: ['email,name', 'Ann@example.com,Ann Lee'],
    report: [
      'error    account-email-drift  1 person (case 1)',
      '    Ann Lee <ann@example.com>  old.csv:2 → new.csv:2',
      '      app  Ann@example.com',
      '      IdP  ann@example.com  (case)',
    ],
  },
  seeAlso: ['orphan-account', 'duplicate-account', 'sign-in-blocked', 'baseline-divergence'],
};
