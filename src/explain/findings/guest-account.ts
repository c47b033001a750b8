import { FULL_SYNC } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const guestAccount: Explanation = {
  brief: 'The internal name of an Entra guest is sent as address',
  meaning: [
    'The address has `#EXT#` in it: it is the user principal name that Entra ID gives a guest, such as `ann_example.org#EXT#@example.onmicrosoft.com`. No account is at it, and no mail arrives there.',
    'It is a warning. That the person does not reach their account is said by other findings.',
  ],
  arises: [
    {
      where: 'Entra ID',
      how: 'SSO asserts `user.localuserprincipalname`; or `user.userprincipalname`, which of a guest without an Entra tenant of their own is this name, and of one who has a tenant the name over there.',
    },
    {
      where: 'Entra ID',
      how: 'SCIM is mapped from `originalUserPrincipalName`. From `userPrincipalName` it takes `#EXT#` and your domain off: then something else is pushed than the export shows.',
    },
    {
      where: 'the export',
      how: 'The name was copied into `mail`, or the column of the name was mapped where `mail` is sent.',
    },
  ],
  fix: [
    {
      where: 'Entra ID',
      how: 'Send `mail`, which of a guest is the address that was invited: Enterprise apps › the app › Single sign-on › Attributes & Claims, `user.mail`; and Provisioning › Mappings, `mail`. A claim can have a condition for guests only: Claim conditions › User type › All guests.',
    },
    { where: 'Entra ID', how: "Where `mail` is empty or wrong: `Update-MgUser -UserId ID -Mail 'ann@example.org'`." },
    {
      where: 'Entra ID',
      how: 'Or leave guests out of the app, and out of this check: `--new-exclude userType=Guest`.',
    },
    FULL_SYNC,
  ],
  example: {
    shows: 'Ann works for a partner. Sign-in asserts the internal name, SCIM pushes the address.',
    old: ['sso,scim,employee-id,name', 'ann@example.org,ann@example.org,1,Ann Lee'],
    new: ['sso,scim,employee-id,name', 'ann_example.org#EXT#@example.onmicrosoft.com,ann@example.org,1,Ann Lee'],
    report: [
      'warning  guest-account  1 person',
      '    Ann Lee <ann@example.org>  old.csv:2 → new.csv:2',
      '      ann_example.org#EXT#@example.onmicrosoft.com is the user principal name of a guest, not an address anybody writes to.',
    ],
  },
  seeAlso: ['sso-email-mismatch', 'fallback-domain', 'email-missing'],
};
