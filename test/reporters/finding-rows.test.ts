import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/index.ts';
import type { Reconciliation } from '../../src/model/reconciliation.ts';
import { FINDING_HEADER, findingRows } from '../../src/reporters/finding-rows.ts';

const user = (side: string) => [
  ...['file', 'line', 'name', 'sso', 'scim', 'username', 'employee id', 'immutable id', 'external id', 'active'].map(
    (field) => `${side} ${field}`,
  ),
];

/** The rows as objects, without what is empty. */
function rowsOf(reconciliation: Reconciliation): Record<string, string>[] {
  return [...findingRows(reconciliation)].map((cells) =>
    Object.fromEntries(
      cells.flatMap((cell, index) => (cell === '' ? [] : [[FINDING_HEADER[index], cell] as [string, string]])),
    ),
  );
}

describe('the rows of findings', () => {
  it('have the columns that people filter by, under names that stay', () => {
    expect(FINDING_HEADER).toEqual([
      ...['severity', 'kind', 'outcome', 'owner', 'side', 'file', 'line', 'column', 'attribute'],
      ...['old value', 'new value', 'difference', 'shown old', 'shown new', 'message', 'remedy'],
      ...['old', 'new', 'app'].flatMap(user),
      ...['waiver', 'waived until', 'waiver reason', 'outcome waiver'],
      ...['duplicate under', 'takeover under', 'harmless under'],
      ...['tier', 'evidence', 'other users', 'others'],
    ]);
  });

  it('say of a finding what it is, and whose', () => {
    const reconciliation = reconcile(
      {
        old: [{ sso: 'ann@example.com', name: 'Ann Lee', ids: { 'employee-id': '007' }, file: 'old.csv', line: 2 }],
        new: [{ sso: 'Ann@example.com ', name: 'Ann Lee', ids: { 'employee-id': '7' }, file: 'new.csv', line: 3 }],
      },
      { mode: 'jit' },
    );
    const [row] = rowsOf(reconciliation).filter(({ kind }) => kind === 'sso-email-mismatch');
    expect(row).toEqual({
      severity: 'error',
      kind: 'sso-email-mismatch',
      outcome: 'duplicate-account',
      owner: 'yes',
      side: 'new',
      file: 'new.csv',
      line: '3',
      attribute: 'sso',
      'old value': 'ann@example.com',
      'new value': 'Ann@example.com ',
      difference: 'case whitespace',
      'shown old': 'ann@example.com',
      'shown new': 'Ann@example.com␠',
      message: expect.stringContaining('Ann@example.com␠'),
      remedy: expect.any(String),
      'old file': 'old.csv',
      'old line': '2',
      'old name': 'Ann Lee',
      'old sso': 'ann@example.com',
      'old employee id': "'007",
      'old active': 'yes',
      'new file': 'new.csv',
      'new line': '3',
      'new name': 'Ann Lee',
      'new sso': 'Ann@example.com ',
      'new employee id': "'7",
      'new active': 'yes',
      'duplicate under': 'exact trim ascii-ci domain-ci unicode-lower',
      'harmless under': 'nfkc-lower-strip',
      tier: 'employee-id',
      evidence: expect.stringContaining('employee-id'),
    });
  });

  it('begin with what is said of the inputs, and go on as the report does', () => {
    const sides = (from: string) =>
      Array.from({ length: 100 }, (_, n) => ({ sso: `${from}${n}@example.com`, ids: { 'employee-id': `${n + 1}` } }));
    const reconciliation = reconcile({ old: sides('a'), new: sides('A') }, { mode: 'jit' });
    const expected = [
      ...reconciliation.inputFindings.map(({ kind }) => [kind, undefined]),
      ...reconciliation.people.flatMap(({ findings, old, new: next }) =>
        findings.map(({ kind }) => [kind, String((old ?? next)?.line)]),
      ),
    ];
    expect(reconciliation.inputFindings.length).toBeGreaterThan(0);
    expect(rowsOf(reconciliation).map((row) => [row.kind, row['old line'] ?? row['new line']])).toEqual(expected);
  });

  it('name the first few others, and say how many there are', () => {
    const shared = Array.from({ length: 5 }, (_, n) => ({ sso: 'x@example.com', name: `Person ${n}` }));
    const rows = rowsOf(reconcile({ old: [{ sso: 'y@example.com' }], new: shared }, { mode: 'jit' }));
    const [row] = rows.filter(({ kind }) => kind === 'duplicate-email');
    expect(row?.['other users']).toBe('4');
    expect(row?.others).toBe(
      'new record 2 Person 1 x@example.com; new record 3 Person 2 x@example.com; new record 4 Person 3 x@example.com; and 1 more',
    );
  });

  it('are none where there are no findings', () => {
    const records = [{ sso: 'ann@example.com' }];
    expect(rowsOf(reconcile({ old: records, new: records }, { mode: 'jit' }))).toEqual([]);
  });
});
