import canonicalize from 'canonicalize';

/**
 * The canonical form of JSON: of everything that says the same there is one text.
 *
 * @param value - objects, lists, text, whole numbers, true, false and null
 * @see RFC 8785
 */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('this is no JSON');
  return text;
}

/** Its bytes, in UTF-8. */
export function canonicalBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalText(value));
}

/**
 * Reads a line that has to be canonical JSON to the byte.
 *
 * @returns the value, or why it is not one
 */
export function readCanonical(bytes: Uint8Array): { readonly value: unknown } | { readonly fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return { fault: 'it is no JSON' };
  }
  if (!isEqual(canonicalBytesOrNone(value), bytes)) return { fault: 'it is not written as this package writes it' };
  return { value };
}

function canonicalBytesOrNone(value: unknown): Uint8Array {
  try {
    return canonicalBytes(value);
  } catch {
    return new Uint8Array();
  }
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
