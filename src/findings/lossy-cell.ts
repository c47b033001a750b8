import { detectDamaged } from './damaged-columns.ts';
import { defineFinding, type InputsOnly } from './define-finding.ts';

export const lossyCell = defineFinding({
  kind: 'lossy-cell',
  about: 'input',
  explanation: 'Cells hold the name of a data type, a spreadsheet error or a rounded number in place of their data.',
  detect: ({ inputs }: InputsOnly) =>
    detectDamaged(
      inputs,
      ({ observations }) => observations.lossy,
      (cells, column, example) => `The data of ${cells} of column “${column}” is lost: “${example}”`,
      'Export again so that the column is written as text: in PowerShell join lists before Export-Csv, and do not save the file from a spreadsheet.',
    ),
});
