import { SCIM_SETTING, SSO_SETTING } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const mappingAssumed: Explanation = {
  brief: 'Nobody has said which column is really sent as email',
  meaning: [
    'An export has several columns that could be what is sent, and it cannot be seen from the file which one is. The column that the setup guides name was taken.',
    'It is an error where, for any active user in scope, another column that may be sent holds another value: then the answer depends on a guess.',
    'Otherwise it is a warning.',
  ],
  arises: [
    { where: 'Okta', how: '`login` and `email` differ for somebody.' },
    { where: 'Entra ID', how: '`userPrincipalName` and `mail` differ for somebody, as they do for guests.' },
    { where: 'Active Directory', how: '`userPrincipalName` and `mail` differ for somebody.' },
    { where: 'this check', how: 'No `--old-map` or `--new-map` names the columns.' },
  ],
  fix: [
    {
      where: 'this check',
      how: 'Look the attribute up in both providers, for SSO and for SCIM, as below; then say it: `--old-map sso=COLUMN --old-map scim=COLUMN`, and the same with `--new-map`. `-` for COLUMN says that it is not sent.',
    },
    ...SSO_SETTING,
    ...SCIM_SETTING,
  ],
  example: {
    shows: 'Is `email` sent, or `username`?',
    old: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee'],
    new: ['email,username,name', 'ann@example.com,alee@example.com,Ann Lee'],
    options: '--old-map sso=sso --old-map scim=scim',
    report: [
      'error    mapping-assumed  2',
      '    new.csv:2',
      '      Column “email” was taken for what the new IdP sends as SSO email, and for one active user column “username” holds another value (ann@example.com against alee@example.com): the answer depends on a guess.',
      '    new.csv:2',
      '      Column “email” was taken for what the new IdP sends as SCIM email, and for one active user column “username” holds another value (ann@example.com against alee@example.com): the answer depends on a guess.',
    ],
  },
  seeAlso: ['sso-email-mismatch', 'scim-email-mismatch', 'sso-scim-divergence'],
};
