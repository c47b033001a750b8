import type { Explanation } from '../explanation.ts';

export const recordRejected: Explanation = {
  brief: 'A record of an export could not be read',
  meaning: [
    'A record is broken in such a way that reading it would be a guess: it lacks cells that are read, has more than the header, or opens a quote that is never closed. The report names the file, the lines and the reason.',
    'It is an error: the person of that record is missing from the comparison, and perhaps others.',
  ],
  arises: [
    {
      where: 'the export',
      how: 'A file was edited by hand, or cut off; a script wrote values with commas or quotes in them without quoting them; two files with different columns were joined.',
    },
  ],
  fix: [
    {
      where: 'the export',
      how: 'Export again, with a tool that writes CSV (`Export-Csv`, not string concatenation), and do not open and save the file in between. Of a single record, correct the line that is named.',
    },
    {
      where: 'this check',
      how: 'Of a record that is nobody’s, waive it in the config by where it stands, since it has no name that could be read: `kind: record-rejected`, `file` and `line` as the report has them, with reason, owner and last day. In another export the line is another one: the waiver is then `waiver-unused`, which says where there is one now.',
    },
  ],
  example: {
    shows: 'The third line has one cell of four.',
    old: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1,Ann Lee'],
    new: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1,Ann Lee', 'bob@example.com'],
    report: [
      'error    record-rejected  1',
      '    new.csv:3',
      '      The record in line 3 could not be read: 1 cell where the header has 4, and a column that is read is missing.',
    ],
  },
  seeAlso: ['encoding-lossy', 'lossy-cell', 'coverage-low'],
};
