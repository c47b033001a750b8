import type { Outcome } from '../model/person.ts';
import type { Mode } from '../model/reconciliation.ts';
import type { UserTable } from '../model/user-table.ts';
import { type Key, oldValue, sentAttributes, sentValue } from './addresses.ts';
import type { Correlated } from './correlate.ts';
import type { Ownership } from './ownership.ts';
import type { Sides } from './sides.ts';

/** What outcomes are decided from. */
export interface Switch {
  readonly tables: Sides<UserTable>;
  readonly mode: Mode;
  readonly key: Key;
  readonly correlated: Correlated;
  readonly ownership: Ownership;
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
  const account = ownership.accountOf(old);
  const isActiveNew = next >= 0 && tables.new.isActive(next);
  if (account !== null && isActiveNew) {
    if (keepsAccount(old, next, account, world)) return 'keeps-account';
    return createsAccount(next, world) ? 'duplicate-account' : 'sign-in-blocked';
  }
  const wasActive = old >= 0 && tables.old.isActive(old);
  if (wasActive && !isActiveNew) return 'loses-access';
  if (mode !== 'manual' && isActiveNew && sent(next, mode === 'scim' ? 'scim' : 'sso', world) !== null)
    return 'new-account';
  return 'not-provisioned';
}

/** Whether a new user who arrives with an address arrives at somebody else's account, or at one another will have made. */
function isTakenOver(key: string, old: number, next: number, { ownership }: Switch): boolean {
  return ownership.isOthers(key, old) || ownership.isCreatedByAnother(key, next);
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
  if (old < 0 || next < 0) return false;
  return correlated.isNameConflict(old, next) || swapsOldValues(old, next, world);
}

/** The old values differ, and one that is sent now equals the other: which of the two the account is at is not known. */
function swapsOldValues(old: number, next: number, world: Switch): boolean {
  const { key, tables } = world;
  const [sso, scim] = [tables.old.value('sso', old), tables.old.value('scim', old)];
  if (!tables.old.isActive(old) || sso === null || scim === null || key(sso) === key(scim)) return false;
  return sent(next, 'sso', world) === key(scim) || sent(next, 'scim', world) === key(sso);
}

function keepsAccount(old: number, next: number, account: string, world: Switch): boolean {
  const attributes = sentAttributes(world.mode);
  const values = attributes.map((attribute) => sent(next, attribute, world));
  // Whoever lacks a value that the mode needs does not arrive, whatever the other value is.
  if (values.includes(null) || !values.includes(account)) return false;
  const isUnchanged = attributes.every((attribute, index) => {
    const before = oldValue(world.tables.old, old, attribute);
    return before !== null && world.key(before) === values[index];
  });
  return isUnchanged || values.every((value) => value === account);
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
