import type { Explanation } from '../explanation.ts';

export const syncedOtherwise: Explanation = {
  brief: 'Somebody arrived under another address than predicted',
  meaning: [
    'In the SCIM directory somebody stands under an address of theirs that is neither the one that was predicted nor that of their account.',
    'It is an error: to the app that is somebody else.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'The mapping of the SCIM attribute is another than the one that was checked; or it was corrected, and only an incremental sync was made.',
    },
    { where: 'Okta', how: 'The userName format of the app differs from the attribute that was checked.' },
  ],
  fix: [
    {
      where: 'any IdP',
      how: 'Correct the mapping and make a full sync: an incremental one does not update those who are there.',
    },
  ],
  example: null,
  seeAlso: ['scim-email-mismatch', 'second-account'],
};
