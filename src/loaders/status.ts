import { trimWhiteSpace } from '../email/white-space.ts';
import type { Side } from '../model/user.ts';
import { headerKey } from './header.ts';
import type { Profile } from './profiles/profile.ts';

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
  // As JumpCloud writes it.
  'activated',
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
  // OpenLDAP's pwdAccountLockedTime: for good, by an administrator.
  '000001010000z',
]);
/** In a service provider's own list: there is no account. */
const GONE = new Set(['removed', 'deleted', 'deactivated']);
/** There: an account, whoever may sign in to it. What IdPs say of people is known besides. */
const ACCOUNT = new Set([
  'invited',
  'invite_sent',
  'invitation_sent',
  'invitation_pending',
  'invitation_expired',
  'pending',
  'pending_invitation',
  'pending_invite',
  'accepted',
  'confirmed',
  'unconfirmed',
  'verified',
  'unverified',
  'registered',
  'activated',
  'locked',
  'blocked',
  'paused',
  'member',
  'user',
  'guest',
  'admin',
  'owner',
  // As Slack writes them.
  'primary_owner',
  'invited_member',
  'multi-channel_guest',
  'single-channel_guest',
]);
/** Also as Excel writes them in German, French, Spanish, Italian, Portuguese and Dutch. */
const YES = new Set(['true', 'yes', '1', 'wahr', 'vrai', 'verdadero', 'vero', 'verdadeiro', 'waar']);
const NO = new Set(['false', 'no', '0', 'falsch', 'faux', 'falso', 'onwaar']);

/** Headers that ask the opposite question: “Suspended”, “Block credential”, “isDeleted”. */
const OPPOSITE =
  /suspend|disabl|block|delet|archiv|deactivat|terminat|inactiv|remov|^nsaccountlock$|^pwdaccountlockedtime$/;
/** Headers of which yes and no could mean either: “Not deleted”, “Unblocked”, “Active/Inactive”. */
const UNCLEAR = /^(?:is)?not|un(?:suspend|block|lock|delet|archiv)|active.*inactive/;
/** Headers that ask about a lock, which says nothing where it is on: the account is there, and may be unlocked. */
const LOCK = /lock/;
/** Headers that ask whether an account is gone. */
const ASKS_GONE = /remov|delet|deactivat/;
const USER_ACCOUNT_CONTROL = 'useraccountcontrol';
/** ADS_UF_ACCOUNTDISABLE, MS-ADTS section 2.2.16. */
const ACCOUNT_DISABLED = 0x2;

/** What a status cell says: “Suspended: no” is `silent`, since somebody may be inactive for another reason. */
export type Status = 'active' | 'inactive' | 'silent' | 'unknown';
export type StatusReader = (cell: string) => Status;

/** What a profile knows of the words of its format. */
export type StatusRules = Pick<Profile, 'statusWords' | 'emptyStatusIsUnknown' | 'side'>;

/**
 * Makes the reader of a status column; a header may turn the meaning of yes and no around.
 *
 * @param side - of the service provider's list, `inactive` is a row that is no account
 */
export function statusReader(header: string, side: Side = 'old', rules: StatusRules = {}): StatusReader {
  const read = side === 'app' ? appReader(headerKey(header), rules) : userReader(headerKey(header), rules);
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

function userReader(key: string, rules: StatusRules): StatusReader {
  if (key === USER_ACCOUNT_CONTROL) return readFlags;
  const words = wordsOf(key, rules);
  return (word) => {
    if (word === '' && rules.emptyStatusIsUnknown === true) return 'unknown';
    return words.get(word) ?? readWord(word, key);
  };
}

function wordsOf(key: string, { statusWords = {} }: StatusRules): ReadonlyMap<string, Status> {
  return new Map(Object.hasOwn(statusWords, key) ? Object.entries(statusWords[key] ?? {}) : []);
}

/** Inactive, suspended and invited people hold their addresses: only what is gone is no account. */
function appReader(key: string, rules: StatusRules): StatusReader {
  const asksGone = ASKS_GONE.test(key) && !UNCLEAR.test(key);
  // What an IdP says of people is not what a list of members says of accounts.
  const words = wordsOf(key, rules.side === 'app' ? rules : {});
  return (word) => {
    const known = words.get(word);
    if (known !== undefined) return known;
    if (GONE.has(word)) return 'inactive';
    if (ACCOUNT.has(word)) return 'silent';
    const says = key === USER_ACCOUNT_CONTROL ? readFlags(word) : readWord(word, key);
    return says === 'inactive' && !(asksGone && YES.has(word)) ? 'silent' : says;
  };
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
