import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Doubt } from '../../src/crosswalk/doubts.ts';
import { CROSSWALK_HEADER } from '../../src/crosswalk/index.ts';
import { together } from '../../src/crosswalk/together.ts';
import type { CrosswalkDecision } from '../../src/model/crosswalk.ts';
import type { User, UserRecord } from '../../src/model/user.ts';
import { reconcile } from '../../src/reconcile.ts';
import { LIVE_IN_CSV, looksLikeFormula } from '../support/csv-report.ts';
import { filledIn, type Row, template } from './table.ts';

const A = 'ann@example.com';

function rowsOf(old: UserRecord[], next: UserRecord[], app?: UserRecord[], crosswalk: CrosswalkDecision[] = []): Row[] {
  const lists = { old, new: next, ...(app === undefined ? {} : { app }) };
  return template(reconcile(lists, { mode: 'jit', crosswalk }), crosswalk);
}

/** A row without its empty cells. */
const filled = (row: Row | undefined) =>
  Object.fromEntries(Object.entries(row ?? {}).filter(([, cell]) => cell !== ''));

describe('a template', () => {
  it('is empty where nobody is in doubt', () => {
    expect(rowsOf([{ sso: A, name: 'Ann Lee' }], [{ sso: A, name: 'Ann Lee' }])).toEqual([]);
  });

  it('asks about each couple of an ambiguous group once, and says what speaks for it and who else there is', () => {
    const old = [{ sso: A, name: 'Ann Lee', ids: { 'employee-id': '007' }, active: false, username: 'ann' }];
    const next = [
      { sso: A, name: 'Lee, Ann', active: false },
      { sso: A, name: 'Cem Ito', active: false, ids: { 'external-id': 'x' } },
    ];
    const rows = rowsOf(old, next);
    expect(rows).toHaveLength(2);
    expect(filled(rows[0])).toEqual({
      why: 'ambiguous-correlation',
      'old person': 'Ann Lee <ann@example.com>, login ann, employee-id 007, inactive',
      'new person': 'Lee, Ann <ann@example.com>, inactive',
      evidence: 'agree: email-exact, name',
      candidates: '1 more: new Cem Ito <ann@example.com>, external-id x, inactive',
      doubt: '2 new users could be this person.',
      'old email': A,
      'old username': 'ann',
      'old employee-id': "'007",
      'old name': 'Ann Lee',
      'new email': A,
      'new name': 'Lee, Ann',
    });
    expect(rows[1]?.evidence).toBe('agree: email-exact. differ: name');
  });

  it('asks about a pair by name and local part', () => {
    const rows = rowsOf([{ sso: A, name: 'Ann Lee' }], [{ sso: 'ann@example.org', name: 'Ann Lee' }]);
    expect(rows.map(({ why, evidence, candidates }) => [why, evidence, candidates])).toEqual([
      ['unconfirmed-correlation', 'agree: local-part, name', ''],
    ]);
  });

  it('asks about a pair whose names differ', () => {
    const rows = rowsOf([{ sso: A, name: 'Ann Lee' }], [{ sso: A, name: 'Cem Ito' }]);
    expect(rows.map(({ why, evidence }) => [why, evidence])).toEqual([
      ['name-conflict', 'agree: email-exact. differ: name'],
    ]);
  });

  it('asks about namesakes once, though both of them are told', () => {
    const rows = rowsOf([{ sso: A, name: 'Ann Lee' }], [{ sso: 'a@example.org', name: 'Ann Lee' }]);
    expect(rows.map(({ why, evidence }) => [why, evidence])).toEqual([['possible-same-person', 'agree: name']]);
  });

  it('asks about an account by its address, of the old user where there is one', () => {
    const left = [{ sso: A, name: 'Ann Lee', active: false }];
    const app = [
      { sso: A, name: 'Olga Petrov' },
      { sso: A, name: 'Ivan Orlov' },
      { sso: 'c@example.com', name: 'Olga Petrov' },
    ];
    const next = [
      { sso: A, name: 'Ann Lee' },
      { sso: 'c@example.com', name: 'Cem Ito' },
    ];
    const rows = rowsOf(left, next, app);
    expect(rows.map(filled)).toEqual([
      {
        why: 'name-conflict',
        'old person': 'Ann Lee <ann@example.com>, inactive',
        'app account': 'Olga Petrov <ann@example.com>',
        evidence: 'agree: email-exact. differ: name',
        candidates: '1 more: app Ivan Orlov <ann@example.com>',
        doubt: expect.stringContaining('The app has this account under the name “Ivan Orlov”'),
        'old email': A,
        'old name': 'Ann Lee',
        'app email': A,
      },
      {
        why: 'name-conflict',
        'new person': 'Cem Ito <c@example.com>',
        'app account': 'Olga Petrov <c@example.com>',
        evidence: 'agree: email-exact. differ: name',
        doubt: expect.stringContaining('Olga Petrov'),
        'new email': 'c@example.com',
        'new name': 'Cem Ito',
        'app email': 'c@example.com',
      },
    ]);
  });

  it('asks of a crowd about those whom the finding lists', () => {
    const crowd = Array.from({ length: 101 }, (_, index) => ({ sso: A, username: `u${index}` }));
    const rows = rowsOf(crowd, crowd);
    expect(rows.length).toBeGreaterThan(100);
    expect(rows[0]?.doubt).toMatch(/^Very many new users could be this person/);
    expect(new Set(rows.map((row) => JSON.stringify([row['old username'], row['new username']]))).size).toBe(
      rows.length,
    );
  });

  it('writes few of many candidates out', () => {
    const next = Array.from({ length: 9 }, (_, index) => ({ sso: A, username: `u${index}` }));
    const [row] = rowsOf([{ sso: A }], next);
    expect(row?.candidates).toMatch(/^8 more: /);
    expect(row?.candidates?.split(' | ')).toHaveLength(6);
    expect(row?.candidates).toMatch(/ \| …$/);
  });
});

describe('rows that are decided together', () => {
  const couples = (rows: readonly Row[]) =>
    rows.map((row) => `${row['old username'] ?? ''} ${row['new username'] ?? ''} ${row['app email'] ?? ''}`.trim());

  it('stand together, in whatever order people are reported', () => {
    const logins = ['ann', 'bob', 'cem'];
    const at = (login: string, username: string) => ({ sso: `${login}@example.com`, username });
    // Of each there is a former record, and all of these stand before those in use.
    const old = ['former', 'now'].flatMap((time) => logins.map((login) => at(login, `${login}-${time}`)));
    const next = logins.map((login) => at(login, login));
    expect(couples(rowsOf(old, next))).toEqual([
      'ann-former ann',
      'ann-now ann',
      'bob-former bob',
      'bob-now bob',
      'cem-former cem',
      'cem-now cem',
    ]);
  });

  it('are those that a record links, at whatever distance', () => {
    const user = (side: 'old' | 'new', line: number): User => ({
      side,
      file: 'x.csv',
      line,
      sso: null,
      scim: null,
      username: `${side}${line}`,
      ids: { 'employee-id': null, 'external-id': null, 'immutable-id': null },
      name: null,
      active: true,
    });
    const finding = { kind: 'ambiguous-correlation', severity: 'error', message: '', remedy: '' } as const;
    const doubt = (old: number, next: number): Doubt => ({
      old: user('old', old),
      new: user('new', next),
      app: null,
      finding,
      evidence: [],
    });
    const given = [doubt(1, 1), doubt(2, 2), doubt(3, 3), doubt(4, 2), doubt(4, 3), doubt(5, 1)];
    const sorted = together(given).map(({ old, new: next }) => `${old?.line}-${next?.line}`);
    expect(sorted).toEqual(['1-1', '5-1', '2-2', '3-3', '4-2', '4-3']);
  });

  it('tell records of one line in two files, or on two sides, apart', () => {
    const at = (file: string): User => ({
      side: 'app',
      file,
      line: 2,
      sso: null,
      scim: null,
      username: null,
      ids: { 'employee-id': null, 'external-id': null, 'immutable-id': null },
      name: null,
      active: true,
    });
    const finding = { kind: 'name-conflict', severity: 'error', message: '', remedy: '' } as const;
    const doubt = (old: string, app: string): Doubt => ({
      old: { ...at(old), side: 'old' },
      new: null,
      app: at(app),
      finding,
      evidence: [],
    });
    const given = [doubt('a', 'b'), doubt('c', 'd'), doubt('b', 'a'), doubt('a', 'e')];
    expect(together(given).map((each) => given.indexOf(each))).toEqual([0, 3, 1, 2]);
  });
});

describe('a template for a crosswalk that is there already', () => {
  const [old, next] = [
    [{ sso: A }],
    [
      { sso: A, username: 'una' },
      { sso: A, username: 'uma' },
    ],
  ];
  const key = { email: A, ids: {} };

  it('keeps what is decided, and asks about the rest', () => {
    const given: CrosswalkDecision[] = [
      { decision: 'different', old: key, new: { ...key, username: 'una' }, note: '=1+1', line: 2 },
    ];
    const rows = rowsOf(old, next, undefined, given);
    expect(rows.map(filled)).toEqual([
      { decision: 'different', note: "'=1+1", 'old email': A, 'new email': A, 'new username': 'una' },
      expect.objectContaining({ why: 'ambiguous-correlation', 'new username': 'uma' }),
    ]);
  });

  it('asks anew about what is not decided, with its note', () => {
    const given: CrosswalkDecision[] = [
      { old: key, new: { ...key, username: 'una' }, note: 'asked Ann' },
      { old: key, new: { ...key, username: 'uma' } },
      { old: { email: 'gone@example.com', ids: {} }, new: key },
      { old: { email: 'gone@example.com', ids: {} }, new: key, note: 'gone' },
    ];
    const rows = rowsOf(old, next, undefined, given);
    expect(rows.map(({ note, why, 'new username': login }) => [note, why, login])).toEqual([
      ['asked Ann', 'ambiguous-correlation', 'una'],
      ['', 'ambiguous-correlation', 'uma'],
      ['gone', '', ''],
    ]);
  });
});

describe('hostile values', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      '=cmd|x',
      "'quoted",
      '+1',
      '00123',
      'TRUE',
      '#N/A',
      'a;=b',
      '⟨U+003D⟩',
      '\u202Eevil',
      'a\nb',
      '1e5',
      '@x',
    ),
  );
  const visible = hostile.filter((value) => !/^\p{White_Space}*$/u.test(value));

  it('are inert in every cell, and found again exactly', () => {
    const user = fc.record({ sso: visible, username: visible, name: visible });
    fc.assert(
      fc.property(user, user, visible, (a, b, id) => {
        // One of them has to be ambiguous, whatever they are called.
        const old = [{ ...a, ids: { 'external-id': id } }];
        const next = [
          { ...b, sso: a.sso },
          { ...b, sso: a.sso, username: `${b.username}2` },
        ];
        const rows = rowsOf(old, next);
        expect(rows).toHaveLength(2);
        for (const cell of rows.flatMap((row) => Object.values(row))) {
          expect(cell).not.toMatch(LIVE_IN_CSV);
          expect(looksLikeFormula(cell)).toBe(false);
        }
        const [first] = filledIn(rows);
        expect(first?.old).toEqual({ email: a.sso, username: a.username, name: a.name, ids: { 'external-id': id } });
        expect(first?.new).toEqual({ email: a.sso, username: b.username, name: b.name, ids: {} });
      }),
      { numRuns: 500 },
    );
  });
});

it('has a header without a column twice', () => {
  expect(new Set(CROSSWALK_HEADER).size).toBe(CROSSWALK_HEADER.length);
  expect(CROSSWALK_HEADER.slice(0, 2)).toEqual(['decision', 'note']);
});
