import type { AccountResult, SyncResult } from '../model/verification.ts';
import type { Key } from './expectation.ts';
import type { Seen } from './seen.ts';

/**
 * What became of somebody's account.
 *
 * @param addressOf - the address of a row as it is written
 */
export function accountResultOf(
  { expectation, accounts }: Seen,
  key: Key,
  addressOf: (row: number) => string | null,
): AccountResult {
  // An app that has both does not compare as it was thought to.
  if ([...accounts.values()].some((rows) => new Set(rows.map(addressOf)).size > 1)) return 'duplicated';
  const had = new Set(expectation?.had.map(key));
  // Whoever had two before has none that is new.
  if (accounts.size > 1) return [...accounts.keys()].every((account) => had.has(account)) ? 'stayed' : 'duplicated';
  const has = accounts.size === 1;
  if (expectation === null) return has ? 'unexpected' : 'none';
  const { before, created, person } = expectation;
  // An account without an address cannot be found again: whoever keeps one is not seen to.
  if (before.length > 0 || person.owner) {
    if (before.some((address) => accounts.has(key(address)))) return 'stayed';
    if (has) return 'replaced';
    return person.outcome === 'loses-access' ? 'gone' : 'vanished';
  }
  const isPromised = person.outcome === 'new-account' && created !== null;
  if (has) return isPromised && accounts.has(key(created)) ? 'appeared' : 'unexpected';
  return isPromised ? 'missing' : 'none';
}

/** Whether somebody arrived in the SCIM directory. */
export function syncResultOf({ expectation, synced, inactive }: Seen, key: Key): SyncResult {
  if (synced.size > 1) return 'twice';
  const isThere = synced.size === 1;
  if (expectation === null || expectation.pushed === null) return isThere ? 'unexpected' : 'none';
  if (!isThere) return inactive.length > 0 ? 'inactive' : 'missing';
  const leads = [expectation.pushed, ...expectation.before];
  return leads.some((address) => synced.has(key(address))) ? 'arrived' : 'otherwise';
}
