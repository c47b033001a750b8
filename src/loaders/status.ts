import { trimWhiteSpace } from '../email/white-space.ts';
import type { Side } from '../model/user.ts';
import { headerKey } from './header.ts';

const ACTIVE = new Set([
  'active',
  'enabled',
  'provisioned',
  'password_expired',
  'locked_out',
  'recovery',
  // How Okta's console and reports write PROVISIONED and RECOVERY.
  'pending_user_action',
  'password_reset',
]);
const INACTIVE = new Set([
  'inactive',
  'disabled',
  'suspended',
  'deprovisioned',
  'deactivated',
  'terminated',
  'staged',
  'deleted',
  'archived',
]);
/** Also as Excel writes them in German, French, Spanish, Italian, Portuguese and Dutch. */
const YES = new Set(['true', 'yes', '1', 'wahr', 'vrai', 'verdadero', 'vero', 'verdadeiro', 'waar']);
const NO = new Set(['false', 'no', '0', 'falsch', 'faux', 'falso', 'onwaar']);

/** Headers that ask the opposite question: “Suspended”, “Block credential”, “isDeleted”. */
const OPPOSITE = /suspend|disabl|block|delet|archiv|deactivat|terminat|inactiv|remov/;
/** Headers of which yes and no could mean either: “Not deleted”, “Unblocked”, “Active/Inactive”. */
const UNCLEAR = /^(?:is)?not|un(?:suspend|block|lock|delet|archiv)|active.*inactive/;
/** Headers that ask about a lock, which says nothing where it is on: the account is there, and may be unlocked. */
const LOCK = /lock/;
const USER_ACCOUNT_CONTROL = 'useraccountcontrol';
/** ADS_UF_ACCOUNTDISABLE, MS-ADTS section 2.2.16. */
const ACCOUNT_DISABLED = 0x2;

/** What a status cell says: “Suspended: no” is `silent`, since somebody may be inactive for another reason. */
export type Status = 'active' | 'inactive' | 'silent' | 'unknown';
export type StatusReader = (cell: string) => Status;

/** Makes the reader of a status column; a header may turn the meaning of yes and no around. */
export function statusReader(header: string): StatusReader {
  const key = headerKey(header);
  const read = key === USER_ACCOUNT_CONTROL ? readFlags : (word: string) => readWord(word, key);
  const known = new Map<string, Status>();
  return (cell) => {
    const seen = known.get(cell);
    if (seen !== undefined) return seen;
    const status = read(trimWhiteSpace(cell).toLowerCase().replaceAll(' ', '_'));
    if (known.size < 1000) known.set(cell, status);
    return status;
  };
}

/** Whether a header asks who is *not* active, so that any word under it may be a reason not to be. */
export function asksOpposite(header: string): boolean {
  return OPPOSITE.test(headerKey(header));
}

/**
 * What a user with an unknown status counts as: active on the old side and inactive on the new, each the answer that
 * cannot make a switch look safer than it is.
 */
export function whenUnknown(side: Side): boolean {
  return side !== 'new';
}

function readWord(word: string, key: string): Status {
  const isYes = YES.has(word);
  const isClear = !UNCLEAR.test(key);
  const opposite = isClear && OPPOSITE.test(key);
  // Auth0 and others leave “blocked” empty for people who are not.
  if (word === '') return opposite ? 'silent' : 'unknown';
  if (isYes || NO.has(word)) {
    if (!isClear) return 'unknown';
    if (opposite) return isYes ? 'inactive' : 'silent';
    if (LOCK.test(key)) return isYes ? 'unknown' : 'silent';
    return isYes ? 'active' : 'inactive';
  }
  if (ACTIVE.has(word)) return 'active';
  return INACTIVE.has(word) ? 'inactive' : 'unknown';
}

function readFlags(word: string): Status {
  if (!/^[0-9]{1,10}$/.test(word)) return 'unknown';
  return (Number(word) & ACCOUNT_DISABLED) === 0 ? 'active' : 'inactive';
}
