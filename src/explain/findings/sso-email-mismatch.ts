import { SSO_SETTING, USER_VALUE } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const ssoEmailMismatch: Explanation = {
  brief: 'The email at sign-in is not exactly what the old IdP asserted',
  meaning: [
    'The new IdP will assert another email at sign-in than the old one did, for somebody who is active in the old IdP or owns an account. One letter in another case, one space or one invisible character is enough.',
    'The report names the kind of difference: case, whitespace, domain and others.',
    'It is an error, whatever the difference.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'Addresses were typed or imported anew, with capitals, a space at the end or an invisible character from copy and paste; the company has renamed its domain; an alias has become the primary address.',
    },
    {
      where: 'Entra ID',
      how: 'The claim reads `userPrincipalName` where the address is in `mail`, or the other way round. Name ID is the UPN unless somebody has changed it.',
    },
    {
      where: 'Okta',
      how: 'Application username format is Okta username, which is the login, where the old IdP sent the email.',
    },
    {
      where: 'Google Workspace',
      how: 'The primary address is asserted, and the old IdP sent one that is an alias here.',
    },
    {
      where: 'Active Directory',
      how: '`mail` and `userPrincipalName` differ, and the new IdP is fed from the other one.',
    },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Where nearly everybody differs in the same way, the wrong attribute is sent: correct the setting. Where a few people differ, correct their values to exactly the old ones.',
    },
    ...SSO_SETTING,
    ...USER_VALUE,
    {
      where: 'any IdP',
      how: 'A setting of SSO counts from the next sign-in on. Where SCIM reads the attribute too, run a full synchronisation: an incremental one does not update users who have been pushed already. Then export and check again.',
    },
  ],
  example: {
    shows: 'One capital letter.',
    old: ['sso,employee-id,name', 'ann@example.com,1,Ann Lee'],
    new: ['sso,employee-id,name', 'Ann@example.com,1,Ann Lee'],
    options: '--old-map sso=sso --new-map sso=sso --mode jit',
    report: [
      'error    sso-email-mismatch  1 person (case 1)',
      '    Ann Lee <ann@example.com>  old.csv:2 → new.csv:2',
      '      old  ann@example.com',
      '      new  Ann@example.com  (case)',
    ],
  },
  seeAlso: ['scim-email-mismatch', 'sso-scim-divergence', 'sign-in-blocked', 'duplicate-account', 'mapping-assumed'],
};
