import { pipeline, Readable } from 'node:stream';

/** Without it, Excel takes UTF-8 for the code page of the machine. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * CSV for a spreadsheet, in pieces: UTF-8 with a byte order mark, CRLF, every cell in quotes.
 *
 * @param rows - cells that are inert already, see `valueCell`
 * @see RFC 4180
 */
export async function* csvText(header: readonly string[], rows: Iterable<readonly string[]>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  // Opened on demand: no other report needs it.
  const { format } = await import('fast-csv');
  const formatter = format({
    headers: [...header],
    alwaysWriteHeaders: true,
    quoteColumns: true,
    quoteHeaders: false,
    rowDelimiter: '\r\n',
    includeEndRowDelimiter: true,
  });
  // A fault on the way is thrown by the loop below; whoever stops listening ends both streams.
  pipeline(Readable.from(rows), formatter, () => {});
  yield* formatter.setEncoding('utf8');
}
