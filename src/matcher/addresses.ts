import type { Mode } from '../model/reconciliation.ts';
import type { Attribute } from '../model/user.ts';
import type { UserTable } from '../model/user-table.ts';

/** The attributes that a mode sends: SCIM values only where SCIM provisions. */
export function sentAttributes(mode: Mode): readonly Attribute[] {
  return mode === 'scim' ? ['sso', 'scim'] : ['sso'];
}

/** What an active new user sends; null where there is no value, or the user is inactive, or the mode does not send it. */
export function sentValue(table: UserTable, index: number, attribute: Attribute, mode: Mode): string | null {
  if (index < 0 || !table.isActive(index) || !sentAttributes(mode).includes(attribute)) return null;
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
