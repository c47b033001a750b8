import { FULL_SYNC, SCIM_SETTING, SSO_SETTING } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const ssoScimDivergence: Explanation = {
  brief: 'The new IdP sends one email at sign-in and another by SCIM',
  meaning: [
    'The account that SCIM links or makes is not the one that the person is signed in to.',
    'It is an error for somebody who owns an account today, and a warning for anybody else, or where the old IdP already sent the same two values.',
    'It arises with `--mode scim` only.',
  ],
  arises: [
    {
      where: 'Entra ID',
      how: 'SCIM reads `userPrincipalName`, SSO reads `mail`, or the other way round. Each is set in another place.',
    },
    {
      where: 'Okta',
      how: 'SSO asserts the Application username or an email attribute statement, SCIM maps `email` under Provisioning › To App.',
    },
    {
      where: 'Google Workspace',
      how: 'One of the two sends an alias or a custom field, the other one the primary address.',
    },
  ],
  fix: [
    { where: 'any IdP', how: 'Let both read the same attribute, the one that holds what the old IdP sent.' },
    ...SSO_SETTING,
    ...SCIM_SETTING,
    FULL_SYNC,
  ],
  example: {
    shows: 'SCIM pushes the short form of the address.',
    old: ['sso,scim,employee-id,name', 'ann.lee@example.com,ann.lee@example.com,1,Ann Lee'],
    new: ['sso,scim,employee-id,name', 'ann.lee@example.com,alee@example.com,1,Ann Lee'],
    report: [
      'error    sso-scim-divergence  1 person (local-part 1)',
      '    Ann Lee <ann.lee@example.com>  old.csv:2 → new.csv:2',
      '      SCIM alee@example.com',
      '      SSO  ann.lee@example.com  (local-part)',
    ],
  },
  seeAlso: ['baseline-divergence', 'scim-email-mismatch', 'sso-email-mismatch', 'duplicate-account'],
};
