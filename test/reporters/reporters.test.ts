import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconcile } from '../../src/index.ts';
import type { Report } from '../../src/model/report.ts';
import { runCommand } from '../support/command.ts';
import { tempFiles } from '../support/temp.ts';
import { whole } from './whole.ts';

/** Controls but the line feed, and everything that moves, hides or reorders text. */
const LIVE = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const HOSTILE = [
  '\u001b[31mred\u001b[0m',
  '\u001b]0;title\u0007',
  'a\rb',
  'a\nb',
  'a\u202Eb',
  'a\u2066b',
  'a\u2028b',
  '\u009B2J',
  'a\u200Bb',
  '\uFEFF',
  'a\u0000b',
  '\u{E0041}',
  '\uD800',
];
const hostile = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }));

describe('text', () => {
  it('is inert in a terminal, whatever is in the records', async () => {
    const record = fc.record({
      sso: hostile,
      scim: hostile,
      name: hostile,
      username: hostile,
      file: hostile,
      ids: fc.record({ 'employee-id': hostile }),
      active: fc.boolean(),
    });
    const side = fc.array(record, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(side, side, async (old, next) => {
        const text = await whole('text', reconcile({ old, new: next }), { all: true });
        expect(text).not.toMatch(LIVE);
      }),
      { numRuns: 300 },
    );
  });

  it('is inert whatever is in headers, statuses and file names', async () => {
    for (const text of HOSTILE.filter((value) => !/[\n\r\u0000]|\uD800/.test(value))) {
      const files = tempFiles({
        'old.csv': `email,username,status,x${text},x${text}\nann@example.com,b${text},${text},System.String[],\n`,
        [`n${text.replace('/', '')}.csv`]: `email,login${text},status\nann@example.com,${text},${text}\n"b${text}"x,,\n`,
      });
      const [old, next] = Object.values(files) as [string, string];
      const ran = await runCommand(['check', '--old', old, '--new', next, '--all']);
      expect(ran.status).toBe(1);
      expect(ran.stdout + ran.stderr).not.toMatch(LIVE);
      const failed = await runCommand([
        'check',
        '--old',
        old,
        '--new',
        next,
        '--new-map',
        `sso=${text}`,
        text,
        `--${text}`,
      ]);
      expect(failed.status).toBe(2);
      expect(failed.stderr).not.toMatch(LIVE);
    }
  });

  it('says the verdict first', async () => {
    const closed = reconcile({ old: [{ sso: 'a@example.com' }], new: [{ sso: 'A@example.com' }] }, { mode: 'jit' });
    expect(await whole('text', closed)).toMatch(
      /^GATE CLOSED: do not switch yet\. 0 of 1 person with an account today keep it/,
    );
    const open = reconcile({ old: [{ sso: 'a@example.com' }], new: [{ sso: 'a@example.com' }] }, { mode: 'jit' });
    expect(await whole('text', open)).toMatch(/^GATE OPEN: /);
  });

  it('has colours only where they are asked for', async () => {
    const closed = reconcile({ old: [{ sso: 'a@example.com' }], new: [{ sso: 'A@example.com' }] }, { mode: 'jit' });
    expect(await whole('text', closed)).not.toContain('\u001b');
    expect(await whole('text', closed, { color: true })).toContain('\u001b[31m');
  });

  it('shows the first few of many, and all on demand', async () => {
    const sides = (from: string) =>
      Array.from({ length: 9 }, (_, n) => ({ sso: `${from}${n}@example.com`, ids: { 'employee-id': `${n + 1}` } }));
    const many = reconcile({ old: sides('a'), new: sides('A') }, { mode: 'jit' });
    expect(await whole('text', many)).toContain('and 6 more');
    const all = await whole('text', many, { all: true });
    expect(all).not.toContain(' more ');
    for (let n = 0; n < 9; n += 1) expect(all).toContain(`A${n}@example.com`);
  });

  it('shows a difference that SSO and SCIM share once', async () => {
    const old = [{ sso: 'a@example.com', scim: 'a@example.com' }];
    const same = reconcile({ old, new: [{ sso: 'A@example.com', scim: 'A@example.com' }] });
    expect(await whole('text', same)).toContain('sso-email-mismatch and scim-email-mismatch  1 person');
    const apart = reconcile({ old, new: [{ sso: 'A@example.com', scim: 'a@Example.com' }] });
    expect(await whole('text', apart)).not.toContain('sso-email-mismatch and');
  });
});

describe('json', () => {
  it('reads back to what it was made of, lone surrogates included', async () => {
    const side = fc.array(fc.record({ sso: hostile, scim: hostile, name: hostile }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(side, side, async (old, next) => {
        const reconciliation = reconcile({ old, new: next });
        const report: Report = JSON.parse(await whole('json', reconciliation, { all: true }));
        expect(report.people).toEqual(JSON.parse(JSON.stringify(reconciliation.people)));
        expect(report.summary).toEqual(reconciliation.summary);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out whoever needs nothing, unless all are asked for', async () => {
    const records = ['a', 'b', 'c'].map((name) => ({ sso: `${name}@example.com` }));
    const reconciliation = reconcile(
      { old: records, new: [...records.slice(0, 2), { sso: 'C@example.com' }] },
      { mode: 'jit' },
    );
    const some: Report = JSON.parse(await whole('json', reconciliation));
    expect(some.people.map(({ outcome }) => outcome)).toEqual(['duplicate-account']);
    expect(JSON.parse(await whole('json', reconciliation, { all: true })).people).toHaveLength(3);
    expect(some.summary.outcomes['keeps-account']).toBe(2);
  });

  it('differs between two runs in nothing but createdAt', async () => {
    const records = [{ sso: 'a@example.com' }];
    const made = async (createdAt: string) =>
      JSON.parse(await whole('json', reconcile({ old: records, new: records }, { mode: 'jit' }), { createdAt }));
    const [first, second] = [await made('2026-01-01T00:00:00Z'), await made('2026-01-02T00:00:00Z')];
    expect(first).not.toEqual(second);
    expect({ ...first, createdAt: '' }).toEqual({ ...second, createdAt: '' });
  });
});

it('refuses a format that it does not know', async () => {
  const reconciliation = reconcile({ old: [{ sso: 'a' }], new: [{ sso: 'a' }] }, { mode: 'jit' });
  // @ts-expect-error there is no such format
  await expect(whole('pdf', reconciliation)).rejects.toMatchObject({ code: 'ERR_UNKNOWN_FORMAT' });
});

describe('where records that are left out stand', () => {
  const row = (name: string) => `${name}@example.com,${name}`;

  it.each([
    ['one', ['x', 'a'], '1 left out (out-of-scope, line 2)'],
    ['a run', ['x', 'x', 'a'], '2 left out (out-of-scope, lines 2–3)'],
    ['several', ['x', 'a', 'x'], '2 left out (out-of-scope, lines 2, 4)'],
  ])('%s', async (_, names, says) => {
    const files = tempFiles({
      'old.csv': 'email,name\na@example.com,a\n',
      'new.csv': `email,name\n${names.map((name, index) => row(name === 'x' ? `x${index}` : name)).join('\n')}\n`,
    });
    const args = ['--old', files['old.csv'], '--new', files['new.csv'], '--new-exclude', 'name=x*'];
    expect((await runCommand(['check', ...args])).stdout).toContain(says);
  });

  it('in JSON, by record', async () => {
    const files = tempFiles({
      'old.csv': 'email,name\na@example.com,a\n',
      'new.json': '[{"mail":"a@example.com"},{"mail":"x@example.com"}]',
    });
    const args = ['--old', files['old.csv'], '--new', files['new.json'], '--new-exclude', 'mail=x*'];
    expect((await runCommand(['check', ...args])).stdout).toContain('1 left out (out-of-scope, record 2)');
  });
});
