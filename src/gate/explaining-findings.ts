import type { Finding } from '../model/finding.ts';
import type { Outcome } from '../model/person.ts';

const WRONG_ADDRESS = ['sso-email-mismatch', 'scim-email-mismatch', 'sso-scim-divergence', 'account-email-drift'];

/**
 * The kinds of findings that say why an outcome comes about, and nothing else: what a budget for the outcome waives. None
 * of them doubts who somebody is, or whether an input is sound.
 */
const EXPLAINING: { readonly [outcome in Outcome]?: readonly string[] } = {
  'duplicate-account': WRONG_ADDRESS,
  'sign-in-blocked': [...WRONG_ADDRESS, 'email-missing', 'email-invalid'],
  'loses-access': ['missing-in-new', 'inactive-in-new', 'orphan-account'],
};

/** Kinds that are about what the new side sends: of the old side, they say that an account is not known. */
const OF_NEW = ['email-missing', 'email-invalid'];

/** Whether a finding says why an outcome comes about, and nothing else. */
export function explains(outcome: Outcome, { kind, side, others = [] }: Finding): boolean {
  if (EXPLAINING[outcome]?.includes(kind) !== true) return false;
  if (OF_NEW.includes(kind) && side !== 'new') return false;
  // An account that nobody claims, and somebody of the same name: whether it is theirs is a question.
  return others.length === 0;
}
