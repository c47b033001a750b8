import { PreflightError } from '../../errors.ts';
import { lineAt } from './physical-lines.ts';

/** Tokens of JSON: each is the byte that it begins with, but for numbers, and the end of the file. */
export const TOKEN = {
  end: 0,
  string: 0x22,
  comma: 0x2c,
  number: 0x30,
  colon: 0x3a,
  openArray: 0x5b,
  closeArray: 0x5d,
  false: 0x66,
  null: 0x6e,
  true: 0x74,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;
type Token = (typeof TOKEN)[keyof typeof TOKEN];

/** A place to come back to: the token there, and what encloses it. */
export interface JsonMark {
  readonly token: Token;
  readonly start: number;
  readonly end: number;
  readonly depth: number;
}

/** How deep lists and objects may nest; exports have five levels, files that want to exhaust the stack thousands. */
const MAX_DEPTH = 64;
const NOTHING_KNOWN = 'a value or a name in quotes is expected';
const BACKSLASH = 0x5c;
const SIMPLE_ESCAPES = new Set([...'"\\/bfnrt'].map((letter) => letter.charCodeAt(0)));
const WORDS = { [TOKEN.true]: 'true', [TOKEN.false]: 'false', [TOKEN.null]: 'null' } as const;

/**
 * The tokens of one JSON document after another. Strings are given exactly as they are written, numbers as their text.
 *
 * @see RFC 8259
 */
export class JsonTokens {
  token: Token = TOKEN.end;
  /** Offset of the current token. */
  start = 0;
  /** Offset of the byte after it. */
  end = 0;
  /** The current string token has an escape in it. */
  hasEscape = false;
  /** Some string was written with an escape for a letter beyond ASCII: letters were not lost for want of it. */
  escapedLetters = false;
  /** U+FFFD was written as an escape. */
  escapedReplacement = false;
  readonly file: string;
  readonly #utf8: Buffer;
  #depth = 0;
  #keyStart = 0;
  #keyEnd = 0;
  #keyHasEscape = false;

  /** @param utf8 - valid UTF-8 */
  constructor(utf8: Buffer, file: string) {
    this.#utf8 = utf8;
    this.file = file;
  }

  next(): Token {
    this.#skipSpace();
    this.start = this.end;
    const byte = this.#utf8[this.start];
    switch (byte) {
      case undefined:
        this.token = TOKEN.end;
        return this.token;
      case TOKEN.openObject:
      case TOKEN.closeObject:
      case TOKEN.openArray:
      case TOKEN.closeArray:
      case TOKEN.comma:
      case TOKEN.colon:
        this.end += 1;
        this.token = byte;
        return byte;
      case TOKEN.string:
        this.#scanString();
        this.token = byte;
        return byte;
      case TOKEN.true:
      case TOKEN.false:
      case TOKEN.null:
        this.#scanWord(WORDS[byte]);
        this.token = byte;
        return byte;
      default:
        this.#scanNumber();
        this.token = TOKEN.number;
        return this.token;
    }
  }

  /** What the current token, which is no bracket, stands for as a cell: null is nothing. */
  text(): string {
    switch (this.token) {
      case TOKEN.string:
        return this.#decode(this.start, this.end, this.hasEscape);
      case TOKEN.number:
      case TOKEN.true:
      case TOKEN.false:
        return this.#utf8.toString('latin1', this.start, this.end);
      case TOKEN.null:
        return '';
      default:
        throw this.fault('a value is expected');
    }
  }

  /** Remembers the current token as the name of a property. */
  holdKey(): void {
    this.#keyStart = this.start;
    this.#keyEnd = this.end;
    this.#keyHasEscape = this.hasEscape;
  }

  /** The name of the property whose value begins at the current token. */
  key(): string {
    return this.#decode(this.#keyStart, this.#keyEnd, this.#keyHasEscape);
  }

  enter(): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      throw new PreflightError(
        'ERR_INPUT_JSON',
        `This JSON nests deeper than ${MAX_DEPTH} levels, as no list of users does. Export the users again.`,
        { file: this.file, line: lineAt(this.#utf8, this.start) },
      );
    }
  }

  leave(): void {
    this.#depth -= 1;
  }

  mark(): JsonMark {
    return { token: this.token, start: this.start, end: this.end, depth: this.#depth };
  }

  /** Makes the token that was current at a mark current again. */
  rewind(mark: JsonMark): void {
    this.token = mark.token;
    this.start = mark.start;
    this.end = mark.end;
    this.#depth = mark.depth;
  }

  /** An error at the current token: the file is broken there, or ends. */
  fault(what: string, at = this.start): PreflightError {
    const place = { file: this.file, line: lineAt(this.#utf8, at) };
    if (at >= this.#utf8.length) {
      return new PreflightError(
        'ERR_INPUT_TRUNCATED',
        'This file ends in the middle of its JSON: the export or the download was cut off. Export it again.',
        place,
      );
    }
    return new PreflightError(
      'ERR_INPUT_JSON',
      `This is not valid JSON: ${what}. Export it again, and do not edit it by hand.`,
      place,
    );
  }

  #skipSpace(): void {
    const utf8 = this.#utf8;
    let at = this.end;
    for (;;) {
      const byte = utf8[at];
      if (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) at += 1;
      // Files joined into one bring their byte order marks along.
      else if (byte === 0xef && this.#depth === 0 && utf8[at + 1] === 0xbb && utf8[at + 2] === 0xbf) at += 3;
      else break;
    }
    this.end = at;
  }

  #scanString(): void {
    const utf8 = this.#utf8;
    this.hasEscape = false;
    let at = this.start + 1;
    for (;;) {
      const byte = utf8[at];
      if (byte === TOKEN.string) break;
      if (byte === undefined) throw this.fault('a string is not closed', at);
      if (byte < 0x20) throw this.fault('a line break or control character stands in a string', at);
      at += byte === BACKSLASH ? this.#escapeLength(at) : 1;
    }
    this.end = at + 1;
  }

  #escapeLength(at: number): 2 | 6 {
    this.hasEscape = true;
    const letter = this.#utf8[at + 1];
    if (letter === undefined) throw this.fault('a string is not closed', at + 1);
    if (SIMPLE_ESCAPES.has(letter)) return 2;
    if (letter === 0x75) {
      const digits = this.#utf8.toString('latin1', at + 2, at + 6);
      if (/^[0-9A-Fa-f]{4}$/.test(digits)) return 6;
      if (at + 6 > this.#utf8.length) throw this.fault('a string is not closed', this.#utf8.length);
    }
    throw this.fault('a string has an escape that JSON does not know', at);
  }

  #scanWord(word: string): void {
    const found = this.#utf8.toString('latin1', this.start, this.start + word.length);
    if (found !== word) {
      const isCut = word.startsWith(found) && this.start + found.length === this.#utf8.length;
      throw this.fault(NOTHING_KNOWN, isCut ? this.#utf8.length : this.start);
    }
    this.end += word.length;
  }

  /** `-? (0 | [1-9] digit*) (. digit+)? ([eE] [+-]? digit+)?` */
  #scanNumber(): void {
    if (this.#utf8[this.end] === 0x2d) this.end += 1;
    if (this.#utf8[this.end] === 0x30) this.end += 1;
    else this.#scanDigits();
    if (this.#utf8[this.end] === 0x2e) {
      this.end += 1;
      this.#scanDigits();
    }
    if (this.#utf8[this.end] === 0x65 || this.#utf8[this.end] === 0x45) {
      this.end += 1;
      if (this.#utf8[this.end] === 0x2b || this.#utf8[this.end] === 0x2d) this.end += 1;
      this.#scanDigits();
    }
  }

  #scanDigits(): void {
    const from = this.end;
    while (isDigit(this.#utf8[this.end])) this.end += 1;
    if (this.end === from) throw this.fault(NOTHING_KNOWN, this.end);
  }

  /** @param start - offset of the opening quote; `end` is behind the closing one */
  #decode(start: number, end: number, hasEscape: boolean): string {
    if (!hasEscape) return this.#utf8.toString('utf8', start + 1, end - 1);
    // JSON.parse keeps what is written: lone surrogates, U+0000.
    const text: string = JSON.parse(this.#utf8.toString('utf8', start, end));
    this.escapedLetters ||= /[^\p{ASCII}]/u.test(text);
    this.escapedReplacement ||= text.includes('\uFFFD');
    return text;
  }
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
