import type { Outcome } from '../model/person.ts';
import type { Mode } from '../model/reconciliation.ts';
import type { UserTable } from '../model/user-table.ts';
import { type Key, oldValue, sentAttributes, sentValue } from './addresses.ts';
import type { Correlated } from './correlate.ts';
import type { Creations } from './creations.ts';
import type { CrosswalkFault } from './crosswalk/crosswalk.ts';
import type { Ownership } from './ownership.ts';
import type { Sides } from './sides.ts';

/** What outcomes are decided from. */
export interface Switch {
  readonly tables: Sides<UserTable>;
  readonly mode: Mode;
  readonly key: Key;
  readonly correlated: Correlated;
  readonly ownership: Ownership;
  readonly creations: Creations;
  /** What of the crosswalk cannot stand, or changes nothing. */
  readonly crosswalkFaults: readonly CrosswalkFault[];
}

/**
 * What happens to one person at the switch: all SCIM creates, then all sign-ins; the first answer that applies.
 *
 * @param old - index of the old user, -1 for none
 * @param next - index of the new user, -1 for none
 */
export function outcomeOf(old: number, next: number, world: Switch): Outcome {
  if (isUnverified(old, next, world)) return 'unverified';
  if (sentKeys(next, world).some((key) => isTakenOver(key, old, next, world))) return 'account-takeover';
  const { ownership, mode, tables } = world;
  const accounts = ownership.accountsOf(old, next);
  const isActiveNew = next >= 0 && tables.new.isActive(next);
  if (accounts.length > 0 && isActiveNew) {
    if (keepsAccount(old, next, accounts, world)) return 'keeps-account';
    return createsAccount(next, world) ? 'duplicate-account' : 'sign-in-blocked';
  }
  // Without the app's list, any active old user may have an account that cannot be seen.
  const mayOwn = accounts.length > 0 || (ownership.app === null && old >= 0 && tables.old.isActive(old));
  if (mayOwn && !isActiveNew) return 'loses-access';
  if (mode !== 'manual' && isActiveNew && sent(next, mode === 'scim' ? 'scim' : 'sso', world) !== null)
    return 'new-account';
  return 'not-provisioned';
}

/** What happens to an account that nobody claims: nobody links to it. */
export function outcomeOfUnclaimed({ mode }: Switch): Outcome {
  return mode === 'scim' ? 'loses-access' : 'keeps-account';
}

/** Whether a new user who arrives with an address arrives at somebody else's account, or at one another will have made. */
function isTakenOver(key: string, old: number, next: number, { ownership, creations }: Switch): boolean {
  return ownership.isOthers(key, old, next) || creations.isByAnother(key, next);
}

/** The keys of what a new user sends, each once. */
export function sentKeys(next: number, world: Switch): string[] {
  const sso = sent(next, 'sso', world);
  const scim = sent(next, 'scim', world);
  if (sso === null) return scim === null ? [] : [scim];
  return scim === null || scim === sso ? [sso] : [sso, scim];
}

function isUnverified(old: number, next: number, world: Switch): boolean {
  const { correlated } = world;
  if (old >= 0 && correlated.isAmbiguous('old', old)) return true;
  if (next >= 0 && correlated.isAmbiguous('new', next)) return true;
  if (world.ownership.contradictingRowsOf(old, next).length > 0) return true;
  if (old < 0 || next < 0) return false;
  return correlated.isNameConflict(old, next) || swapsOldValues(old, next, world);
}

/** The old values differ, and one that is sent now equals the other: which of the two the account is at is not known. */
function swapsOldValues(old: number, next: number, world: Switch): boolean {
  const { key, tables, ownership } = world;
  if (ownership.app !== null) return false;
  const [sso, scim] = [tables.old.value('sso', old), tables.old.value('scim', old)];
  if (!tables.old.isActive(old) || sso === null || scim === null || key(sso) === key(scim)) return false;
  return sent(next, 'sso', world) === key(scim) || sent(next, 'scim', world) === key(sso);
}

/** Nothing changes for them, or both channels lead to an account of theirs. */
function keepsAccount(old: number, next: number, accounts: readonly string[], world: Switch): boolean {
  const values = sentAttributes(world.mode).map((attribute) => sent(next, attribute, world));
  // Whoever lacks a value that the mode needs does not arrive, whatever the other value is.
  if (values.includes(null) || !values.some((value) => value !== null && accounts.includes(value))) return false;
  const wasActive = old >= 0 && world.tables.old.isActive(old);
  return (wasActive && isUnchanged(old, next, world)) || values.every((value) => value === values[0]);
}

/** Whether every value that the mode sends is there, and equals what the old side sent. */
export function isUnchanged(old: number, next: number, world: Switch): boolean {
  return sentAttributes(world.mode).every((attribute) => {
    const before = oldValue(world.tables.old, old, attribute);
    return before !== null && world.key(before) === sent(next, attribute, world);
  });
}

function createsAccount(next: number, world: Switch): boolean {
  if (world.mode === 'manual') return false;
  const value = sent(next, world.mode === 'scim' ? 'scim' : 'sso', world);
  return value !== null && !world.ownership.isAccount(value);
}

function sent(next: number, attribute: 'sso' | 'scim', world: Switch): string | null {
  const value = sentValue(world.tables.new, next, attribute, world.mode);
  return value === null ? null : world.key(value);
}
