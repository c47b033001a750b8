import { detectDamaged } from './damaged-columns.ts';
import { defineFinding, type InputsOnly } from './define-finding.ts';

export const lossyCell = defineFinding({
  kind: 'lossy-cell',
  about: 'input',
  explanation:
    'Cells hold the name of a data type, a spreadsheet error, a rounded number or a list that was cut off in place of their data.',
  detect: ({ inputs }: InputsOnly) => [
    ...detectDamaged(
      inputs,
      ({ observations }) => observations.lossy,
      (cells, column, example) => `The data of ${cells} of column “${column}” is lost: “${example}”`,
      'Export again so that the column is written as text: in PowerShell join lists before Export-Csv, and do not save the file from a spreadsheet, which cuts a cell after 32,767 characters.',
    ),
    // Zeros in front of an id do not count where ids are compared.
    ...detectDamaged(
      inputs,
      ({ observations }) => observations.numbers,
      (cells, column, example) =>
        `To the spreadsheet, ${cells} of column “${column}” ${cells === '1 cell' ? 'is a number' : 'are numbers'}, without zeros in front: “${example}”`,
      'Compare an id with the directory. If letters or an exponent were in it, export again as CSV, and do not save the file from a spreadsheet.',
    ).map((draft) => ({ ...draft, severity: 'warning' as const })),
  ],
});
