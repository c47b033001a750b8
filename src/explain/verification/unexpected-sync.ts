import type { Explanation } from '../explanation.ts';

export const unexpectedSync: Explanation = {
  brief: 'Somebody arrived over SCIM whom nobody expected',
  meaning: [
    'The SCIM directory holds an active user whom the baseline does not let expect.',
    'It is a warning: a seat, and perhaps somebody known under another address.',
  ],
  arises: [
    { where: 'any IdP', how: 'Somebody joined since, or more people are assigned to the app than were checked.' },
  ],
  fix: [{ where: 'any IdP', how: 'Find out who it is, and unassign whoever should not have the app.' }],
  example: null,
  seeAlso: ['unexpected-account', 'unexpected-in-new'],
};
