import { detectDamaged } from './damaged-columns.ts';
import { defineFinding, type InputsOnly } from './define-finding.ts';

export const encodingLossy = defineFinding({
  kind: 'encoding-lossy',
  about: 'input',
  explanation: 'Letters of an export were lost in an encoding: U+FFFD, or a question mark where a letter was.',
  detect: ({ inputs }: InputsOnly) =>
    detectDamaged(
      inputs,
      ({ observations }) => observations.undecodable,
      (cells, column, example) => `Letters are lost in ${cells} of column “${column}”, such as “${example}”`,
      'Export again as UTF-8: in Windows PowerShell add -Encoding UTF8 to Export-Csv.',
    ),
});
