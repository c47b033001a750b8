import type { Explanation } from '../explanation.ts';

export const baselineDivergence: Explanation = {
  brief: 'The old IdP sends one email at sign-in and another by SCIM',
  meaning: [
    "The two values of an active old user differ, so the export cannot show which of them the account is at. In scim mode the SCIM value is taken, in jit and manual mode the SSO value; the app's list would say.",
    'It is a warning. Where the new IdP sends the two values the other way round, or one of them for both, other findings say what follows.',
  ],
  arises: [
    { where: 'Okta', how: 'SSO sends the login, SCIM maps the email, and the two differ for some people.' },
    { where: 'Entra ID', how: 'SSO sends `userPrincipalName`, SCIM maps `mail`, or the other way round.' },
    {
      where: 'Google Workspace',
      how: 'One of the two sends an alias or a custom field, the other one the primary address.',
    },
    { where: 'this check', how: 'The wrong column was named for one of the two.' },
  ],
  fix: [
    {
      where: 'the app',
      how: 'Export the member list and check with `--app`: then the account is known.',
    },
    {
      where: 'any IdP',
      how: 'Keep both values through the switch exactly as they are. Align them afterwards, or before it in the old IdP while you can still see who is signed in to what.',
    },
  ],
  example: {
    shows: 'It has always been so, and stays so.',
    old: ['sso,scim,employee-id,name', 'alee@example.com,ann.lee@example.com,1,Ann Lee'],
    new: ['sso,scim,employee-id,name', 'alee@example.com,ann.lee@example.com,1,Ann Lee'],
    report: [
      'warning  baseline-divergence  1 person',
      '    Ann Lee <alee@example.com>  old.csv:2 → new.csv:2',
      '      The old IdP sends alee@example.com at sign-in and ann.lee@example.com by SCIM.',
    ],
  },
  seeAlso: ['sso-scim-divergence', 'unverified', 'account-email-drift'],
};
