import type { Explanation } from '../explanation.ts';

export const accountNotCreated: Explanation = {
  brief: 'Somebody was to get an account and has none',
  meaning: [
    'Somebody was to get an account by the switch, and the member list has none at the address that was predicted.',
    'In scim mode it is an error. In jit mode it is an info: the account is made at the first sign-in, which may be still to come.',
  ],
  arises: [
    { where: 'the app', how: 'Provisioning is not switched on again, or all seats are taken.' },
    { where: 'any IdP', how: 'The person is not assigned to the app, or their provisioning failed.' },
  ],
  fix: [
    { where: 'any IdP', how: 'Look at the errors of provisioning, and make a full sync.' },
    { where: 'the app', how: 'Look at the provisioning mode and the seats.' },
  ],
  example: null,
  seeAlso: ['new-account', 'not-synced'],
};
