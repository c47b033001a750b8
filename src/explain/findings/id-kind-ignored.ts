import type { Explanation } from '../explanation.ts';

export const idKindIgnored: Explanation = {
  brief: 'A kind of id disagrees among most people, and is not used',
  meaning: [
    'Among people whose address is the same, and held by one user, on both sides, who carry an id of this kind on both, and whose names agree or are missing, fewer than half have the same one; and there are five of them at least. So the kind is left out: it neither pairs nor keeps apart.',
    'It is an error where any of its values occurs on both sides: then the numbers may mean something after all, and people were paired by weaker evidence.',
    'Otherwise it is a warning.',
  ],
  arises: [
    {
      where: 'any IdP',
      how: 'Each side has a number of its own: a badge number here, a payroll number there; or everybody was numbered anew.',
    },
    {
      where: 'Active Directory',
      how: '`employeeID` on one side, `employeeNumber` on the other: two attributes, two numbers.',
    },
    {
      where: 'Entra ID',
      how: '`onPremisesImmutableId` is not the `objectGUID` of this forest, but of another, or was set by hand.',
    },
    { where: 'the export', how: 'The rows of a column have slipped in a spreadsheet.' },
  ],
  fix: [
    {
      where: 'this check',
      how: 'Map the column that holds the same numbers on both sides, `--new-map employee-id=COLUMN`, or leave the kind out: `--new-map employee-id=-`.',
    },
    {
      where: 'the export',
      how: 'Compare the examples that the report shows with the source; if the column has slipped, export again.',
    },
  ],
  example: {
    shows: 'The column has slipped by one row.',
    old: ['sso,scim,employee-id', ...[1, 2, 3, 4, 5, 6].map((n) => `p${n}@example.com,p${n}@example.com,10${n}`)],
    new: ['sso,scim,employee-id', ...[1, 2, 3, 4, 5, 6].map((n) => `p${n}@example.com,p${n}@example.com,10${n + 1}`)],
    report: [
      'error    id-kind-ignored  1',
      '      The employee-id agrees for 0 of 6 people whose email is the same on both sides, so it is ignored (“101” against “102”, “102” against “103”, “103” against “104”); yet 5 of its values occur on both sides.',
    ],
  },
  seeAlso: ['duplicate-id', 'lossy-cell', 'ambiguous-correlation'],
};
