import { defineFinding } from './define-finding.ts';

export const encodingLossy = defineFinding({
  kind: 'encoding-lossy',
  about: 'input',
  explanation: 'Letters of an export were lost in an encoding: U+FFFD, or a question mark where a letter was.',
  detect: ({ inputs }) =>
    inputs.flatMap(({ side, file, observations }) =>
      observations.undecodable.map(({ column, mappedTo, cells, firstLine, example }) => ({
        severity: mappedTo === null ? ('warning' as const) : ('error' as const),
        side,
        file,
        line: firstLine,
        column,
        message: `Letters are lost in ${cells} ${cells === 1 ? 'cell' : 'cells'} of column “${column}”, such as “${example}”${mappedTo === null ? '' : `; the column is read as ${mappedTo}`}.`,
        remedy: 'Export again as UTF-8: in Windows PowerShell add -Encoding UTF8 to Export-Csv.',
      })),
    ),
});
