import { decodeWindows1252 } from './windows-1252.ts';

/** Decodes a text piece by piece. What is no letter of the encoding becomes U+FFFD. */
export interface Codec {
  decode(piece: Uint8Array): string;
  /** What an unfinished letter at the end becomes. */
  end(): string;
}

/** @param encoding - its name in lower case, as `TextDecoder` has it */
export function codecOf(encoding: string): Codec {
  if (encoding === 'windows-1252') return { decode: decodeWindows1252, end: () => '' };
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return { decode: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() };
}
