import { DISABLE_USER, ENABLE_USER } from '../advice.ts';
import type { Explanation } from '../explanation.ts';

export const inactiveInNew: Explanation = {
  brief: 'Active in the old IdP, inactive in the new one',
  meaning: [
    'The person has a user in the new IdP, and that user is inactive: it can neither sign in nor be pushed.',
    'It is an error for somebody who owns an account today, and a warning for anybody else who is active in the old IdP.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'The user was disabled by mistake, or has not been enabled yet; or the person has left and only the new IdP knows.',
    },
    { where: 'Okta', how: 'The user is staged, suspended or deactivated.' },
    { where: 'Entra ID', how: '`accountEnabled` is false, here or in the Active Directory that the user comes from.' },
    { where: 'Google Workspace', how: 'The user is suspended or archived.' },
    { where: 'Active Directory', how: 'The account is disabled: `userAccountControl` has the flag 2, ACCOUNTDISABLE.' },
    {
      where: 'the export',
      how: 'A status word is not known, and on the new side that counts as inactive (`status-unknown`).',
    },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'If the person should keep the app, enable the new user. If they have left, deactivate the old one, or remove the account from the app.',
    },
    ...ENABLE_USER,
    ...DISABLE_USER,
  ],
  example: {
    shows: 'The new user is disabled.',
    old: ['sso,scim,employee-id,name,status', 'ann@example.com,ann@example.com,1,Ann Lee,active'],
    new: ['sso,scim,employee-id,name,status', 'ann@example.com,ann@example.com,1,Ann Lee,disabled'],
    report: [
      'error    inactive-in-new  1 person',
      '    Ann Lee <ann@example.com>  old.csv:2 → new.csv:2',
      '      This person is active in the old IdP, and is inactive in the new IdP.',
    ],
  },
  seeAlso: ['loses-access', 'missing-in-new', 'reactivated-in-new', 'status-unknown'],
};
