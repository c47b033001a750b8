import { trimWhiteSpace } from '../email/white-space.ts';
import type { Side } from '../model/user.ts';
import { headerKey } from './header.ts';

const ACTIVE = new Set([
  'active',
  'true',
  'enabled',
  'yes',
  '1',
  'provisioned',
  'password_expired',
  'locked_out',
  'recovery',
]);
const INACTIVE = new Set([
  'inactive',
  'false',
  'disabled',
  'no',
  '0',
  'suspended',
  'deprovisioned',
  'staged',
  'deleted',
  'archived',
]);
const YES = new Set(['true', 'yes', '1']);
const NO = new Set(['false', 'no', '0']);
const INVERTED_HEADERS = new Set([
  'suspended',
  'issuspended',
  'disabled',
  'isdisabled',
  'accountdisabled',
  'blocked',
  'blockcredential',
]);

/** What a status cell says; `known` is false for a word that means nothing here. */
export interface Status {
  readonly active: boolean;
  readonly known: boolean;
}

/**
 * Makes the reader of a status column. In a column whose header asks the opposite question (“Suspended”,
 * “Block credential”) yes and no change places. An unknown word, and an empty cell, is active on the old side
 * and inactive on the new: each is the answer that cannot make a switch look safer than it is.
 */
export function statusReader(header: string, side: Side): (cell: string) => Status {
  const inverted = INVERTED_HEADERS.has(headerKey(header));
  const known = new Map<string, Status>();
  return (cell) => {
    const seen = known.get(cell);
    if (seen !== undefined) return seen;
    const word = trimWhiteSpace(cell).toLowerCase();
    const status = readWord(word, inverted) ?? { active: side !== 'new', known: false };
    if (known.size < 1000) known.set(cell, status);
    return status;
  };
}

function readWord(word: string, inverted: boolean): Status | undefined {
  if (inverted && YES.has(word)) return { active: false, known: true };
  if (inverted && NO.has(word)) return { active: true, known: true };
  if (ACTIVE.has(word)) return { active: true, known: true };
  return INACTIVE.has(word) ? { active: false, known: true } : undefined;
}
