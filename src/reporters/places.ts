import type { InputSummary } from '../model/input.ts';
import type { Side } from '../model/user.ts';
import { inert } from './terminal.ts';

/** Where a record, or something in a file, stands. */
interface Place {
  readonly side?: Side | undefined;
  readonly file: string;
  readonly line: number;
}

/** Writes a place for people. */
export type PlaceOf = (place: Place) => string;

/** What the numbers by which an input names its records are numbers of. */
export function unitOf(format: string): 'record' | 'line' {
  return format === 'json' ? 'record' : 'line';
}

/**
 * Writes places as an editor can jump to them, `file.csv:6`. JSON numbers its records and not its lines, so there it is
 * `file.json record 6`.
 */
export function placesIn(inputs: readonly InputSummary[]): PlaceOf {
  const key = (side: string | undefined, file: string) => JSON.stringify([side, file]);
  const numbered = new Set(
    inputs.filter(({ format }) => unitOf(format) === 'record').map(({ side, file }) => key(side, file)),
  );
  return ({ side, file, line }) =>
    numbered.has(key(side, file)) ? `${inert(file)} record ${line}` : `${inert(file)}:${line}`;
}
