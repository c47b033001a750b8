import type { Explanation } from '../explanation.ts';

export const unexpectedAccount: Explanation = {
  brief: 'An account is there that nobody predicted',
  meaning: [
    'The member list has an account at an address that no prediction explains.',
    'It is an error: it may be the second account of somebody known. It is a warning where everybody who was expected arrived over SCIM and this one did besides, or where it has a name and the baseline was made without the member list, so that it may have been there before; not, however, where somebody who had an account has the same full name, who is then named.',
  ],
  arises: [
    {
      where: 'the app',
      how: 'Somebody was invited by hand since, or signed in under an address that neither export has.',
    },
    { where: 'any IdP', how: 'Somebody joined between the check and the switch.' },
  ],
  fix: [
    { where: 'the app', how: 'Find out whose it is, by name and role. Have a second account merged or removed.' },
    { where: 'this check', how: 'Export as late before the switch as you can, so that fewer people join in between.' },
  ],
  example: null,
  seeAlso: ['unexpected-in-new', 'second-account', 'orphan-account'],
};
