import type { Explanation } from '../explanation.ts';

export const lossyCell: Explanation = {
  brief: 'Cells hold a type name, an error or what is left of their data',
  meaning: [
    'A cell holds what a tool wrote in place of the data: the name of a type (`System.String[]`), a spreadsheet error (`#N/A`), or, in a column of ids, a rounded number (`1.23457E+11`); or it was cut off: after 32,767 characters by a spreadsheet, after a few items of a list by PowerShell (`{a, b, c, d...}`). Such a cell counts as empty.',
    'In a workbook, a cell that is a date is one that something else has become; an id that is a number has lost its zeros in front.',
    'It is an error where something is read from the column, and a warning where nothing is, or an id is a number: zeros in front do not count where ids are compared.',
  ],
  arises: [
    {
      where: 'Entra ID',
      how: '`Export-Csv` writes the name of the type for a list, such as ProxyAddresses, or for any other object.',
    },
    {
      where: 'Active Directory',
      how: 'The same with `Get-ADUser … -Properties proxyAddresses | Export-Csv`: `Microsoft.ActiveDirectory.Management.ADPropertyValueCollection`.',
    },
    {
      where: 'the export',
      how: 'The file was opened and saved in a spreadsheet: long numbers are rounded, formulas fail, and a cell is cut after 32,767 characters.',
    },
  ],
  fix: [
    {
      where: 'Entra ID',
      how: "Join lists before they are written: `Select-Object Mail,@{n='ProxyAddresses';e={$_.ProxyAddresses -join ';'}}`.",
    },
    {
      where: 'Active Directory',
      how: "The same: `Select-Object mail,@{n='proxyAddresses';e={$_.proxyAddresses -join ';'}}`.",
    },
    {
      where: 'the export',
      how: 'Export again, and do not save the file from a spreadsheet. Rounded digits cannot be brought back.',
    },
  ],
  example: {
    shows: 'A spreadsheet has rounded the employee number.',
    old: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,123456789012,Ann Lee'],
    new: ['sso,scim,employee-id,name', 'ann@example.com,ann@example.com,1.23457E+11,Ann Lee'],
    report: [
      'error    lossy-cell  1',
      '    new.csv:2',
      '      The data of 1 cell of column “employee-id” is lost: “1.23457E+11”; the column is read as employee-id.',
    ],
  },
  seeAlso: ['encoding-lossy', 'record-rejected', 'id-kind-ignored', 'email-missing'],
};
