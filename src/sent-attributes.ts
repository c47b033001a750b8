import type { Mode } from './model/reconciliation.ts';
import type { Attribute, Side } from './model/user.ts';

/**
 * The attributes whose columns matter: an account has one address, and without SCIM the new side sends one. Every value
 * of the old side counts in any mode, since somebody else may arrive at it.
 */
export function sentAttributes(side: Side, mode: Mode): readonly Attribute[] {
  return side === 'app' || (side === 'new' && mode !== 'scim') ? ['sso'] : ['sso', 'scim'];
}
