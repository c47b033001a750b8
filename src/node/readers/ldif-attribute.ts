import { isUtf8 } from 'node:buffer';
import { LIST_SEPARATOR } from '../../loaders/list-cell.ts';

/** An attribute as one line of LDIF gives it, or why that line cannot be read. */
export type LdifAttribute =
  | {
      /** As written, with its options. */
      readonly name: string;
      /** In lower case: attribute names ignore case. */
      readonly key: string;
      /** Text; base64 where the value is no text. */
      readonly value: string;
      /** The value was text in base64. */
      readonly isDecoded: boolean;
    }
  | { readonly fault: string };

const NAME = /^[A-Za-z0-9][\w.-]*(?:;[\w.=*-]+)*$/;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
/** Identifiers of 16 bytes. */
const GUIDS = new Set(['objectguid', 'ms-ds-consistencyguid', 'msexchmailboxguid']);
/** Identifiers made of bytes, which may look like text by chance. */
const BINARY = new Set([...GUIDS, 'objectsid']);

/**
 * Reads one line of an entry: `name: text`, `name:: base64` or `name:< url`.
 *
 * @see RFC 2849, formal syntax
 */
export function parseAttribute(line: string): LdifAttribute {
  if (line.includes('\u0000')) return { fault: 'a line holds the control character U+0000' };
  if (line.includes(LIST_SEPARATOR)) return { fault: 'a value holds the control character U+001F' };
  if (line.startsWith(' ')) return { fault: 'a line begins with a space and continues nothing' };
  const colon = line.indexOf(':');
  if (colon < 0) return { fault: 'a line has no colon' };
  const name = line.slice(0, colon);
  if (!NAME.test(name)) return { fault: 'what stands before a colon is not the name of an attribute' };
  const key = name.toLowerCase();
  const sign = line[colon + 1];
  if (sign === '<') return { fault: `the value of ${name} is in another file, which is not fetched` };
  if (sign === ':') return decoded(name, key, line.slice(colon + 2).replace(/^ +| +$/g, ''));
  const value = line.slice(colon + 1).replace(/^ +/, '');
  return {
    name,
    key,
    value: isPlainGuid(key, value) ? Buffer.from(value).toString('base64') : value,
    isDecoded: false,
  };
}

/** OpenLDAP writes the bytes of a GUID as they are where all of them are letters; a GUID in words is longer. */
function isPlainGuid(key: string, value: string): boolean {
  return GUIDS.has(key.split(';')[0] ?? '') && Buffer.byteLength(value) === 16;
}

function decoded(name: string, key: string, base64: string): LdifAttribute {
  if (!BASE64.test(base64)) return { fault: `the base64 of ${name} is damaged` };
  if (BINARY.has(key.split(';')[0] ?? '') || key.split(';').includes('binary')) {
    return { name, key, value: base64, isDecoded: false };
  }
  const bytes = Buffer.from(base64, 'base64');
  // No text of a directory has a NUL, while most values that are no text do.
  if (!isUtf8(bytes) || bytes.includes(0)) return { name, key, value: base64, isDecoded: false };
  const value = bytes.toString('utf8');
  if (value.includes(LIST_SEPARATOR)) return { fault: 'a value holds the control character U+001F' };
  return { name, key, value, isDecoded: true };
}
