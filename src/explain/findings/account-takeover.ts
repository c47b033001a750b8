import type { Explanation } from '../explanation.ts';

export const accountTakeover: Explanation = {
  brief: "Would be signed in to, or linked with, somebody else's account",
  meaning: [
    "With an address that the new IdP sends, this person arrives at an account that is not theirs: that of another person, one on the app's list that nobody claims, or one that another new user will create, so that both share it.",
    "Without the app's list, every address of an active old user counts as theirs, SSO or SCIM, in any mode.",
    'It is an error, and the outcome of the same name closes the gate for everybody, owner or not.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: "People have swapped addresses, or moved up a chain of them (A takes B's, B takes C's); an address was given to a namesake while the account of its holder is still at it; several people send the address of one shared mailbox.",
    },
    {
      where: 'Entra ID',
      how: 'The UPN of one person is the `mail` of another, and the new IdP sends the one where the old one sent the other.',
    },
    {
      where: 'Okta',
      how: 'The login of one person is the email of another, and the new IdP sends the one where the old one sent the other.',
    },
    {
      where: 'Google Workspace',
      how: 'An alias was taken from one person and made the primary address of another.',
    },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Give everybody their own old address in the new IdP, exactly, until the switch is over. In a swap or a chain that means all who are in it: the report lists them. Addresses may change hands afterwards, when no account is at them.',
    },
    {
      where: 'the app',
      how: 'If the address has to be handed on now, have the address of its present account changed in the app first, or the account removed; then export the member list again and check with `--app`.',
    },
  ],
  example: {
    shows: "Two people have each other's address.",
    old: [
      'sso,scim,employee-id,name',
      'ann@example.com,ann@example.com,1,Ann Lee',
      'bob@example.com,bob@example.com,2,Bob Roe',
    ],
    new: [
      'sso,scim,employee-id,name',
      'bob@example.com,bob@example.com,1,Ann Lee',
      'ann@example.com,ann@example.com,2,Bob Roe',
    ],
    report: [
      'error    account-takeover  2 people',
      '    Ann Lee <ann@example.com>  old.csv:2 → new.csv:2',
      "      With bob@example.com this user arrives at somebody else's account.",
      '      · old: Bob Roe <bob@example.com>  old.csv:3',
      '    Bob Roe <bob@example.com>  old.csv:3 → new.csv:3',
      "      With ann@example.com this user arrives at somebody else's account.",
      '      · old: Ann Lee <ann@example.com>  old.csv:2',
    ],
  },
  seeAlso: ['duplicate-email', 'address-reused', 'name-conflict', 'orphan-account'],
};
