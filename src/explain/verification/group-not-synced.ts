import type { Explanation } from '../explanation.ts';

export const groupNotSynced: Explanation = {
  brief: 'Somebody arrived without one of their groups',
  meaning: [
    'With `--new`, the export that the baseline was made from, and a SCIM directory that tells groups: somebody arrived, and not in every group that they are in in the new IdP. Groups are compared by name.',
    'It is an error. Without `--new` groups are not looked at, and the report says so.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'The group is not assigned to the app, or is not pushed; or it is one that the app was never to have.',
    },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Assign or push the group. If the app is not to have it, leave the groups column out of the check that makes the baseline.',
    },
  ],
  example: null,
  seeAlso: ['group-missing', 'not-synced'],
};
