import { comparisonKey } from '../email/compare.ts';
import type { Outcome, Person } from '../model/person.ts';
import type { Mode } from '../model/reconciliation.ts';

/** What somebody will notice of the switch. */
export const NOTICES = [
  /** Signed out, and signs in again as before. */
  'sign-in-again',
  /** Signed out, and signs in again with another address, be it but another spelling. */
  'sign-in-with-new-address',
  /** Somebody has to speak with them before they sign in. */
  'call-first',
  /** Signed out for good. */
  'loses-access',
  /** Can use the app from the switch on. */
  'new-account',
  /** Had no account and gets none. */
  'nothing',
] as const;
export type Notice = (typeof NOTICES)[number];

/**
 * The one place that says what an outcome means to the person. Resetting the SSO connection signs out everybody who has
 * an account, in every mode.
 */
export const NOTICE_OF: Readonly<Record<Outcome, Readonly<Record<Mode, Notice>>>> = {
  unverified: { scim: 'call-first', jit: 'call-first', manual: 'call-first' },
  'account-takeover': { scim: 'call-first', jit: 'call-first', manual: 'call-first' },
  'keeps-account': { scim: 'sign-in-again', jit: 'sign-in-again', manual: 'sign-in-again' },
  'duplicate-account': { scim: 'call-first', jit: 'call-first', manual: 'call-first' },
  'sign-in-blocked': { scim: 'call-first', jit: 'call-first', manual: 'call-first' },
  'loses-access': { scim: 'loses-access', jit: 'loses-access', manual: 'loses-access' },
  'new-account': { scim: 'new-account', jit: 'new-account', manual: 'call-first' },
  'not-provisioned': { scim: 'nothing', jit: 'nothing', manual: 'nothing' },
};

/** Pairs of this tier wait for a human's word. */
const UNCONFIRMED = 'local-part-and-name';

/** What a person is told, and where. Addresses are their own, never somebody else's. */
export interface PersonNotice {
  readonly notice: Notice;
  /** An address that works before the switch; null where none is known to be theirs. */
  readonly reachAt: string | null;
  readonly name: string | null;
  /** What they sign in with after the switch; null for whoever does not, or not yet. */
  readonly signInWith: string | null;
  /** What they signed in with before. */
  readonly signedInWith: string | null;
  readonly isSignedOut: boolean;
}

/**
 * What a person is told; null where there is nobody to tell: no account, not active in the old IdP, and no newcomer.
 *
 * @param compare - how the service provider compares addresses
 */
export function noticeOf(person: Person, mode: Mode, compare: string): PersonNotice | null {
  const { old, new: next, app, owner } = person;
  const hasOld = old?.active === true;
  const isNewcomer = next?.active === true;
  if (!hasOld && !owner && !isNewcomer) return null;
  const signedInWith = old?.sso ?? old?.scim ?? app?.sso ?? null;
  const notice = refined(person, mode, compare, signedInWith);
  const mayNameNew = notice !== 'call-first' && notice !== 'loses-access' && notice !== 'nothing';
  const own = mayNameNew ? next : null;
  return {
    notice,
    // Whom nothing certain is known of may have been given the address of somebody else.
    reachAt: (hasOld ? (old.sso ?? old.scim) : (own?.sso ?? own?.scim)) ?? (owner ? (app?.sso ?? null) : null),
    name: old?.name ?? (old === null || mayNameNew ? (next?.name ?? app?.name ?? null) : null),
    signInWith: own?.sso ?? null,
    signedInWith: owner ? signedInWith : null,
    isSignedOut: owner,
  };
}

/** What the outcome alone does not say. */
function refined(person: Person, mode: Mode, compare: string, signedInWith: string | null): Notice {
  const { outcome, new: next, correlation } = person;
  const usual = NOTICE_OF[outcome][mode];
  if (usual !== 'sign-in-again' && usual !== 'new-account') return usual;
  const sso = next?.active === true ? next.sso : null;
  // An account that nobody claims, a pair that waits for a human's word, or nothing to sign in with.
  if (sso === null || correlation?.tier === UNCONFIRMED) return 'call-first';
  if (usual === 'sign-in-again') return sso === signedInWith ? usual : 'sign-in-with-new-address';
  const key = comparisonKey(compare);
  // In scim mode, who is made under one address and signs in with another does not get in.
  return mode === 'scim' && (next === null || next.scim === null || key(next.scim) !== key(sso)) ? 'call-first' : usual;
}
