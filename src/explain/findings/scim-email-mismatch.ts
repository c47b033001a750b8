import { FULL_SYNC, SCIM_SETTING, USER_VALUE } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const scimEmailMismatch: Explanation = {
  brief: 'The email pushed by SCIM is not exactly what the old IdP pushed',
  meaning: [
    'The new IdP will push another email by SCIM than the old one did, for somebody who is active in the old IdP or owns an account. The app does not find their account by it, and makes a second one.',
    'Where the old IdP pushed nothing for a person, its SSO email is what counts.',
    'It is an error, and arises with `--mode scim` only: in jit and manual mode no SCIM value is sent.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'SCIM is set up in another place than SSO and reads another attribute; or addresses were typed or imported anew, with capitals, spaces or another domain.',
    },
    {
      where: 'Entra ID',
      how: '`emails[type eq "work"].value` is mapped from `mail`, `userName` from `userPrincipalName`, and the app takes the other one than before. Of a guest, `userPrincipalName` is pushed without its `#EXT#` and your domain, so what is pushed is not what the export shows.',
    },
    {
      where: 'Okta',
      how: '`userName` is the Application username of the Sign On tab, `email` is mapped under Provisioning › To App: two settings, two values.',
    },
    { where: 'Google Workspace', how: 'Autoprovisioning is mapped from another field than the primary address.' },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Where nearly everybody differs in the same way, correct the mapping; where a few people differ, correct their values to exactly the old ones.',
    },
    ...SCIM_SETTING,
    ...USER_VALUE,
    FULL_SYNC,
  ],
  example: {
    shows: 'SSO is right, and SCIM reads an attribute at another domain.',
    old: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1,Ann Lee'],
    new: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.net,1,Ann Lee'],
    report: [
      'error    scim-email-mismatch  1 person (domain 1)',
      '    Ann Lee <ann@example.com>  old.csv:2 → new.csv:2',
      '      old  ann@example.com',
      '      new  ann@example.net  (domain)',
    ],
  },
  seeAlso: ['sso-email-mismatch', 'sso-scim-divergence', 'duplicate-account'],
};
