import { isUtf8 } from 'node:buffer';
import { decodeWindows1252 } from './windows-1252.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The text of a file as UTF-8 bytes without a byte order mark, and what it was written in. */
export interface DecodedFile {
  readonly utf8: Buffer;
  readonly encoding: Encoding;
  /** U+FFFD occurs in it: bytes were lost here or before. */
  readonly hasReplacement: boolean;
}

const REPLACEMENT = Buffer.from('\uFFFD');
/** How much of a file without a byte order mark is looked at for the pattern of UTF-16. */
const SAMPLE = 2048;

/**
 * Finds out what a file is written in, by byte order mark or by its bytes, and decodes it. What is neither marked
 * nor valid UTF-8 is Windows-1252, which is what Excel writes; unless most of it is UTF-8, which is then damaged.
 */
export function decode(bytes: Buffer): DecodedFile {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return asUtf8(bytes.subarray(3));
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return asUtf16(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return asUtf16(bytes.subarray(2), 'utf-16be');
  const unmarked = utf16Pattern(bytes);
  if (unmarked !== null) return asUtf16(bytes, unmarked);
  if (isUtf8(bytes) || isMostlyUtf8(bytes)) return asUtf8(bytes);
  return transcoded(decodeWindows1252(bytes), 'windows-1252');
}

function asUtf8(bytes: Buffer): DecodedFile {
  if (!isUtf8(bytes)) return transcoded(bytes.toString('utf8'), 'utf-8');
  return { utf8: bytes, encoding: 'utf-8', hasReplacement: bytes.includes(REPLACEMENT) };
}

function asUtf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): DecodedFile {
  return transcoded(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), encoding);
}

function transcoded(text: string, encoding: Encoding): DecodedFile {
  return { utf8: Buffer.from(text, 'utf8'), encoding, hasReplacement: text.includes('\uFFFD') };
}

/** ASCII text in UTF-16 has a zero in every other byte. */
function utf16Pattern(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, SAMPLE) & ~1;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) evenZeros += 1;
    if (bytes[at + 1] === 0) oddZeros += 1;
  }
  const most = length * 0.35;
  // A letter such as U+0100 has its zero on the other side.
  if (length >= 8 && oddZeros > most && evenZeros * 4 < oddZeros) return 'utf-16le';
  return length >= 8 && evenZeros > most && oddZeros * 4 < evenZeros ? 'utf-16be' : null;
}

/** Whether more letters of an invalid file read as UTF-8 than do not: Windows-1252 would garble all of these. */
function isMostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.toString('utf8');
  const lost = text.match(/\uFFFD/g)?.length ?? 0;
  const beyondAscii = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return beyondAscii > lost;
}
