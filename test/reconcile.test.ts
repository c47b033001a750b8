import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  evaluateGate,
  loadUsers,
  type Person,
  PreflightError,
  reconcile,
  type User,
  type UserRecord,
} from '../src/node.ts';
import { toRecords } from './reference/agreement.ts';
import { organisation } from './reference/organisation.ts';
import { checkReport } from './support/command.ts';
import { tempFiles } from './support/temp.ts';

const MODES = ['scim', 'jit', 'manual'] as const;

/** A person without the lines that tell where their records stand. */
function withoutLines(person: Person): unknown {
  const bare = (user: User | null) => (user === null ? null : { ...user, line: 0 });
  const findings = person.findings.map(({ line: _, others, ...finding }) => ({
    ...finding,
    others: others?.map((user) => JSON.stringify(bare(user))).sort(),
  }));
  return { ...person, old: bare(person.old), new: bare(person.new), app: bare(person.app), findings };
}

function inAnyOrder(people: readonly Person[]): string[] {
  return people.map((person) => JSON.stringify(withoutLines(person))).sort();
}

describe('reconcile', () => {
  it('depends on the order of rows in nothing but lines', () => {
    const shuffled = organisation.chain((drawn) => {
      const { old, new: next, app } = toRecords(drawn);
      const order = (rows: readonly UserRecord[]) =>
        fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length });
      return fc.tuple(
        fc.constant({ old, new: next, app }),
        fc.record({ old: order(old), new: order(next), app: app === undefined ? fc.constant(undefined) : order(app) }),
      );
    });
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...MODES), ([given, mixed], mode) => {
        const numbered = {
          old: mixed.old.map(withoutLine),
          new: mixed.new.map(withoutLine),
          app: mixed.app?.map(withoutLine),
        };
        const [a, b] = [reconcile(given, { mode }), reconcile(numbered, { mode })];
        expect(inAnyOrder(b.people)).toEqual(inAnyOrder(a.people));
        expect(b.summary).toEqual(a.summary);
        expect(evaluateGate(b).status).toBe(evaluateGate(a).status);
      }),
      { numRuns: 300 },
    );
  });

  it('opens the gate for a clean organisation against itself, and everybody keeps their account', () => {
    const person = fc.record({ name: fc.constantFrom('Ann Lee', 'Bob Roe', null), hasId: fc.boolean() });
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 40 }), fc.constantFrom(...MODES), (people, mode) => {
        const records = people.map(({ name, hasId }, index) => ({
          sso: `p${index}@example.com`,
          scim: `p${index}@example.com`,
          name,
          ids: { 'employee-id': hasId ? String(1000 + index) : null },
        }));
        const reconciliation = reconcile({ old: records, new: records }, { mode });
        expect(new Set(reconciliation.people.map(({ outcome }) => outcome))).toEqual(new Set(['keeps-account']));
        expect(reconciliation.summary.findings).toEqual({});
        expect(evaluateGate(reconciliation)).toEqual({ status: 'open', reasons: [] });
      }),
    );
  });

  it('throws nothing but coded errors, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (old, next, options) => {
        try {
          reconcile({ old, new: next } as Parameters<typeof reconcile>[0], options as object);
        } catch (error) {
          expect(error).toBeInstanceOf(PreflightError);
          expect((error as PreflightError).code).toMatch(/^ERR_/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('names the record that is not one', () => {
    const records = [{ sso: 'a' }, { sso: 7 }] as unknown as UserRecord[];
    expect(() => reconcile({ old: records, new: [{ sso: 'a' }] })).toThrow(
      expect.objectContaining({ code: 'ERR_INPUT_RECORD', line: 2 }),
    );
    expect(() => reconcile({ old: [{ sso: 'a' }], new: [{ name: 'Ann' }] })).toThrow(/neither sso nor scim/);
    expect(() => reconcile({ old: [], new: [{ sso: 'a' }] })).toThrow(
      expect.objectContaining({ code: 'ERR_INPUT_EMPTY' }),
    );
  });

  it('learns what loadUsers noticed, though nobody names the inputs', async () => {
    const files = tempFiles({
      'old.csv': 'email\na@example.com\nb@example.com\n',
      'new.csv': 'email\na@example.com\n"b@example.com"x\nb@example.com\n',
    });
    const map = { sso: 'email', scim: 'email' };
    const old = await loadUsers(files['old.csv'], { side: 'old', map });
    const next = await loadUsers(files['new.csv'], { side: 'new', map });
    const reconciliation = reconcile({ old: old.users, new: next.users });
    expect(reconciliation.inputFindings.map(({ kind }) => kind)).toEqual(['record-rejected']);
    expect(evaluateGate(reconciliation).status).toBe('closed');
    // Lists of pages, filters and copies tell it too.
    const changed = [...old.users].filter(() => true).map((user) => ({ ...user, name: 'Ann' }));
    expect(evaluateGate(reconcile({ old: changed, new: [next.users].flat() })).status).toBe('closed');
  });
});

describe('files of one side', () => {
  const rows = Array.from({ length: 12 }, (_, n) => `p${n}@example.com,${n + 1},Name${n} Of`);
  const head = 'email,employee id,name';
  const csv = (list: readonly string[]) => `${[head, ...list].join('\n')}\n`;
  const maps = ['old', 'new'].flatMap((side) => [`--${side}-map`, 'sso=email', `--${side}-map`, 'scim=email']);
  const drifted = rows.map((row, n) => (n % 4 === 0 ? row.toUpperCase() : row));

  it('say the same in any order, and as one file', async () => {
    const files = tempFiles({
      'old.csv': csv(rows),
      'all.csv': csv(drifted),
      'one.csv': csv(drifted.slice(0, 7)),
      'two.csv': csv(drifted.slice(7).reverse()),
    });
    const outcomes = async (...sources: string[]) => {
      const args = sources.flatMap((source) => ['--new', source]);
      const { report } = await checkReport(['--old', files['old.csv'], ...args, ...maps]);
      return report.people.map((person) => `${person.old?.sso} ${person.new?.sso} ${person.outcome}`).sort();
    };
    const whole = await outcomes(files['all.csv']);
    expect(whole).toHaveLength(12);
    expect(await outcomes(files['one.csv'], files['two.csv'])).toEqual(whole);
    expect(await outcomes(files['two.csv'], files['one.csv'])).toEqual(whole);
  });

  it('leave out a record that was in an earlier one', async () => {
    const files = tempFiles({ 'old.csv': csv(rows), 'one.csv': csv(rows.slice(0, 7)), 'two.csv': csv(rows.slice(5)) });
    const { report } = await checkReport([
      '--old',
      files['old.csv'],
      '--new',
      files['one.csv'],
      '--new',
      files['two.csv'],
      ...maps,
    ]);
    expect(report.inputs.map(({ records, users, rejected, excluded }) => [records, users, rejected, excluded])).toEqual(
      [
        [12, 12, 0, 0],
        [7, 7, 0, 0],
        [7, 5, 0, 2],
      ],
    );
    expect(report.gate.status).toBe('open');
  });
});

function withoutLine(record: UserRecord): UserRecord {
  const { line: _, ...rest } = record;
  return rest;
}
