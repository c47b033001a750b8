import { expect, test } from 'vitest';
import { type Mode, type Outcome, simulate } from './simulation.ts';
import { A, B, C, D, type Sketch, write } from './write.ts';

type Row = [old: Sketch | null, next: Sketch | null];

/** The outcomes of people who are known to be who they are. */
function outcomes(mode: Mode, rows: Row[]): Outcome[] {
  const parties = rows.map(([old, next], i) => ({
    id: `p${i}`,
    olds: write(old ? [old] : [], []).old.map((user) => ({ ...user, ref: `old${i}` })),
    news: write([], next ? [next] : []).new.map((user) => ({ ...user, ref: `new${i}` })),
    undecided: false,
  }));
  const fates = simulate(parties, mode);
  return parties.map((party) => fates.get(party.id)?.outcome ?? 'unverified');
}

const all = (rows: Row[]) => [outcomes('scim', rows), outcomes('jit', rows), outcomes('manual', rows)];

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
