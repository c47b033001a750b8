import type { Mode } from '../model/reconciliation.ts';
import { ATTRIBUTES, type Attribute } from '../model/user.ts';
import type { UserTable } from '../model/user-table.ts';

/** Turns an address into what the service provider compares. */
export type Key = (address: string) => string;

const SSO_ONLY = ['sso'] as const;

/** The attributes that a mode sends: SCIM values only where SCIM provisions. */
export function sentAttributes(mode: Mode): readonly Attribute[] {
  return mode === 'scim' ? ATTRIBUTES : SSO_ONLY;
}

/** What an active new user sends; null where there is no value, or the user is inactive, or the mode does not send it. */
export function sentValue(table: UserTable, index: number, attribute: Attribute, mode: Mode): string | null {
  if (index < 0 || !table.isActive(index) || (attribute === 'scim' && mode !== 'scim')) return null;
  return table.value(attribute, index);
}

/** What the old side sent as an attribute; where it is missing, the other one stands for it. */
export function oldValue(table: UserTable, index: number, attribute: Attribute): string | null {
  return table.value(attribute, index) ?? table.value(attribute === 'sso' ? 'scim' : 'sso', index);
}

/** The address of the account that an old user signs in to: what SCIM keeps in scim mode, what SSO asserts otherwise. */
export function accountAddress(table: UserTable, index: number, mode: Mode): string | null {
  return oldValue(table, index, mode === 'scim' ? 'scim' : 'sso');
}

/** The keys of both values of a user, each once. */
export function keysOf(table: UserTable, index: number, key: Key): string[] {
  const sso = table.value('sso', index);
  const scim = table.value('scim', index);
  if (sso === null || sso === scim) return scim === null ? [] : [key(scim)];
  return scim === null ? [key(sso)] : distinct(key(sso), key(scim));
}

function distinct(a: string, b: string): string[] {
  return a === b ? [a] : [a, b];
}
