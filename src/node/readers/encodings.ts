import { PreflightError } from '../../errors.ts';
import { decodeWindows1252 } from './windows-1252.ts';

/** Decodes a text piece by piece. What is no letter of the encoding becomes U+FFFD. */
export interface Codec {
  decode(piece: Uint8Array): string;
  /** What an unfinished letter at the end becomes. */
  end(): string;
}

/** @param encoding - as `encodingNamed` gives it */
export function codecOf(encoding: string): Codec {
  if (encoding === 'windows-1252') return { decode: decodeWindows1252, end: () => '' };
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return { decode: (piece) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() };
}

/**
 * The encoding that somebody means, under its usual name.
 *
 * @param name - any label of the Encoding Standard, such as `utf-8`, `latin1`, `windows-1250` or `shift_jis`
 * @see https://encoding.spec.whatwg.org/#names-and-labels
 * @throws PreflightError ERR_USAGE
 */
export function encodingNamed(name: string): string {
  try {
    return new TextDecoder(name).encoding;
  } catch (cause) {
    throw new PreflightError(
      'ERR_USAGE',
      `Unknown encoding "${name}". Name one such as utf-8, utf-16le, windows-1252, windows-1250, macintosh or shift_jis.`,
      { cause },
    );
  }
}
