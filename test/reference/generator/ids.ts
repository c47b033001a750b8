/** The ids of the drawn people, in the forms in which directories hand them out. */
import type { IdKind, Ids } from '../records.ts';

export const ID_FORMS = ['same', 'zeros', 'spaced', 'upper'] as const;
export type IdForm = (typeof ID_FORMS)[number];

/** The base64 of the little-endian bytes of a GUID, as directories export it. */
export function guidToBase64(guid: string): string {
  const [a = '', b = '', c = '', ...rest] = guid.split('-');
  const reversed = (hex: string): Buffer => Buffer.from(hex, 'hex').reverse();
  return Buffer.concat([reversed(a), reversed(b), reversed(c), Buffer.from(rest.join(''), 'hex')]).toString('base64');
}

export function guid(n: number): string {
  return `6f9619ff-8b86-d011-b42d-00c04fc9${(0xa000 + n).toString(16)}`;
}

export function idsOf(n: number, kinds: readonly IdKind[], base64: boolean): Ids {
  return {
    'employee-id': kinds.includes('employee-id') ? `00${120 + n}` : null,
    'external-id': kinds.includes('external-id') ? `ex-${n}` : null,
    'immutable-id': kinds.includes('immutable-id') ? (base64 ? guidToBase64(guid(n)) : guid(n)) : null,
  };
}

export function mapIds(ids: Ids, change: (value: string, kind: IdKind) => string | null): Ids {
  const mapped = (kind: IdKind): string | null => {
    const value = ids[kind];
    return value === null ? null : change(value, kind);
  };
  return {
    'employee-id': mapped('employee-id'),
    'external-id': mapped('external-id'),
    'immutable-id': mapped('immutable-id'),
  };
}

export function withoutIds(): Ids {
  return { 'employee-id': null, 'external-id': null, 'immutable-id': null };
}

export function formed(ids: Ids, form: IdForm): Ids {
  return mapIds(ids, (value, kind) => {
    if (form === 'zeros') return kind === 'employee-id' ? value.replace(/^0+/, '') : value;
    if (form === 'spaced') return ` ${value}\u00a0`;
    if (form === 'upper') return value.endsWith('==') ? value : value.toUpperCase();
    return value;
  });
}
