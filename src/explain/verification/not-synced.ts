import type { Explanation } from '../explanation.ts';

export const notSynced: Explanation = {
  brief: 'Somebody was to arrive over SCIM and did not',
  meaning: [
    'The new IdP was to push somebody, and nobody arrived in the SCIM directory of the app under any address of theirs; or they are there and not active. Whoever nobody expected and has the same full name is named.',
    'It is an error: once provisioning is on, an account that nobody links to is deprovisioned.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'The person is not assigned to the app, or the first sync is not through, or failed for them.',
    },
    {
      where: 'Entra ID',
      how: 'The scope of provisioning is assigned users and groups, and nested groups are not followed.',
    },
    { where: 'the export', how: 'The export is not whole.' },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Assign the person, look at the provisioning log, and make a full sync before provisioning is switched on again in the app.',
    },
  ],
  example: null,
  seeAlso: ['account-vanished', 'synced-otherwise', 'missing-in-new'],
};
