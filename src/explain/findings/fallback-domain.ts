import { USER_VALUE } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const fallbackDomain: Explanation = {
  brief: 'The address is at onmicrosoft.com or test-google-a.com',
  meaning: [
    'The address is at a domain that the provider gives every tenant: `example.onmicrosoft.com`, `example.com.test-google-a.com`. It stands where a real address was not set, and hardly any account is at it.',
    'It is a warning.',
  ],
  arises: [
    {
      where: 'Entra ID',
      how: 'The user was made before the domain was verified, or their UPN in Active Directory has a suffix that is not a verified domain: Entra ID replaces it with `onmicrosoft.com`.',
    },
    {
      where: 'Google Workspace',
      how: 'Every user has an alias at `test-google-a.com`, for routing; it was taken for the address.',
    },
    {
      where: 'Active Directory',
      how: 'The UPN suffix is that of the forest, such as `example.local`, which cannot be verified.',
    },
  ],
  fix: [
    {
      where: 'Entra ID',
      how: "Verify your domain under Domain names › Add custom domain; then set the name, `Update-MgUser -UserId ID -UserPrincipalName 'ann@example.com'`, or send `mail` in place of the UPN.",
    },
    {
      where: 'Active Directory',
      how: "Add the suffix in Active Directory Domains and Trusts › Properties › UPN Suffixes; then `Set-ADUser ann -UserPrincipalName 'ann@example.com'`.",
    },
    { where: 'Google Workspace', how: 'Send the primary address.' },
    ...USER_VALUE.filter(({ where }) => where === 'Entra ID'),
  ],
  example: {
    shows: 'The domain was not verified when Ann was synchronised.',
    old: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1,Ann Lee'],
    new: ['sso,scim,employee-id,name', 'ann@example.onmicrosoft.com,ann@example.onmicrosoft.com,1,Ann Lee'],
    report: [
      'warning  fallback-domain  1 person',
      '    Ann Lee <ann@example.com>  old.csv:2 → new.csv:2',
      '      ann@example.onmicrosoft.com is at a fallback domain of the provider.',
    ],
  },
  seeAlso: ['domain-not-in-baseline', 'guest-account', 'sso-email-mismatch'],
};
