import { describe, expect, test } from 'vitest';
import { says } from './says.ts';
import { A, B, C } from './write.ts';

const A_IN_CAPITALS = 'A@example.com';

describe('an account that is written otherwise', () => {
  test('is found, and is not reached', () => {
    expect(says('scim', [{ mail: A }], [{ mail: A }], [{ mail: A_IN_CAPITALS }])).toEqual({
      'old2/new2': ['duplicate-account', 'account-email-drift:error'],
    });
    expect(says('manual', [{ mail: A }], [{ mail: A }], [{ mail: A_IN_CAPITALS }])).toEqual({
      'old2/new2': ['sign-in-blocked', 'account-email-drift:error'],
    });
  });

  test('is reached where the new side writes it so, which is still to be confirmed', () => {
    expect(says('scim', [{ mail: A }], [{ mail: A_IN_CAPITALS }], [{ mail: A_IN_CAPITALS }])).toEqual({
      'old2/new2': [
        'keeps-account',
        'account-email-drift:error',
        'scim-email-mismatch:error',
        'sso-email-mismatch:error',
      ],
    });
  });

  test('is not written otherwise to a provider that folds it', () => {
    expect(says('scim', [{ mail: A }], [{ mail: A }], [{ mail: A_IN_CAPITALS }], 'ascii-ci')).toEqual({
      'old2/new2': ['keeps-account'],
    });
  });

  test('nothing changed, and yet the account is not kept', () => {
    const old = { sso: A, scim: B };
    expect(says('jit', [old], [old], [{ mail: B }])).toEqual({
      'old2/new2': ['duplicate-account', 'account-email-drift:error', 'baseline-divergence:warning'],
    });
    expect(says('scim', [{ ...old, active: false }], [old], [{ mail: A }])).toEqual({
      'old2/new2': [
        'duplicate-account',
        'account-email-drift:error',
        'reactivated-in-new:warning',
        'sso-scim-divergence:warning',
      ],
    });
  });
});

describe('an account that nobody claims', () => {
  const stays = [{ mail: A, name: 'Ann Lee' }];
  const orphan = (mode: 'scim' | 'jit' | 'manual', name: string | null) =>
    says(mode, stays, stays, [{ mail: A }, { mail: C, name }]).app3;

  test('is deprovisioned by SCIM, and left alone by the others', () => {
    expect(orphan('scim', null)).toEqual(['loses-access', 'orphan-account:error']);
    expect(orphan('jit', null)).toEqual(['keeps-account', 'orphan-account:warning']);
    expect(orphan('manual', 'Bo Ng')).toEqual(['keeps-account', 'orphan-account:warning']);
  });

  test('may be that of somebody who is called the same', () => {
    expect(orphan('jit', 'LEE, Ann')).toEqual(['keeps-account', 'orphan-account:error']);
    expect(orphan('jit', 'A. Lee')).toEqual(['keeps-account', 'orphan-account:warning']);
    const left = [...stays, { mail: B, name: 'Bo Ng', active: false }];
    expect(says('jit', left, stays, [{ mail: A }, { mail: C, name: 'Bo Ng' }]).app3).toEqual([
      'keeps-account',
      'orphan-account:error',
    ]);
  });

  test('is somebody else’s to whoever arrives', () => {
    const old = { mail: A, ids: { 'employee-id': '1' } };
    const next = { mail: B, ids: { 'employee-id': '1' } };
    expect(says('jit', [old], [next], [{ mail: A }, { mail: B }])).toEqual({
      'old2/new2': ['account-takeover', 'account-takeover:error', 'sso-email-mismatch:error'],
      app3: ['keeps-account', 'orphan-account:warning'],
    });
    // Even where it is their only one.
    expect(says('jit', [old], [next], [{ mail: B }])).toEqual({
      'old2/new2': ['account-takeover', 'account-takeover:error', 'sso-email-mismatch:error'],
      app2: ['keeps-account', 'orphan-account:warning'],
    });
  });
});

describe('members whom the old provider does not have', () => {
  const stays = [{ mail: A }];

  test('keep what they were invited to, as no new seat', () => {
    expect(says('scim', stays, [{ mail: A }, { mail: B }], [{ mail: A }, { mail: B }])).toEqual({
      'old2/new2': ['keeps-account'],
      '·/new3': ['keeps-account'],
    });
  });

  test('unless the list has another name there', () => {
    expect(
      says('scim', stays, [{ mail: A }, { mail: B, name: 'Bo Ng' }], [{ mail: A }, { mail: B, name: 'Ann Lee' }]),
    ).toEqual({
      'old2/new2': ['keeps-account'],
      '·/new3': ['unverified', 'name-conflict:error'],
    });
  });

  test('or two arrive', () => {
    const both = ['account-takeover', 'account-takeover:error', 'duplicate-email:warning', 'unexpected-in-new:warning'];
    expect(says('scim', stays, [{ mail: A }, { mail: B }, { mail: B }], [{ mail: A }, { mail: B }])).toEqual({
      'old2/new2': ['keeps-account'],
      '·/new3': both,
      '·/new4': both,
      app3: ['loses-access', 'orphan-account:error'],
    });
  });
});

describe('who is not listed', () => {
  test('has nothing to lose', () => {
    expect(says('scim', [{ mail: A }, { mail: B }], [{ mail: A }], [{ mail: A }])).toEqual({
      'old2/new2': ['keeps-account'],
      'old3/·': ['not-provisioned', 'missing-in-new:warning'],
    });
    expect(says('scim', [{ mail: A }, { mail: B }], [{ mail: A }, { mail: B }], [{ mail: A }])).toEqual({
      'old2/new2': ['keeps-account'],
      'old3/new3': ['new-account'],
    });
  });

  test('neither has who was removed', () => {
    expect(says('scim', [{ mail: A }], [{ mail: A }], [{ mail: A, active: false }])).toEqual({
      'old2/new2': ['new-account'],
    });
    expect(says('jit', [{ mail: A }], [{ mail: B }], [{ mail: B, active: false }])).toEqual({
      'old2/·': ['not-provisioned', 'missing-in-new:warning'],
      '·/new2': ['new-account', 'unexpected-in-new:warning'],
    });
  });
});

describe('who has left, and is listed', () => {
  const left = { mail: A, name: 'Ann Lee', active: false };

  test('loses the account', () => {
    expect(says('scim', [left], [{ mail: B }], [{ mail: A }])['old2/·']).toEqual([
      'loses-access',
      'missing-in-new:error',
    ]);
    expect(says('scim', [left], [left], [{ mail: A }])).toEqual({
      'old2/new2': ['loses-access', 'inactive-in-new:error'],
    });
  });

  test('comes back to it, and a new address is a mismatch as for anybody', () => {
    const ids = { 'employee-id': '1' };
    expect(says('jit', [{ ...left, ids }], [{ mail: A, ids }], [{ mail: A }])).toEqual({
      'old2/new2': ['keeps-account', 'reactivated-in-new:warning'],
    });
    expect(says('jit', [{ ...left, ids }], [{ mail: B, ids }], [{ mail: A }])).toEqual({
      'old2/new2': ['duplicate-account', 'reactivated-in-new:warning', 'sso-email-mismatch:error'],
    });
    // Without the list nobody knows of an account.
    expect(says('jit', [{ ...left, ids }], [{ mail: B, ids }])).toEqual({
      'old2/new2': ['new-account', 'reactivated-in-new:warning'],
    });
  });

  test('unless the list has another name there', () => {
    const listed = [{ mail: A, name: 'Bo Ng' }];
    expect(says('jit', [left], [{ mail: A, name: 'Ann Lee' }], listed)).toEqual({
      'old2/new2': ['unverified', 'name-conflict:error', 'reactivated-in-new:warning'],
    });
    // Somebody active is known to have the address.
    expect(says('jit', [{ ...left, active: true }], [{ mail: A, name: 'Ann Lee' }], listed)).toEqual({
      'old2/new2': ['keeps-account'],
    });
  });
});

test('an account that two share is that of each, and one who is ambiguous owns as well', () => {
  const two = [
    { mail: A, ids: { 'employee-id': '1' } },
    { mail: A, ids: { 'employee-id': '2' } },
  ];
  const shared = ['keeps-account', 'duplicate-email:error', 'duplicate-email:warning'];
  expect(says('jit', two, two, [{ mail: A }])).toEqual({ 'old2/new2': shared, 'old3/new3': shared });
  expect(says('jit', [{ mail: A }], [{ mail: A }, { mail: A }], [{ mail: A }])).toEqual({
    'old2/·': ['unverified', 'ambiguous-correlation:error'],
    '·/new2': ['unverified', 'ambiguous-correlation:error', 'duplicate-email:warning'],
    '·/new3': ['unverified', 'ambiguous-correlation:error', 'duplicate-email:warning'],
  });
});
