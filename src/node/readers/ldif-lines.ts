import { ByteWindow } from './byte-window.ts';
import { MAX_RECORD, sizeText, tooLarge } from './limits.ts';
import type { StoredBytes } from './stored-bytes.ts';

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/** A line of LDIF with the lines that continue it. */
export interface LdifLine {
  readonly text: string;
  /** Physical line where it starts, 1-based. */
  readonly line: number;
  /** Physical line where it ends. */
  readonly endLine: number;
  /** Offset of the byte after it and its line end. */
  readonly end: number;
}

/**
 * Puts lines together that were folded: a line that begins with a space continues the line before. A blank line is
 * continued by nothing.
 *
 * @see RFC 2849, notes on LDIF syntax, 2
 * @throws PreflightError ERR_INPUT_TOO_LARGE
 */
export function* ldifLines(utf8: StoredBytes, file: string): Generator<LdifLine> {
  const window = new ByteWindow(utf8);
  let at = 0;
  let line = 1;
  while (at < utf8.length) {
    const first = line;
    let stop = lineEnd(window, at);
    const parts = [window.text('utf8', at, stop)];
    const from = at;
    at = afterLineEnd(window, stop);
    while (parts[0] !== '' && window.at(at) === SPACE) {
      stop = lineEnd(window, at);
      parts.push(window.text('utf8', at + 1, stop));
      line += 1;
      at = afterLineEnd(window, stop);
      if (at - from > MAX_RECORD) throw tooLong(file, first);
    }
    yield { text: parts.length === 1 ? (parts[0] ?? '') : parts.join(''), line: first, endLine: line, end: at };
    line += 1;
  }

  function lineEnd(bytes: ByteWindow, start: number): number {
    for (let end = start; ; end += 1) {
      const byte = bytes.bytes[end - bytes.base] ?? bytes.at(end, start);
      if (byte === undefined || byte === LF || byte === CR) return end;
      if (end - start > MAX_RECORD) throw tooLong(file, line);
    }
  }
}

function afterLineEnd(window: ByteWindow, at: number): number {
  return window.at(at) === CR && window.at(at + 1) === LF ? at + 2 : Math.min(at + 1, window.length);
}

function tooLong(file: string, line: number) {
  return tooLarge(
    `The line that begins here is larger than ${sizeText(MAX_RECORD)}, as none of a user is. Export the users without what is that long.`,
    file,
    line,
  );
}
