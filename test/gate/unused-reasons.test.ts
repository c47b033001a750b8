import { describe, expect, it } from 'vitest';
import { applyPolicy, type Reconciliation, reconcile, render, type Waiver } from '../../src/index.ts';
import { policy } from './world.ts';

const ann = { sso: 'ann.lee@example.com', name: 'Ann Lee', ids: { 'employee-id': '1' } };
const bob = { sso: 'bob.roe@example.com', username: 'broe', name: 'Bob Roe', ids: { 'employee-id': '00123' } };
const cem = { sso: 'cem@example.com', name: 'Cem Ito', ids: { 'external-id': '77' } };
/** Bob and Cem have no user in the new IdP. */
const gone = reconcile({ old: [ann, bob, cem], new: [ann] }, { mode: 'jit' });

const LEAVES: Partial<Waiver> = { kind: 'missing-in-new', outcome: 'loses-access' };

/** What is told of each waiver that is not applied as it is written. */
function told(world: Reconciliation, ...waivers: readonly Partial<Waiver>[]): (string | undefined)[] {
  const applied = applyPolicy(world, policy(...waivers));
  const told = (applied.policy?.waivers ?? []).map(({ unapplied }) => unapplied);
  const messages = applied.inputFindings.map(({ message }) => message);
  for (const why of told) if (why !== undefined) expect(messages.some((message) => message.includes(why))).toBe(true);
  return told;
}

describe('a name that nobody has', () => {
  it.each([
    ['letter case', 'Bob.Roe@Example.com', 'bob.roe@example.com'],
    ['space', 'bob.roe@example.com ', 'bob.roe@example.com'],
    ['what is around it', '<bob.roe@example.com>', 'bob.roe@example.com'],
    ['a letter', 'bob.ro@example.com', 'bob.roe@example.com'],
    ['two letters that have changed places', 'bob.roe@exmaple.com', 'bob.roe@example.com'],
    ['the domain that is missing', 'bob.roe', 'bob.roe@example.com'],
    ['the login', 'BROE', 'broe'],
    ['the name in words', 'bob roe', 'bob.roe@example.com'],
    ['zeros in front of an id', 'employee-id:123', 'employee-id:00123'],
    ['the kind of an id that is missing', '00123', 'employee-id:00123'],
    ['the kind of an id', 'employee-id:77', 'external-id:77'],
    ['the letter case of the kind', 'Employee-ID:00123', 'employee-id:00123'],
  ])('is told from one that differs in %s', (_, person, meant) => {
    expect(told(gone, { ...LEAVES, person })).toEqual([
      `waived nothing: “${person}” (nobody is called that; did you mean “${meant}”?)`,
    ]);
  });

  it.each([
    ['far away', 'zoe@example.org'],
    ['another short address', 'dan@example.com'],
    ['another number', 'employee-id:124'],
  ])('is told without a guess where it is %s', (_, person) => {
    expect(told(gone, { ...LEAVES, person })).toEqual([`waived nothing: “${person}” (nobody is called that)`]);
  });

  it('with other digits is somebody else', () => {
    const people = ['p17@example.com', 'p18@example.com'].map((sso) => ({ sso }));
    const world = reconcile({ old: people, new: people.slice(0, 1) }, { mode: 'jit' });
    expect(told(world, { ...LEAVES, person: 'p19@example.com' })).toEqual([
      'waived nothing: “p19@example.com” (nobody is called that)',
    ]);
  });

  it('beside others is told with those alone', () => {
    const person = ['bob.roe@example.com', 'Cem@example.com'];
    expect(told(gone, { ...LEAVES, person })).toEqual([
      'waived nothing of “Cem@example.com” (nobody is called that; did you mean “cem@example.com”?)',
    ]);
  });

  it('never repeats what is live in an export', () => {
    const old = [{ sso: 'bo\u001b[31mb@example.com' }, { sso: 'dee\u202E@example.com ' }];
    const world = reconcile({ old, new: [ann] }, { mode: 'jit' });
    expect(told(world, { ...LEAVES, person: ['bo[31mb@example.com', 'DEE@example.com'] })).toEqual([
      'waived nothing: “bo[31mb@example.com” (nobody is called that; did you mean “bo⟨U+001B⟩[31mb@example.com”?), ' +
        '“DEE@example.com” (nobody is called that; did you mean “dee⟨U+202E⟩@example.com␠”?)',
    ]);
  });
});

describe('somebody who is there', () => {
  it.each<[string, Partial<Waiver>, string]>([
    [
      'with another kind',
      { kind: 'inactive-in-new' },
      'has none of what is waived, but missing-in-new, outcome loses-access',
    ],
    [
      'with another outcome',
      { outcome: 'sign-in-blocked' },
      'has none of what is waived, but missing-in-new, outcome loses-access',
    ],
  ])('%s: what they have is said', (_, about, why) => {
    expect(told(gone, { ...about, person: 'bob.roe@example.com' })).toEqual([
      `waived nothing: “bob.roe@example.com” (${why})`,
    ]);
  });

  it('and keeps their account needs no waiver', () => {
    expect(told(gone, { ...LEAVES, person: ann.sso })).toEqual([
      'waived nothing: “ann.lee@example.com” (nothing of theirs closes the gate)',
    ]);
  });

  it('may be waived by an earlier waiver already', () => {
    const again = { ...LEAVES, person: bob.sso };
    expect(told(gone, { ...again, id: 'first' }, again)).toEqual([
      undefined,
      'waived nothing: “bob.roe@example.com” (“first” waives it already)',
    ]);
  });
});

it('a pattern is told from one that fits somebody else', () => {
  expect(told(gone, { ...LEAVES, pattern: ['ann*', 'svc-*'] })).toEqual([
    'waived nothing: “ann*” (whoever fits it has none of what is waived), “svc-*” (nobody fits it)',
  ]);
});

describe('a waiver of nobody', () => {
  const input = (file: string) =>
    ({ side: 'old', file, excludedReasons: {} }) as unknown as Reconciliation['inputs'][0];
  const rejected = {
    kind: 'record-rejected',
    severity: 'error',
    file: 'old.csv',
    line: 7,
    message: '',
    remedy: '',
  } as const;
  const world: Reconciliation = { ...gone, inputs: [input('old.csv'), input('in/new.csv')], inputFindings: [rejected] };

  it.each<[Partial<Waiver>, string]>([
    [{ kind: 'coverage-low' }, 'there is none of it in this report'],
    [{ kind: 'record-rejected', file: 'odl.csv' }, 'no file “odl.csv” was read; did you mean “old.csv”?'],
    [{ kind: 'record-rejected', file: './new.csv' }, 'no file “./new.csv” was read; did you mean “in/new.csv”?'],
    [{ kind: 'record-rejected', file: 'members.csv' }, 'no file “members.csv” was read'],
    [{ kind: 'round-count', file: 'old.csv' }, 'there is none of it in “old.csv”'],
    [
      { kind: 'record-rejected', file: 'old.csv', line: 6 },
      'there is none of it in line 6 of “old.csv”, but in line 7',
    ],
  ])('%j', (about, why) => expect(told(world, about)).toEqual([`waived nothing: ${why}`]));
});

describe('the first screen of the report', () => {
  async function head(...waivers: readonly Partial<Waiver>[]): Promise<string> {
    let text = '';
    for await (const piece of render('text', applyPolicy(gone, policy(...waivers)))) text += piece;
    return text.slice(0, text.indexOf('\nWhat was compared'));
  }

  it('tells of what is expired, misspelt and too broad, before what to do first', async () => {
    const text = await head(
      { ...LEAVES, id: 'late', person: bob.sso, expires: '2026-05-31' },
      { ...LEAVES, id: 'typo', person: 'Bob.Roe@example.com' },
      { ...LEAVES, id: 'all' },
    );
    expect(text).toContain(
      '\nWaivers that do less than they say\n' +
        '  - late held until 2026-05-31, and is not applied\n' +
        '  - typo waived nothing: “Bob.Roe@example.com” (nobody is called that; did you mean “bob.roe@example.com”?)\n' +
        '  - all is about nobody in particular, and is not applied where it is not\n' +
        '\nDo first\n',
    );
  });

  it('tells of few, and of none for long', async () => {
    const person = Array.from({ length: 100 }, (_, n) => `nobody-${n}@example.com`);
    const text = await head(...['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...LEAVES, id, person })));
    const [, section = ''] = text.split('Waivers that do less than they say\n');
    const lines = section.slice(0, section.indexOf('\n\n')).split('\n');
    expect(lines.map((line) => line.slice(0, 21))).toEqual([
      '  - a waived nothing:',
      '  - b waived nothing:',
      '  - c waived nothing:',
      '  - 2 more below',
    ]);
    for (const line of lines) expect(line.length).toBeLessThan(300);
  });

  it('says nothing where all of them do what they say', async () => {
    expect(await head({ ...LEAVES, person: [bob.sso, cem.sso] })).not.toContain('Waivers');
  });
});
