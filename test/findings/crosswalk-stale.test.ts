import { describe, expect, it } from 'vitest';
import { lineRuns } from '../../src/findings/line-runs.ts';
import type { CrosswalkDecision, Decision } from '../../src/model/crosswalk.ts';
import { reconcile } from '../../src/reconcile.ts';

const PEOPLE = Array.from({ length: 60 }, (_, n) => ({ sso: `p${n}@example.com`, ids: { 'employee-id': `${n + 1}` } }));

function row(decision: Decision, old: number, next: number, line?: number): CrosswalkDecision {
  const key = (n: number) => ({ email: `p${n}@example.com` });
  return { decision, old: key(old), new: key(next), ...(line === undefined ? {} : { file: 'all.csv', line }) };
}

function stale(crosswalk: readonly CrosswalkDecision[]) {
  const { inputFindings } = reconcile({ old: PEOPLE, new: PEOPLE }, { mode: 'jit', crosswalk });
  return inputFindings
    .filter(({ kind }) => kind === 'crosswalk-stale')
    .map(({ severity, file, line, message, remedy }) => ({ severity, file, line, message, remedy }));
}

describe('decisions that change nothing', () => {
  it('of one row are told by whom they are about', () => {
    expect(stale([row('same', 1, 1, 7)])).toEqual([
      {
        severity: 'warning',
        file: 'all.csv',
        line: 7,
        message: '“same” for old p1@example.com and new p1@example.com: they are one person without it by now.',
        remedy: 'Take the row out, or leave it as a record.',
      },
    ]);
  });

  it('of a whole mapping table are one finding, with every line', () => {
    const rows = PEOPLE.map((_, n) => row('same', n, n, n < 30 ? n + 2 : n + 12));
    expect(stale(rows.reverse())).toEqual([
      {
        severity: 'warning',
        file: 'all.csv',
        line: 2,
        message:
          '“same” for 60 couples, in lines 2–31, 42–71 (old p0@example.com and new p0@example.com; ' +
          'old p1@example.com and new p1@example.com; old p2@example.com and new p2@example.com; …): ' +
          'they are one person without it by now.',
        remedy: 'Take the rows out, or leave them as a record.',
      },
    ]);
  });

  it('are told apart by what was decided', () => {
    const told = stale([
      row('same', 1, 1, 2),
      row('different', 2, 3, 3),
      row('same', 4, 4, 4),
      row('different', 5, 6, 5),
    ]);
    expect(told.map(({ line, message }) => [line, message.slice(0, 44)])).toEqual([
      [3, '“different” for 2 couples, in lines 3, 5 (ol'],
      [2, '“same” for 2 couples, in lines 2, 4 (old p1@'],
    ]);
  });

  it('of a program have no lines', () => {
    expect(stale([row('same', 1, 1), row('same', 2, 2)])[0]).toMatchObject({
      line: undefined,
      message: expect.stringMatching(/^“same” for 2 couples \(old p1@example\.com and new p1@example\.com; /),
    });
  });
});

describe('lines in words', () => {
  it.each([
    [[], ''],
    [[4], '4'],
    [[4, 5], '4–5'],
    [[9, 2, 3, 4, 3], '2–4, 9'],
  ])('%j', (lines, words) => expect(lineRuns(lines)).toBe(words));

  it('of very many runs name the first, and count the rest', () => {
    const lines = Array.from({ length: 50 }, (_, n) => 2 * n + 1);
    expect(lineRuns(lines)).toMatch(/^1, 3, .*, 77, 79 and 10 more$/);
  });
});
