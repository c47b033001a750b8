import { PreflightError } from '../../errors.ts';

const MIB = 2 ** 20;

/** Up to here a file is read in one go; a larger one piece by piece, and never held as a whole. */
export const MAX_WHOLE = 64 * MIB;
/** What comes from a stream, out of an archive or in another encoding than UTF-8 has to be held in memory. */
export const MAX_HELD = 256 * MIB;
/** A line of LDIF, a value of JSON: no user is that long, but a file without line ends is. */
export const MAX_RECORD = 16 * MIB;
/** A record of CSV: eight million delimiters are as many cells. */
export const MAX_ROW = 8 * MIB;
/** As many as a spreadsheet has. */
export const MAX_COLUMNS = 16_384;
/** Cells that fit into the memory of a process, at 8 bytes each. */
export const MAX_CELLS = 2 ** 27;
/** Users by the million are read; bytes that are no users could be a hundred times as many records. */
export const MAX_RECORDS = 10_000_000;

/** An error about something that is larger than it may be. */
export function tooLarge(message: string, file: string, line?: number): PreflightError {
  return new PreflightError('ERR_INPUT_TOO_LARGE', message, line === undefined ? { file } : { file, line });
}

/** A number of bytes in words. */
export function sizeText(bytes: number): string {
  return bytes < MIB ? `${bytes.toLocaleString('en')} bytes` : `${Math.round(bytes / MIB).toLocaleString('en')} MiB`;
}
