import { describe, expect, test } from 'vitest';
import { statusReader, whenUnknown } from '../../src/loaders/status.ts';
import type { Side } from '../../src/model/user.ts';

const ACTIVE = 'active true enabled yes 1 provisioned password_expired locked_out recovery'.split(' ');
const INACTIVE = 'inactive false disabled no 0 suspended deprovisioned staged deleted archived'.split(' ');
const SIDES = ['old', 'new'] as const;

/** What a status cell of a side comes to. */
function readerOf(header: string, side: Side): (cell: string) => { active: boolean; known: boolean } {
  const read = statusReader(header);
  return (cell) => {
    const says = read(cell);
    // “Suspended: no” says nothing against somebody.
    return { active: says === 'unknown' ? whenUnknown(side) : says !== 'inactive', known: says !== 'unknown' };
  };
}

describe.each(SIDES)('%s side', (side) => {
  const read = readerOf('Status', side);

  test.each([...ACTIVE.map((word) => [word, true] as const), ...INACTIVE.map((word) => [word, false] as const)])(
    '%s: %s',
    (word, active) => {
      const expected = { active, known: true };
      expect(read(word)).toEqual(expected);
      expect(read(word.toUpperCase())).toEqual(expected);
      expect(read(word.charAt(0).toUpperCase() + word.slice(1))).toEqual(expected);
      expect(read(` ${word}\u00A0`)).toEqual(expected);
    },
  );
});

describe('an unknown word', () => {
  test.each(['', ' ', 'on holiday', 'activ', 'actives', '2', 'null', '-', 'tru e', 'constructor', '__proto__'])(
    '%j is active on the old side, inactive on the new, and said to be unknown',
    (word) => {
      expect(readerOf('Status', 'old')(word)).toEqual({ active: true, known: false });
      expect(readerOf('Status', 'new')(word)).toEqual({ active: false, known: false });
    },
  );
});

describe('a column that asks the opposite', () => {
  test.each([
    'Suspended',
    'is_suspended',
    'Block credential',
    'BLOCKED',
    'accountDisabled',
    'Disabled [READ ONLY]',
    'isDeleted',
    'Archived',
  ])('%s', (header) => {
    const read = readerOf(header, 'new');
    for (const word of ['true', 'TRUE', ' Yes ', '1']) expect(read(word)).toEqual({ active: false, known: true });
    for (const word of ['false', 'False', 'no', '0']) expect(read(word)).toEqual({ active: true, known: true });
    expect(read('suspended')).toEqual({ active: false, known: true });
    expect(read('active')).toEqual({ active: true, known: true });
    expect(read('perhaps')).toEqual({ active: false, known: false });
  });

  test.each(['Status', 'accountEnabled', 'active', 'user_state', ''])('%j does not', (header) => {
    expect(readerOf(header, 'new')('true')).toEqual({ active: true, known: true });
  });
});

test.each(['Not deleted', 'Unblocked', 'isNotSuspended', 'Active/Inactive'])('%s could mean either', (header) => {
  const read = readerOf(header, 'new');
  for (const word of ['true', 'no', '']) expect(read(word)).toEqual({ active: false, known: false });
  expect(read('active')).toEqual({ active: true, known: true });
});

test.each([
  ['Password expired', true],
  ['Locked out', true],
  ['Pending user action', true],
  ['Password reset', true],
  ['Deactivated', false],
  ['WAHR', true],
  ['falsch', false],
  ['Vrai', true],
  ['FAUX', false],
])('%s, as consoles and spreadsheets write it', (cell, active) => {
  expect(readerOf('Status', 'new')(cell)).toEqual({ active, known: true });
});

test('an empty cell of a column that asks the opposite says nothing', () => {
  expect(readerOf('blocked', 'new')('')).toEqual({ active: true, known: true });
});

test('a lock says nothing where it is on: the account is there', () => {
  const read = readerOf('Account locked', 'new');
  expect(read('false')).toEqual({ active: true, known: true });
  expect(read('true')).toEqual({ active: false, known: false });
  expect(readerOf('Account locked', 'old')('true')).toEqual({ active: true, known: false });
});

test.each([
  ['512', true],
  ['514', false],
  ['66048', true],
  ['66050', false],
  [' 546 ', false],
  ['2', false],
  ['0', true],
])('userAccountControl %s: bit 0x2 is disabled', (cell, active) => {
  expect(readerOf('userAccountControl', 'new')(cell)).toEqual({ active, known: true });
});

test.each(['', 'true', '0x202', '-2', '5.12'])('userAccountControl %j is unknown', (cell) => {
  expect(readerOf('userAccountControl', 'old')(cell)).toEqual({ active: true, known: false });
});

test('more different words than are remembered are read all the same', () => {
  const read = readerOf('Status', 'old');
  for (let n = 2; n < 3000; n += 1) expect(read(`${n}`)).toEqual({ active: true, known: false });
  expect(read('disabled')).toEqual({ active: false, known: true });
  expect(read('2')).toEqual({ active: true, known: false });
});

describe('of the service provider’s list', () => {
  test.each('removed deleted deactivated Removed DELETED'.split(' '))('%s is no account', (word) => {
    expect(statusReader('Status', 'app')(word)).toBe('inactive');
  });

  test.each([
    ...'invited pending suspended disabled inactive archived accepted active provisioned Active PENDING'.split(' '),
    ...'enabled locked_out staged deprovisioned terminated no false true yes 0 1 member'.split(' '),
    ...['Primary Owner', 'Invited Member', 'Multi-Channel Guest', 'Pending invitation', 'Locked out'],
  ])('%s is an account', (word) => {
    expect(statusReader('Status', 'app')(word)).toMatch(/^(?:active|silent)$/);
  });

  test.each(['', ' ', 'on holiday', 'bot', 'constructor'])('%j is an account, and not known', (word) => {
    expect(statusReader('Status', 'app')(word)).toBe('unknown');
    expect(whenUnknown('app')).toBe(true);
  });

  test.each(['Removed', 'is_deleted', 'Deactivated'])('under %s, yes is none and no is one', (header) => {
    const read = statusReader(header, 'app');
    for (const word of ['yes', 'TRUE', '1']) expect(read(word)).toBe('inactive');
    for (const word of ['no', 'False', '0', '']) expect(read(word)).toBe('silent');
    expect(read('2025-01-10')).toBe('unknown');
  });

  test.each(['Suspended', 'Archived', 'Disabled', 'Blocked', 'Active', 'Is active'])(
    'under %s, yes and no are accounts',
    (header) => {
      const read = statusReader(header, 'app');
      for (const word of ['yes', 'no']) expect(read(word)).toMatch(/^(?:active|silent)$/);
    },
  );

  test('“Not deleted” could mean either', () => {
    for (const word of ['yes', 'no']) expect(statusReader('Not deleted', 'app')(word)).toBe('unknown');
  });

  test('a disabled account of Active Directory is one', () => {
    expect(statusReader('userAccountControl', 'app')('514')).toBe('silent');
    expect(statusReader('userAccountControl', 'app')('x')).toBe('unknown');
  });

  test('its words are not known on the other sides', () => {
    for (const word of ['removed', 'invited', 'pending', 'member']) {
      expect(readerOf('Status', 'new')(word)).toEqual({ active: false, known: false });
    }
  });
});

describe('what a profile knows', () => {
  const rules = { statusWords: { status: { pending: 'inactive', matched: 'active' } } } as const;

  test('of its words goes before what they usually mean', () => {
    const read = statusReader('status', 'new', rules);
    expect([read('PENDING'), read('Matched'), read('active'), read('else')]).toEqual([
      'inactive',
      'active',
      'active',
      'unknown',
    ]);
    expect(statusReader('Status', 'new', { statusWords: { status: {} } })('constructor')).toBe('unknown');
    expect(statusReader('constructor', 'new', rules)('pending')).toBe('unknown');
  });

  test('of one column says nothing of another', () => {
    expect(statusReader('state', 'new', rules)('pending')).toBe('unknown');
  });

  test('counts in a list of members only where the format is one', () => {
    const words = { statusWords: { status: { gone_fishing: 'inactive', deleted: 'active' } } } as const;
    expect(statusReader('Status', 'app', words)('gone fishing')).toBe('unknown');
    expect(statusReader('Status', 'app', { ...words, side: 'app' })('gone fishing')).toBe('inactive');
    expect(statusReader('Status', 'app', { ...words, side: 'app' })('Deleted')).toBe('active');
  });

  test('an absent property may be unknown where an empty cell usually says nothing', () => {
    expect(statusReader('suspended', 'new', { emptyStatusIsUnknown: true })('')).toBe('unknown');
    expect(statusReader('suspended', 'new', { emptyStatusIsUnknown: true })('False')).toBe('silent');
    expect(statusReader('suspended', 'new')('')).toBe('silent');
  });
});

describe('locks of directories', () => {
  test.each([
    ['nsAccountLock', 'TRUE', 'inactive'],
    ['nsAccountLock', 'false', 'silent'],
    ['nsAccountLock', '', 'silent'],
    ['pwdAccountLockedTime', '000001010000Z', 'inactive'],
    ['pwdAccountLockedTime', '20250110083000Z', 'unknown'],
    ['pwdAccountLockedTime', '', 'silent'],
  ])('%s %j: %s', (header, cell, says) => {
    expect(statusReader(header)(cell)).toBe(says);
  });
});
