import { trimWhiteSpace } from '../email/white-space.ts';
import type { IdKind } from '../model/user.ts';

const NO_ID = new Set(['-', 'n/a', 'na', 'none', 'null', 'unknown', 'tbd']);
const ALL_ZEROS = /^[{(]?0[0-]*[)}]?$/;
const DIGITS = /^[0-9]+$/;
const GUID = /^[{(]?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})[)}]?$/i;
const SIXTEEN_BYTES_BASE64 = /^[A-Za-z0-9+/]{22}==$/;
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The form in which two ids of a kind are compared, or null where the value is no id. */
export function idForm(kind: IdKind, value: string | null): string | null {
  if (value === null) return null;
  const trimmed = trimWhiteSpace(value);
  const guid = kind === 'immutable-id' ? guidBytes(trimmed) : null;
  if (guid !== null) return ALL_ZEROS.test(guid) ? null : guid;
  const folded = trimmed.toLowerCase();
  if (folded === '' || folded.includes('@') || NO_ID.has(folded) || ALL_ZEROS.test(folded)) return null;
  // Spreadsheets eat leading zeros.
  return DIGITS.test(folded) ? folded.replace(/^0+/, '') : folded;
}

/**
 * The 16 bytes of a GUID in hexadecimal, from its text, its base64, LDIF's `:: base64` or csvde's `X'hex'`; null for
 * anything else.
 * The first three groups of the text are little-endian numbers.
 *
 * @see MS-DTYP section 2.3.4.2
 */
function guidBytes(text: string): string | null {
  const groups = GUID.exec(text);
  if (groups !== null) {
    const [, a = '', b = '', c = '', d = '', e = ''] = groups;
    return `${[a, b, c].map(reverseBytes).join('')}${d}${e}`.toLowerCase();
  }
  const bytes = /^x'([0-9a-f]{32})'$/i.exec(text)?.[1];
  if (bytes !== undefined) return bytes.toLowerCase();
  const encoded = text.replace(/^::\s*/, '');
  return SIXTEEN_BYTES_BASE64.test(encoded) ? base64ToHex(encoded) : null;
}

function reverseBytes(hex: string): string {
  return (hex.match(/../g) ?? []).reverse().join('');
}

function base64ToHex(encoded: string): string {
  let bits = '';
  for (const character of encoded.slice(0, 22)) bits += BASE64.indexOf(character).toString(2).padStart(6, '0');
  let hex = '';
  for (let at = 0; at < 128; at += 4) hex += Number.parseInt(bits.slice(at, at + 4), 2).toString(16);
  return hex;
}
