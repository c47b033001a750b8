import { defineFinding } from './define-finding.ts';

export const lossyCell = defineFinding({
  kind: 'lossy-cell',
  about: 'input',
  explanation: 'Cells hold the name of a data type, a spreadsheet error or a rounded number in place of their data.',
  detect: ({ inputs }) =>
    inputs.flatMap(({ side, file, observations }) =>
      observations.lossy.map(({ column, mappedTo, cells, firstLine, example }) => ({
        severity: mappedTo === null ? ('warning' as const) : ('error' as const),
        side,
        file,
        line: firstLine,
        column,
        message: `${cells} ${cells === 1 ? 'cell' : 'cells'} of column “${column}” lost what they held: “${example}”${mappedTo === null ? '' : `; the column is read as ${mappedTo}`}.`,
        remedy:
          'Export again so that the column is written as text: in PowerShell join lists before Export-Csv, and do not save the file from a spreadsheet.',
      })),
    ),
});
