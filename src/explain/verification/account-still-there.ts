import type { Explanation } from '../explanation.ts';

export const accountStillThere: Explanation = {
  brief: 'An account that was to go is still there',
  meaning: [
    'Somebody has no user in the new IdP, so that their account was to be deprovisioned, and it is on the member list.',
    'It is a warning: a seat, and an account that nobody looks after.',
  ],
  arises: [{ where: 'the app', how: 'Deprovisioning takes a while, or is switched off.' }],
  fix: [
    { where: 'the app', how: 'Remove the account if the person has left.' },
    { where: 'any IdP', how: 'If they have not left, create the user with the very address of the account.' },
  ],
  example: null,
  seeAlso: ['loses-access', 'missing-in-new'],
};
