import type { Explanation } from '../explanation.ts';

export const encodingLossy: Explanation = {
  brief: 'Letters of an export were lost in an encoding',
  meaning: [
    'Cells hold the replacement character U+FFFD, or, in a file that has no letters but ASCII ones, a question mark where a letter was: `M?ller`. What the letter was cannot be known.',
    'It is an error where something is read from the column, and a warning where nothing is.',
  ],
  arises: [
    {
      where: 'Entra ID',
      how: '`Export-Csv` of Windows PowerShell 5.1 writes ASCII unless told otherwise, and a question mark for any other letter.',
    },
    { where: 'Active Directory', how: 'The same with `Get-ADUser … | Export-Csv`.' },
    { where: 'the export', how: 'An editor or a script read the file in the wrong encoding and saved it in another.' },
  ],
  fix: [
    {
      where: 'Entra ID',
      how: '`Export-Csv entra.csv -NoTypeInformation -Encoding UTF8`. PowerShell 7 writes UTF-8 by itself.',
    },
    { where: 'Active Directory', how: '`Export-Csv ad.csv -NoTypeInformation -Encoding UTF8`.' },
    {
      where: 'the export',
      how: 'Export again: letters that are lost do not come back by saving the file in another encoding.',
    },
  ],
  example: {
    shows: 'The ü of the name is gone; the name would no longer agree with anything.',
    old: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1,Ann Mueller'],
    new: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1,Ann M?ller'],
    report: [
      'error    encoding-lossy  1',
      '    new.csv:2',
      '      Letters are lost in 1 cell of column “name”, such as “Ann M?ller”; the column is read as name.',
    ],
  },
  seeAlso: ['lossy-cell', 'record-rejected', 'name-conflict'],
};
