import { FULL_SYNC, SCIM_SETTING, SSO_SETTING } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const emailInvalid: Explanation = {
  brief: 'A value that is sent as email is no mailbox address',
  meaning: [
    'A value that is sent as email does not have exactly one `@` with something on both sides, or it holds a control character, such as a tab or a line break.',
    'It is an error where the new IdP sends it for somebody who owns an account today, and a warning for anybody else, and on the old side.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'The attribute that is sent is a login name, an employee number or a name, not an address; or an address was pasted together with a tab, or two were put into one field.',
    },
    { where: 'Okta', how: 'The login of an organisation that allows logins without a domain is sent: `ann`.' },
    { where: 'Active Directory', how: '`sAMAccountName` or `EXAMPLE\\ann` is sent in place of `mail`.' },
  ],
  fix: [
    { where: 'any IdP', how: 'Correct the value, or send the attribute that really holds the address.' },
    ...SSO_SETTING,
    ...SCIM_SETTING,
    FULL_SYNC,
    {
      where: 'this check',
      how: 'If the wrong column was read, name the one that is sent: `--new-map sso=COLUMN`, `--new-map scim=COLUMN`.',
    },
  ],
  example: {
    shows: 'Sign-in asserts the login name in place of the address.',
    old: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1,Ann Lee'],
    new: ['sso,scim,employee-id,name', 'ann,ann@example.com,1,Ann Lee'],
    report: [
      'error    email-invalid  1 person',
      '    Ann Lee <ann@example.com>  old.csv:2 → new.csv:2',
      '      ann is not a mailbox address.',
    ],
  },
  seeAlso: ['email-missing', 'sso-email-mismatch', 'guest-account', 'mapping-assumed'],
};
