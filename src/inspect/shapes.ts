import { stripInvisible } from '../email/normal-form.ts';
import { trimWhiteSpace } from '../email/white-space.ts';
import type { ValueShape } from './inspection.ts';

/** Longer than any address or id; a cell of that length need not be looked at. */
const LONGEST = 400;
/** One address: lists of them hold a separator, and entries of Exchange that are no mail have a prefix. */
const ADDRESS = /^(?!(?:sip|x400|x500|eum|spo):)[^\s@;,|]+@[^\s@;,|]+$/iu;
const GUID = /^[{(]?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}[)}]?$/i;
const CSVDE_BYTES = /^x'[0-9a-f]{32}'$/i;
const BASE64_GUID = /^(?:::\s*)?[A-Za-z0-9+/]{22}==$/;
const NUMBER = /^[0-9]{1,40}$/;
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{1,80}$/u;
const DIGIT = /\p{N}/u;
const DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/;

/** Whether a value looks like one mailbox address, whatever is invisible or white space around it. */
export function looksLikeAddress(value: string): boolean {
  if (!value.includes('@') || value.length > LONGEST) return false;
  return ADDRESS.test(value) || ADDRESS.test(trimWhiteSpace(stripInvisible(value)));
}

/** What a value looks like. */
export function shapeOf(value: string): ValueShape {
  if (value.length > LONGEST) return 'other';
  if (looksLikeAddress(value)) return 'address';
  const trimmed = trimWhiteSpace(value);
  if (GUID.test(trimmed) || CSVDE_BYTES.test(trimmed)) return 'guid';
  if (BASE64_GUID.test(trimmed)) return 'base64-guid';
  if (NUMBER.test(trimmed)) return 'number';
  return CODE.test(trimmed) && DIGIT.test(trimmed) && !DATE.test(trimmed) ? 'code' : 'other';
}
