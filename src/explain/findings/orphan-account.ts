import { USER_VALUE } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const orphanAccount: Explanation = {
  brief: 'An account of the app that nobody on either side has the address of',
  meaning: [
    "The app's list has an account that belongs to no user of the old IdP, and to no new user who would arrive with its address.",
    'It is an error in scim mode, where nobody links to the account and it will be deprovisioned, and in any mode where an old or new user has the same full name: then it may be theirs.',
    'Otherwise it is a warning. It arises with `--app` only.',
  ],
  arises: [
    {
      where: 'the app',
      how: 'Somebody was invited by hand, with a private or an outside address; a leaver was never removed; or the account is of a service, not a person.',
    },
    {
      where: 'any IdP',
      how: 'The address of the person was changed in the old IdP, and the account kept the former one.',
    },
    {
      where: 'the export',
      how: 'The old export is not whole, or the member list is that of another organisation.',
    },
  ],
  fix: [
    {
      where: 'the app',
      how: 'Find out whose account it is. If nobody needs it, remove it and export the member list again.',
    },
    {
      where: 'any IdP',
      how: 'If somebody needs it, let the new IdP send exactly its address for them, or have the address changed in the app.',
    },
    ...USER_VALUE,
  ],
  example: {
    shows: "Bob's account is at an address that no IdP has.",
    old: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee'],
    new: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee'],
    app: ['email,name', 'ann@example.com,Ann Lee', 'bob@example.net,Bob Roe'],
    report: [
      'error    orphan-account  1 person',
      '    Bob Roe <bob@example.net>  app.csv:3',
      '      Nobody on either side has the address of this account, bob@example.net: SCIM will deprovision it.',
    ],
  },
  seeAlso: ['account-email-drift', 'loses-access', 'account-takeover', 'coverage-low'],
};
