import type { Explanation } from '../explanation.ts';

export const syncedTwice: Explanation = {
  brief: 'One person arrived over SCIM as two users',
  meaning: [
    'The SCIM directory holds two active users with different addresses, both of one person.',
    'It is an error: each of them is linked to an account, or gets one.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'The person has two users in the new IdP, and both are assigned to the app; or the address was corrected and the first user left behind.',
    },
  ],
  fix: [{ where: 'any IdP', how: 'Unassign the one that the app does not know the person by.' }],
  example: null,
  seeAlso: ['second-account', 'duplicate-email'],
};
