import { FULL_SYNC } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const duplicateAccount: Explanation = {
  brief: 'Gets a second, empty account and loses sight of their own',
  meaning: [
    'The person owns an account, and the new IdP sends an address at which there is none, so a new one is made there: by SCIM in scim mode, at sign-in in jit mode.',
    'Their own account stays behind with everything in it; in scim mode it is deprovisioned, since no SCIM user links to it.',
    'It closes the gate. In manual mode nothing makes accounts, and the outcome is `sign-in-blocked`.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'The address differs by case, a space, the domain or as a whole (`sso-email-mismatch`, `scim-email-mismatch`).',
    },
    { where: 'Entra ID', how: 'SCIM reads `userPrincipalName`, and the account is at `mail`.' },
    { where: 'Okta', how: 'SCIM reads the login, and the account is at the email.' },
    { where: 'Google Workspace', how: 'The primary address was changed, and the account is at what is an alias now.' },
    { where: 'the app', how: 'The account is under a spelling that neither IdP sends (`account-email-drift`).' },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Let the new IdP send exactly the address at which the account is. `idp-preflight explain scim-email-mismatch` and `sso-email-mismatch` say where it is set.',
    },
    FULL_SYNC,
    {
      where: 'the app',
      how: 'If it has happened already, stop provisioning first; then have the two accounts merged, or the empty one removed, and correct the address.',
    },
  ],
  example: {
    shows: 'One capital letter makes a second account.',
    old: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1,Ann Lee'],
    new: ['sso,scim,employee-id,name', 'Ann@example.com,Ann@example.com,1,Ann Lee'],
    report: ['1  get a second, empty account and lose sight of their own (duplicate-account)'],
  },
  seeAlso: ['scim-email-mismatch', 'sso-email-mismatch', 'account-email-drift', 'sign-in-blocked'],
};
