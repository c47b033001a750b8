import { defineFinding, type InputsOnly } from './define-finding.ts';

export const duplicateHeader = defineFinding({
  kind: 'duplicate-header',
  about: 'input',
  explanation: 'Several columns of an export have the same header, so which of them is meant is a guess.',
  detect: ({ inputs }: InputsOnly) =>
    inputs.flatMap(({ side, file, observations }) =>
      observations.duplicateHeaders.map(({ column, count, mappedTo }) => ({
        severity: mappedTo === null ? ('warning' as const) : ('error' as const),
        side,
        file,
        column,
        message: `${count} columns are named “${column}”${mappedTo === null ? '; none of them is read' : `; the first of them is read as ${mappedTo}`}.`,
        remedy: 'Rename or remove the columns that are not meant.',
      })),
    ),
});
