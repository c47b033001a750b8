import type { DamagedColumn, LoadedInput } from '../model/input.ts';
import type { Draft } from './define-finding.ts';

/** One finding a column of cells that lost what they held: an error where something is read from it. */
export function detectDamaged(
  inputs: readonly LoadedInput[],
  columnsOf: (input: LoadedInput) => readonly DamagedColumn[],
  what: (cells: string, column: string, example: string) => string,
  remedy: string,
): Draft[] {
  return inputs.flatMap((input) =>
    columnsOf(input).map(({ column, mappedTo, cells, firstLine, example }) => ({
      severity: mappedTo === null ? 'warning' : 'error',
      side: input.side,
      file: input.file,
      line: firstLine,
      column,
      message: `${what(cells === 1 ? '1 cell' : `${cells} cells`, column, example)}${mappedTo === null ? '' : `; the column is read as ${mappedTo}`}.`,
      remedy,
    })),
  );
}
