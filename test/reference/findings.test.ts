import { describe, expect, test } from 'vitest';
import { says } from './says.ts';
import { A, B, C, D } from './write.ts';

describe('findings', () => {
  test('a new address of an owner', () => {
    const ids = { 'employee-id': '1' };
    expect(says('scim', [{ mail: A, ids }], [{ sso: A, scim: B, ids }])).toEqual({
      'old2/new2': ['duplicate-account', 'scim-email-mismatch:error', 'sso-scim-divergence:error'],
    });
    expect(says('jit', [{ mail: A, ids }], [{ sso: A, scim: B, ids }])).toEqual({
      'old2/new2': ['keeps-account'],
    });
  });

  test('values that differ in the same way as before', () => {
    expect(says('scim', [{ sso: A, scim: B }], [{ sso: A, scim: B }])).toEqual({
      'old2/new2': ['keeps-account', 'baseline-divergence:warning', 'sso-scim-divergence:warning'],
    });
    expect(says('jit', [{ sso: A, scim: B }], [{ sso: A, scim: B }])).toEqual({
      'old2/new2': ['keeps-account', 'baseline-divergence:warning'],
    });
    // What the provider takes for one address does not differ.
    const spelled = { sso: A, scim: 'A@example.com' };
    expect(says('scim', [spelled], [spelled], undefined, 'unicode-lower')).toEqual({ 'old2/new2': ['keeps-account'] });
  });

  test('a value that is not there', () => {
    expect(says('scim', [{ mail: A }, { sso: B, scim: null }], [{ sso: A, scim: null }, { mail: B }])).toEqual({
      'old2/new2': ['sign-in-blocked', 'email-missing:error'],
      'old3/new3': ['keeps-account', 'email-missing:warning'],
    });
    expect(says('scim', [{ mail: null }], [{ mail: A }])).toEqual({
      'old2/·': ['loses-access', 'email-missing:error', 'missing-in-new:warning'],
      '·/new2': ['new-account', 'unexpected-in-new:warning'],
    });
    expect(says('scim', [{ sso: A, scim: null }], [{ mail: A }])).toEqual({ 'old2/new2': ['keeps-account'] });
  });

  test('those who leave, come back and come', () => {
    expect(
      says(
        'jit',
        [{ mail: A }, { mail: B }, { mail: C, active: false }],
        [{ mail: D }, { mail: B, active: false }, { mail: C }],
      ),
    ).toEqual({
      'old2/·': ['loses-access', 'missing-in-new:error'],
      'old3/new3': ['loses-access', 'inactive-in-new:error'],
      'old4/new4': ['new-account', 'reactivated-in-new:warning'],
      '·/new2': ['new-account', 'unexpected-in-new:warning'],
    });
  });

  test('the address of somebody who has left', () => {
    const old = [{ mail: A, active: false, ids: { 'employee-id': '1' } }];
    const next = [{ mail: A, ids: { 'employee-id': '2' } }];
    expect(says('scim', old, next)['·/new2']).toEqual([
      'new-account',
      'address-reused:warning',
      'unexpected-in-new:warning',
    ]);
    expect(says('jit', old, next)['·/new2']).toEqual([
      'new-account',
      'address-reused:error',
      'unexpected-in-new:warning',
    ]);
  });

  test('the address of a leaver is their own as well', () => {
    expect(says('scim', [{ mail: A, active: false }, { mail: A }], [{ mail: A }])['old3/new2']).toEqual([
      'keeps-account',
    ]);
  });

  test('shared addresses and ids', () => {
    expect(
      says(
        'scim',
        [
          { mail: A, ids: { 'employee-id': '9' } },
          { mail: B, ids: { 'employee-id': '09' } },
        ],
        [
          { mail: A, ids: { 'employee-id': '9' } },
          { sso: B, scim: A, ids: { 'employee-id': '9' } },
        ],
      ),
    ).toEqual({
      'old2/·': ['unverified', 'ambiguous-correlation:error', 'duplicate-id:warning'],
      'old3/·': ['unverified', 'ambiguous-correlation:error', 'duplicate-id:warning'],
      '·/new2': ['unverified', 'ambiguous-correlation:error', 'duplicate-email:warning', 'duplicate-id:error'],
      '·/new3': [
        'unverified',
        'ambiguous-correlation:error',
        'duplicate-email:warning',
        'duplicate-id:error',
        'sso-scim-divergence:warning',
      ],
    });
    expect(says('jit', [{ mail: A }], [{ mail: A }, { mail: A, active: false }])['old2/new2']).toEqual([
      'keeps-account',
    ]);
  });

  test('a swap names both', () => {
    const [one, two] = [{ 'employee-id': '1' }, { 'employee-id': '2' }];
    const swap = says(
      'scim',
      [
        { mail: A, ids: one },
        { mail: B, ids: two },
      ],
      [
        { mail: B, ids: one },
        { mail: A, ids: two },
      ],
    );
    const both = [
      'account-takeover',
      'account-takeover:error',
      'scim-email-mismatch:error',
      'sso-email-mismatch:error',
    ];
    expect(swap).toEqual({ 'old2/new2': both, 'old3/new3': both });
  });

  test('all but the same address', () => {
    const two = [{ mail: A }, { mail: 'A@example.com' }];
    const near = ['keeps-account', 'near-duplicate-email:warning', 'near-duplicate-email:warning'];
    expect(says('jit', two, two)).toEqual({ 'old2/new2': near, 'old3/new3': near });
    // Where it is the same to the provider, they share it.
    const same = ['keeps-account', 'duplicate-email:error', 'duplicate-email:warning'];
    expect(says('jit', two, two, undefined, 'ascii-ci')).toEqual({ 'old2/new2': same, 'old3/new3': same });
  });

  test('a renamed domain', () => {
    const old = [{ mail: 'ann.lee@example.com', name: 'Ann Lee' }];
    expect(says('jit', old, [{ mail: 'ann.lee@example.net', name: 'Ann Lee' }])).toEqual({
      'old2/new2': ['duplicate-account', 'sso-email-mismatch:error', 'unconfirmed-correlation:error'],
    });
  });

  test('nothing but the name', () => {
    const old = { mail: A, name: 'Ann Lee' };
    const next = { mail: B, name: 'LEE, Ann' };
    const alone = {
      'old2/·': ['loses-access', 'missing-in-new:error'],
      '·/new2': ['new-account', 'unexpected-in-new:warning'],
    };
    const likely = {
      'old2/·': ['loses-access', 'missing-in-new:error', 'possible-same-person:error'],
      '·/new2': ['new-account', 'possible-same-person:info', 'unexpected-in-new:warning'],
    };
    expect(says('jit', [old], [next])).toEqual(likely);
    // Not where ids tell them apart, nor where another is called the same; unless that one has left.
    expect(says('jit', [{ ...old, ids: { 'employee-id': '1' } }], [{ ...next, ids: { 'employee-id': '2' } }])).toEqual(
      alone,
    );
    const twin = { mail: C, name: 'Ann Lee' };
    expect(says('jit', [old, twin], [next, twin])).toEqual({ ...alone, 'old3/new3': ['keeps-account'] });
    expect(says('jit', [old, { ...twin, active: false }], [next])).toEqual({
      ...likely,
      'old3/·': ['not-provisioned'],
    });
  });

  test('names that speak against the address', () => {
    expect(says('jit', [{ mail: A, name: 'Ann Lee' }], [{ mail: A, name: 'Bo Ng' }])).toEqual({
      'old2/new2': ['unverified', 'name-conflict:error'],
    });
  });

  test('groups that are lost, where both sides have any', () => {
    const groups = ['Staff', 'Sales & Co'];
    const lost = (next: string[]) => says('jit', [{ mail: A, groups }], [{ mail: A, groups: next }])['old2/new2'];
    expect(lost(groups)).toEqual(['keeps-account']);
    expect(lost(['CN=staff,OU=Groups,DC=example', 'SALES & CO', 'Everybody'])).toEqual(['keeps-account']);
    expect(lost(['Staff'])).toEqual(['keeps-account', 'group-missing:warning']);
    expect(lost([])).toEqual(['keeps-account']);
    expect(says('jit', [{ mail: A, groups }, { mail: B }], [{ mail: A }, { mail: B, groups }])['old2/new2']).toEqual([
      'keeps-account',
      'group-missing:warning',
    ]);
  });
});
