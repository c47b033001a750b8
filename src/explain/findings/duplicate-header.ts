import type { Explanation } from '../explanation.ts';

export const duplicateHeader: Explanation = {
  brief: 'Several columns of an export have the same header',
  meaning: [
    'Two or more columns have exactly the same header, so which of them is meant is a guess: the first one is read. Columns without a header do not count.',
    'It is an error where something is read from one of them, and a warning where nothing is.',
  ],
  arises: [
    {
      where: 'the export',
      how: 'Files were joined side by side; a column was copied in a spreadsheet; or a script selects a property twice.',
    },
  ],
  fix: [{ where: 'the export', how: 'Rename or remove the columns that are not meant, or export again.' }],
  example: {
    shows: 'Which `sso` is it?',
    old: ['sso,scim,name', 'ann@example.com,ann@example.com,Ann Lee'],
    new: ['sso,scim,sso,name', 'ann@example.com,ann@example.com,alee@example.com,Ann Lee'],
    report: [
      'error    duplicate-header  1',
      '    new.csv',
      '      2 columns are named “sso”; the first of them is read as sso.',
    ],
  },
  seeAlso: ['mapping-assumed', 'record-rejected'],
};
