import type { Explanation } from '../explanation.ts';

export const addressReused: Explanation = {
  brief: 'The address was that of somebody else, who is inactive now',
  meaning: [
    'An active new user sends an address that an inactive old user had, who is somebody else. If the account of the former holder is still there, the new one gets it.',
    'It is an error in jit and manual mode, where nothing removes that account.',
    'It is a warning in scim mode.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: "A leaver's address was given to a namesake who joined; or a rehire got a new record and the old address back.",
    },
    {
      where: 'Google Workspace',
      how: 'A user was deleted or renamed, and the address, or the alias that it had become, was given to somebody else.',
    },
  ],
  fix: [
    {
      where: 'the app',
      how: "Look for an account at that address. If it is the former holder's, remove it before the switch: whoever signs in with the address gets it, with all that is in it.",
    },
    {
      where: 'any IdP',
      how: 'Or give the new user another address. If both records are one person, give them an id that agrees, and the finding is gone.',
    },
    { where: 'this check', how: 'With `--app` you see whether an account is at the address at all.' },
  ],
  example: {
    shows: 'Another Bob Roe, by his number, has the address of the one who left.',
    old: [
      'sso,scim,employee-id,name,status',
      'bob@example.com,bob@example.com,2,Bob Roe,suspended',
      'ann@example.com,ann@example.com,1,Ann Lee,active',
    ],
    new: [
      'sso,scim,employee-id,name,status',
      'bob@example.com,bob@example.com,3,Bob Roe,active',
      'ann@example.com,ann@example.com,1,Ann Lee,active',
    ],
    options: '--old-map sso=sso --old-map scim=scim --new-map sso=sso --new-map scim=scim --mode jit',
    report: [
      'error    address-reused  1 person',
      '    Bob Roe <bob@example.com>  new.csv:2',
      '      bob@example.com belonged to somebody else who is inactive in the old IdP.',
      '      · old: Bob Roe <bob@example.com>  old.csv:2',
    ],
  },
  seeAlso: ['account-takeover', 'name-conflict', 'reactivated-in-new', 'new-account'],
};
