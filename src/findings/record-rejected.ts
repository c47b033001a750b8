import { defineFinding, type InputsOnly } from './define-finding.ts';

export const recordRejected = defineFinding({
  kind: 'record-rejected',
  about: 'input',
  explanation: 'A record of an export could not be read, so somebody may be missing from the comparison.',
  detect: ({ inputs }: InputsOnly) =>
    inputs.flatMap(({ side, file, format, observations }) =>
      observations.rejections.map(({ line, endLine, reason }) => ({
        severity: 'error' as const,
        side,
        file,
        line,
        message: `${recordAt(format, line, endLine)} could not be read: ${reason}.`,
        remedy: 'Correct the record, or export again; do not open and save the file in a spreadsheet in between.',
      })),
    ),
});

/** JSON numbers its records, everything else its lines. */
function recordAt(format: string, line: number, endLine: number): string {
  if (format === 'json') return `Record ${line}`;
  return line === endLine ? `The record in line ${line}` : `The record in lines ${line} to ${endLine}`;
}
