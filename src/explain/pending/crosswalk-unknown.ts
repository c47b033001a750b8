import type { Explanation } from '../explanation.ts';

export const crosswalkUnknown: Explanation = {
  brief: 'A row of the crosswalk names nobody, or could mean several',
  meaning: [
    'A row of the crosswalk names a person who is in no export, or it fits several people, so that it decides nothing.',
    'It is an error: somebody has decided something, and it does not take effect.',
  ],
  arises: [
    {
      where: 'this check',
      how: 'The row was written for an earlier export, and the person has left or has another id or address since; it holds a typing error; or it names a person by an address that two users have.',
    },
    { where: 'the export', how: 'A rule such as `--new-only` leaves the person out, or the export is not whole.' },
  ],
  fix: [
    {
      where: 'this check',
      how: 'Write the id or the address as it stands in the export, and one that only this person has; or take the row out.',
    },
  ],
  example: null,
  seeAlso: ['ambiguous-correlation', 'missing-in-new', 'coverage-low'],
};
