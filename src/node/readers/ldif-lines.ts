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
 */
export function* ldifLines(utf8: Buffer): Generator<LdifLine> {
  let at = 0;
  let line = 1;
  while (at < utf8.length) {
    let stop = lineEnd(utf8, at);
    let text = utf8.toString('utf8', at, stop);
    const first = line;
    at = afterLineEnd(utf8, stop);
    while (text !== '' && utf8[at] === SPACE) {
      stop = lineEnd(utf8, at);
      text += utf8.toString('utf8', at + 1, stop);
      line += 1;
      at = afterLineEnd(utf8, stop);
    }
    yield { text, line: first, endLine: line, end: at };
    line += 1;
  }
}

function lineEnd(utf8: Buffer, from: number): number {
  let at = from;
  while (at < utf8.length && utf8[at] !== LF && utf8[at] !== CR) at += 1;
  return at;
}

function afterLineEnd(utf8: Buffer, at: number): number {
  return utf8[at] === CR && utf8[at + 1] === LF ? at + 2 : Math.min(at + 1, utf8.length);
}
