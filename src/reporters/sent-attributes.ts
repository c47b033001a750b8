import type { Mode } from '../model/reconciliation.ts';
import type { Attribute, Side } from '../model/user.ts';

/** How reports call the email attributes. */
export const ATTRIBUTE_NAMES: Readonly<Record<Attribute, string>> = { sso: 'SSO email', scim: 'SCIM email' };

/** The attributes whose columns matter: an account has one address, and without SCIM the new side sends one. */
export function sentAttributes(side: Side, mode: Mode): readonly Attribute[] {
  return side === 'app' || (side === 'new' && mode !== 'scim') ? ['sso'] : ['sso', 'scim'];
}
