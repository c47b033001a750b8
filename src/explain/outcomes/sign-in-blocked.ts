import { FULL_SYNC } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const signInBlocked: Explanation = {
  brief: 'The account is there, and they cannot get in',
  meaning: [
    'The person owns an account and has an active new user, but does not arrive: a value that the mode needs is missing, or the SSO email leads nowhere, and no account is made.',
    'Some apps drop such a person into a new personal account instead of refusing them.',
    'It closes the gate.',
  ],
  arises: [
    {
      where: 'Entra ID',
      how: '`mail` is empty; or SCIM links the account at `mail`, and sign-in asserts `userPrincipalName`.',
    },
    { where: 'Okta', how: 'SCIM maps the email, and sign-in asserts the login.' },
    { where: 'Google Workspace', how: 'SCIM links the account at one address, and sign-in asserts another.' },
    { where: 'any IdP', how: 'In manual mode, any difference of the SSO email: nothing makes an account.' },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Fill the attribute that is missing (`email-missing`), or let the SSO email be exactly that of the account, and the SCIM email the same.',
    },
    FULL_SYNC,
  ],
  example: {
    shows: 'SCIM links the account, and sign-in arrives elsewhere.',
    old: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1,Ann Lee'],
    new: ['sso,scim,employee-id,name', 'alee@example.com,ann@example.com,1,Ann Lee'],
    report: ['1  cannot sign in, though their account is there (sign-in-blocked)'],
  },
  seeAlso: ['email-missing', 'sso-email-mismatch', 'sso-scim-divergence', 'duplicate-account'],
};
