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
  'staged',
  'deleted',
  'archived',
]);
/** Also as Excel writes them in German, French, Spanish, Italian, Portuguese and Dutch. */
const YES = new Set(['true', 'yes', '1', 'wahr', 'vrai', 'verdadero', 'vero', 'verdadeiro', 'waar']);
const NO = new Set(['false', 'no', '0', 'falsch', 'faux', 'falso', 'onwaar']);

/** Headers that ask the opposite question: “Suspended”, “Block credential”, “isDeleted”. */
const OPPOSITE = /suspend|disabl|block|delet|archiv|deactivat|terminat|inactiv|remov/;
/** Headers that ask about a lock, which says nothing where it is on: the account is there, and may be unlocked. */
const LOCK = /lock/;
const USER_ACCOUNT_CONTROL = 'useraccountcontrol';
/** ADS_UF_ACCOUNTDISABLE, MS-ADTS section 2.2.16. */
const ACCOUNT_DISABLED = 0x2;

/** What a status cell says, `undefined` for a word that means nothing here. */
export type StatusReader = (cell: string) => boolean | undefined;

/** Makes the reader of a status column; a header may turn the meaning of yes and no around. */
export function statusReader(header: string): StatusReader {
  const key = headerKey(header);
  const read = key === USER_ACCOUNT_CONTROL ? readFlags : (word: string) => readWord(word, key);
  const known = new Map<string, boolean | undefined>();
  return (cell) => {
    if (known.has(cell)) return known.get(cell);
    const active = read(trimWhiteSpace(cell).toLowerCase().replaceAll(' ', '_'));
    if (known.size < 1000) known.set(cell, active);
    return active;
  };
}

/**
 * What a user with an unknown status counts as: active on the old side and inactive on the new, each the answer that
 * cannot make a switch look safer than it is.
 */
export function whenUnknown(side: Side): boolean {
  return side !== 'new';
}

function readWord(word: string, headerOf: string): boolean | undefined {
  const isYes = YES.has(word);
  if (isYes || NO.has(word)) {
    if (OPPOSITE.test(headerOf)) return !isYes;
    if (LOCK.test(headerOf)) return isYes ? undefined : true;
    return isYes;
  }
  if (ACTIVE.has(word)) return true;
  return INACTIVE.has(word) ? false : undefined;
}

function readFlags(word: string): boolean | undefined {
  return /^[0-9]{1,10}$/.test(word) ? (Number(word) & ACCOUNT_DISABLED) === 0 : undefined;
}
