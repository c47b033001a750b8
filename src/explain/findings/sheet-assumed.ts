import type { Explanation } from '../explanation.ts';

export const sheetAssumed: Explanation = {
  brief: 'A workbook has several sheets, and nobody has said which is meant',
  meaning: [
    'Of a workbook (`.xlsx`) one sheet is read: the one that was named with `--sheet`, or else the first that is not hidden.',
    'Where nobody named one, and others that are not hidden hold something, it is a warning.',
    'It is an error where one of these looks like a list of users, by its header or by an address in it, or where there are too many to look into all: people on it would go unnoticed.',
  ],
  arises: [
    {
      where: 'the export',
      how: 'Somebody put several exports into one workbook, a sheet for each office, for guests, or for those who are leaving.',
    },
    { where: 'the export', how: 'A sheet with notes, a pivot table or a list of choices stands beside the users.' },
  ],
  fix: [
    {
      where: 'this check',
      how: 'Name the sheet with the users: `--sheet new=Users`, or `sheet: Users` in the config. Nothing is said of the others then.',
    },
    {
      where: 'the export',
      how: 'If people are on several sheets, save each of them as a file of its own and give all of these for this side, or put all people on one sheet.',
    },
  ],
  example: {
    shows: 'Bob is on the second sheet, which nobody named.',
    old: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee', 'bob@example.com,bob@example.com,Bob Roe'],
    new: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee'],
    sheets: {
      new: 'Users',
      further: 'Contractors',
      lines: ['sso,scim,name', 'bob@example.com,bob@example.com,Bob Roe'],
    },
    report: [
      'error    sheet-assumed  1',
      '    new.xlsx',
      '      Of this workbook the sheet “Users” was read, the first one that is to be seen; “Contractors” was not read, and may hold people.',
    ],
  },
  seeAlso: ['mapping-assumed', 'missing-in-new', 'coverage-low'],
};
