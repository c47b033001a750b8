import { describe, expect, test } from 'vitest';
import type { Policy } from './addresses.ts';
import { MODES, type Mode, type Outcome, type Party, simulate } from './simulation.ts';
import { A, B, C, D, type Sketch, write } from './write.ts';

/** Somebody's old user, new user, and the addresses of their accounts, which count in a listed world only. */
type Row = [old: Sketch | null, next: Sketch | null, ...accounts: string[]];

/** The outcomes of people who are known to be who they are. */
function outcomes(mode: Mode, rows: Row[], policy: Policy = 'exact', listed = false): Outcome[] {
  const parties = rows.map(([old, next, ...accounts], i): Party => {
    const records = write(
      old ? [old] : [],
      next ? [next] : [],
      accounts.map((mail) => ({ mail })),
    );
    return {
      id: `p${i}`,
      olds: records.old.map((user) => ({ ...user, ref: `old${i}` })),
      news: records.new.map((user) => ({ ...user, ref: `new${i}` })),
      rows: records.app ?? [],
      undecided: false,
    };
  });
  const fates = simulate(parties, { mode, policy, listed });
  return parties.map((party) => fates.get(party.id)?.outcome ?? 'unverified');
}

const all = (rows: Row[]) => MODES.map((mode) => outcomes(mode, rows));

test('who stays as they are keep their accounts', () => {
  expect(all([[{ mail: A }, { mail: A }]])).toEqual([['keeps-account'], ['keeps-account'], ['keeps-account']]);
});

test('a new address: a second account, or none to sign in to', () => {
  expect(all([[{ mail: A }, { mail: B }]])).toEqual([
    ['duplicate-account'],
    ['duplicate-account'],
    ['sign-in-blocked'],
  ]);
});

test('leavers, and those who are switched off', () => {
  expect(
    all([
      [{ mail: A }, null],
      [{ mail: B }, { mail: B, active: false }],
    ]),
  ).toEqual(Array(3).fill(['loses-access', 'loses-access']));
  expect(
    all([
      [{ mail: A, active: false }, null],
      [null, { mail: B, active: false }],
    ]),
  ).toEqual(Array(3).fill(['not-provisioned', 'not-provisioned']));
  expect(all([[{ mail: null }, null]])).toEqual([['loses-access'], ['loses-access'], ['loses-access']]);
});

test('joiners, and those who come back', () => {
  expect(
    all([
      [null, { mail: A }],
      [{ mail: B, active: false }, { mail: B }],
    ]),
  ).toEqual([
    ['new-account', 'new-account'],
    ['new-account', 'new-account'],
    ['not-provisioned', 'not-provisioned'],
  ]);
});

test('a joiner without the value that makes an account', () => {
  expect(all([[null, { sso: A, scim: null }]])).toEqual([['not-provisioned'], ['new-account'], ['not-provisioned']]);
  expect(all([[null, { sso: null, scim: A }]])).toEqual([['new-account'], ['not-provisioned'], ['not-provisioned']]);
});

test('a swap and a chain: everybody comes to somebody else', () => {
  expect(
    all([
      [{ mail: A }, { mail: B }],
      [{ mail: B }, { mail: A }],
    ]),
  ).toEqual(Array(3).fill(['account-takeover', 'account-takeover']));
  expect(
    outcomes('scim', [
      [{ mail: A }, { mail: B }],
      [{ mail: B }, { mail: C }],
    ]),
  ).toEqual(['account-takeover', 'duplicate-account']);
});

test('the account of somebody who has left is still theirs', () => {
  expect(
    all([
      [{ mail: A }, null],
      [null, { mail: A }],
    ]),
  ).toEqual(Array(3).fill(['loses-access', 'account-takeover']));
  expect(
    outcomes('scim', [
      [{ mail: A, active: false }, null],
      [null, { mail: A }],
    ]),
  ).toEqual(['not-provisioned', 'new-account']);
});

test('SCIM without sign-in, and sign-in without SCIM', () => {
  expect(outcomes('scim', [[{ mail: A }, { sso: null, scim: A }]])).toEqual(['sign-in-blocked']);
  expect(outcomes('scim', [[{ mail: A }, { sso: B, scim: A }]])).toEqual(['sign-in-blocked']);
  expect(outcomes('scim', [[{ mail: A }, { sso: A, scim: null }]])).toEqual(['sign-in-blocked']);
  expect(outcomes('scim', [[{ mail: A }, { sso: A, scim: B }]])).toEqual(['duplicate-account']);
  expect(outcomes('jit', [[{ mail: A }, { sso: A, scim: B }]])).toEqual(['keeps-account']);
  expect(outcomes('jit', [[{ mail: A }, { sso: null, scim: A }]])).toEqual(['sign-in-blocked']);
});

test('values that differed and stay the same go on working', () => {
  expect(
    all([
      [
        { sso: A, scim: B },
        { sso: A, scim: B },
      ],
    ]),
  ).toEqual(Array(3).fill(['keeps-account']));
  // Even where somebody else is known by the sign-in address,
  expect(
    outcomes('scim', [
      [
        { sso: A, scim: B },
        { sso: A, scim: B },
      ],
      [{ mail: A }, { mail: A }],
    ]),
  ).toEqual(['keeps-account', 'keeps-account']);
  // but not where somebody makes a new account there.
  expect(
    outcomes('scim', [
      [
        { sso: A, scim: B },
        { sso: A, scim: B },
      ],
      [null, { mail: A }],
    ]),
  ).toEqual(['account-takeover', 'account-takeover']);
});

test('values that cross: nobody knows', () => {
  expect(all([[{ sso: A, scim: B }, { mail: A }]])).toEqual([['unverified'], ['keeps-account'], ['keeps-account']]);
  expect(all([[{ sso: A, scim: B }, { mail: B }]])).toEqual(Array(3).fill(['unverified']));
  expect(
    all([
      [
        { sso: A, scim: B },
        { sso: B, scim: A },
      ],
    ]),
  ).toEqual(Array(3).fill(['unverified']));
  expect(all([[{ sso: A, scim: B }, { mail: C }]])).toEqual([
    ['duplicate-account'],
    ['duplicate-account'],
    ['sign-in-blocked'],
  ]);
});

test('one old value stands for the other', () => {
  expect(all([[{ sso: null, scim: A }, { mail: A }]])).toEqual(Array(3).fill(['keeps-account']));
  expect(all([[{ sso: A, scim: null }, { mail: A }]])).toEqual(Array(3).fill(['keeps-account']));
});

test('an old value that is no account is somebody’s all the same, in any mode', () => {
  const rows: Row[] = [
    [
      { sso: A, scim: B },
      { sso: A, scim: B },
    ],
    [{ mail: C }, { mail: A }],
    [{ mail: D }, { mail: B }],
  ];
  expect(outcomes('scim', rows).slice(1)).toEqual(['account-takeover', 'account-takeover']);
  expect(outcomes('jit', rows)).toEqual(['keeps-account', 'account-takeover', 'account-takeover']);
  expect(outcomes('manual', rows)).toEqual(['keeps-account', 'account-takeover', 'account-takeover']);
});

test('two who bring the same fresh address share one account, whoever comes first', () => {
  expect(
    all([
      [null, { mail: A }],
      [null, { mail: A }],
    ]),
  ).toEqual([
    ['account-takeover', 'account-takeover'],
    ['account-takeover', 'account-takeover'],
    ['not-provisioned', 'not-provisioned'],
  ]);
  // SCIM makes the account of one, and the sign-in of the other leads there.
  expect(
    outcomes('scim', [
      [null, { mail: A }],
      [{ mail: B }, { sso: A, scim: B }],
    ]),
  ).toEqual(['new-account', 'account-takeover']);
});

test('an account that two share belongs to each', () => {
  expect(
    all([
      [{ mail: A }, { mail: A }],
      [{ mail: A }, { mail: A }],
    ]),
  ).toEqual(Array(3).fill(['keeps-account', 'keeps-account']));
  expect(
    outcomes('scim', [
      [{ mail: A }, { mail: A }],
      [{ mail: A }, { sso: A, scim: null }],
    ]),
  ).toEqual(['keeps-account', 'sign-in-blocked']);
});

test('the owner without any address', () => {
  expect(all([[{ mail: null }, { mail: A }]])).toEqual([['new-account'], ['new-account'], ['not-provisioned']]);
});

describe('with the member list', () => {
  const listed = (rows: Row[]) => MODES.map((mode) => outcomes(mode, rows, 'exact', true));

  test('its rows are all the accounts there are', () => {
    expect(listed([[{ mail: A }, { mail: A }]])).toEqual([['new-account'], ['new-account'], ['not-provisioned']]);
    expect(listed([[{ mail: A }, null]])).toEqual(Array(3).fill(['not-provisioned']));
    expect(listed([[{ mail: A }, { mail: A }, A]])).toEqual(Array(3).fill(['keeps-account']));
  });

  test('whoever has left may own one, and loses it or comes back to it', () => {
    const left = { mail: A, active: false };
    expect(listed([[left, null, A]])).toEqual(Array(3).fill(['loses-access']));
    expect(listed([[left, { mail: A, active: false }, A]])).toEqual(Array(3).fill(['loses-access']));
    expect(listed([[left, { mail: A }, A]])).toEqual(Array(3).fill(['keeps-account']));
  });

  test('values that differed and stay the same work where one of those sent is the account', () => {
    const both = { sso: A, scim: B };
    expect(listed([[both, both, A]])).toEqual([['keeps-account'], ['keeps-account'], ['keeps-account']]);
    expect(listed([[both, both, B]])).toEqual([['keeps-account'], ['duplicate-account'], ['sign-in-blocked']]);
    expect(listed([[both, both, A, B]])).toEqual(Array(3).fill(['keeps-account']));
    // Not for somebody who was inactive: SCIM makes an account at the one, or links it and the sign-in leads nowhere.
    const inactive = { ...both, active: false };
    expect(listed([[inactive, both, A]])).toEqual([['duplicate-account'], ['keeps-account'], ['keeps-account']]);
    expect(listed([[inactive, both, B]])).toEqual([['sign-in-blocked'], ['duplicate-account'], ['sign-in-blocked']]);
  });

  test('values that cross are no riddle', () => {
    const old = { sso: A, scim: B };
    expect(listed([[old, { mail: B }, B]])).toEqual(Array(3).fill(['keeps-account']));
    expect(listed([[old, { mail: B }, A]])).toEqual([
      ['duplicate-account'],
      ['duplicate-account'],
      ['sign-in-blocked'],
    ]);
    expect(listed([[old, { sso: B, scim: A }, A]])).toEqual([
      ['sign-in-blocked'],
      ['duplicate-account'],
      ['sign-in-blocked'],
    ]);
    // Each value is an account, and the two have changed places: both are theirs, and neither is the other.
    expect(listed([[old, { sso: B, scim: A }, A, B]])).toEqual([
      ['sign-in-blocked'],
      ['keeps-account'],
      ['keeps-account'],
    ]);
  });

  test('an old value that is no account is nobody’s', () => {
    const rows: Row[] = [
      [{ sso: A, scim: B }, { mail: B }, B],
      [{ mail: C }, { mail: A }, C],
    ];
    expect(listed(rows)).toEqual([
      ['keeps-account', 'duplicate-account'],
      ['keeps-account', 'duplicate-account'],
      ['keeps-account', 'sign-in-blocked'],
    ]);
  });

  test('an account that nobody claims is out of reach, until somebody arrives at it', () => {
    expect(listed([[null, null, A]])).toEqual([['loses-access'], ['keeps-account'], ['keeps-account']]);
    expect(
      listed([
        [null, null, A],
        [null, { mail: A }],
      ]).map(([, newcomer]) => newcomer),
    ).toEqual(Array(3).fill('account-takeover'));
  });

  test('whoever was invited by hand stays', () => {
    expect(listed([[null, { mail: A }, A]])).toEqual(Array(3).fill(['keeps-account']));
    expect(listed([[null, { sso: B, scim: A }, A]])).toEqual([
      ['sign-in-blocked'],
      ['duplicate-account'],
      ['sign-in-blocked'],
    ]);
  });
});

describe('under another policy', () => {
  const CAPITAL = 'A@example.com';
  const under = (policy: Policy, rows: Row[], listed = false) =>
    MODES.map((mode) => outcomes(mode, rows, policy, listed));

  test('what is one address leads to one account', () => {
    const rows: Row[] = [[{ mail: A }, { mail: CAPITAL }, A]];
    for (const listed of [false, true]) {
      const lost = [['duplicate-account'], ['duplicate-account'], ['sign-in-blocked']];
      expect(under('exact', rows, listed)).toEqual(lost);
      expect(under('domain-ci', rows, listed)).toEqual(lost);
      expect(under('ascii-ci', rows, listed)).toEqual(Array(3).fill(['keeps-account']));
    }
  });

  test('what is one address is somebody else’s', () => {
    const rows: Row[] = [
      [{ mail: A }, { mail: A }, A],
      [null, { mail: CAPITAL }],
    ];
    const newcomer = (policy: Policy) => under(policy, rows).map((fates) => fates[1]);
    expect(newcomer('exact')).toEqual(['new-account', 'new-account', 'not-provisioned']);
    expect(newcomer('unicode-lower')).toEqual(Array(3).fill('account-takeover'));
  });

  test('newcomers share what is one address', () => {
    const rows: Row[] = [
      [null, { mail: A }],
      [null, { mail: `${A} ` }],
    ];
    expect(outcomes('scim', rows, 'exact')).toEqual(['new-account', 'new-account']);
    expect(outcomes('scim', rows, 'trim')).toEqual(['account-takeover', 'account-takeover']);
  });

  test('old values that are one address do not differ', () => {
    const old = { sso: A, scim: CAPITAL };
    expect(under('exact', [[old, { mail: CAPITAL }]])).toEqual(Array(3).fill(['unverified']));
    expect(under('ascii-ci', [[old, { mail: CAPITAL }]])).toEqual(Array(3).fill(['keeps-account']));
  });
});
