import type { Explanation } from '../explanation.ts';

export const accountReplaced: Explanation = {
  brief: "Somebody's account is gone and another of theirs is there",
  meaning: [
    'The account that somebody had before the switch is not on the member list, and one at another address of theirs is; where the two differ in spelling alone, that is said.',
    'It is an error; an info where a second account was predicted and that is waived.',
  ],
  arises: [
    {
      where: 'the app',
      how: 'The old account was deprovisioned since nobody linked to it, and a new, empty one was made. Or the app shows addresses in another spelling than in the list before.',
    },
    { where: 'any IdP', how: 'SCIM sends another address than the old IdP did.' },
  ],
  fix: [
    {
      where: 'the app',
      how: 'Ask whether the work is still there. If not, have the old account restored before it is deleted for good.',
    },
    { where: 'any IdP', how: 'Correct the address, and make a full sync.' },
  ],
  example: null,
  seeAlso: ['second-account', 'account-vanished', 'account-email-drift'],
};
