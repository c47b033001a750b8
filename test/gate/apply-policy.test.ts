import { describe, expect, it } from 'vitest';
import {
  applyPolicy,
  evaluateGate,
  type GatePolicy,
  type Reconciliation,
  reconcile,
  type Waiver,
} from '../../src/index.ts';
import { NOW, policy, waiver } from './world.ts';

const ids = (id: string) => ({ ids: { 'employee-id': id } });
const at = (sso: string, id: string, name: string) => ({ sso, name, ...ids(id) });
const ANN = at('ann@example.com', '1', 'Ann Lee');
const BOB = at('bob@example.com', '00123', 'Bob Roe');

/** Bob has no user in the new IdP. */
const gone = reconcile({ old: [ANN, BOB], new: [ANN] }, { mode: 'jit' });
/** Ann and Bob swap their addresses: each takes over the account of the other. */
const swapped = reconcile(
  { old: [ANN, BOB], new: [at(BOB.sso, '1', 'Ann Lee'), at(ANN.sso, '00123', 'Bob Roe')] },
  { mode: 'jit' },
);
/** Who is who cannot be told: two new users could be Ann. */
const ambiguous = reconcile(
  {
    old: [{ sso: 'ann@example.com' }],
    new: [
      { sso: 'ann@example.com', username: 'ann.1' },
      { sso: 'ann@example.com', username: 'ann.2' },
    ],
  },
  { mode: 'jit' },
);
const leaves: Partial<Waiver> = { kind: 'missing-in-new', outcome: 'loses-access', person: 'bob@example.com' };

function kindsOf({ inputFindings }: Reconciliation): string[] {
  return inputFindings.map(({ kind }) => kind);
}

function judged(world: Reconciliation, ...waivers: readonly Partial<Waiver>[]) {
  const applied = applyPolicy(world, policy(...waivers));
  return { applied, status: evaluateGate(applied).status, kinds: kindsOf(applied) };
}

describe('a waiver', () => {
  it('keeps an outcome and its findings from closing the gate, and leaves them where they are, marked', () => {
    const { applied, status, kinds } = judged(gone, { id: 'bob-leaves', ...leaves });
    expect(status).toBe('open');
    expect(kinds).toEqual([]);
    const mark = { id: 'bob-leaves', reason: 'agreed in CHG-1', expires: '2026-12-31' };
    const bob = applied.people.find(({ outcome }) => outcome === 'loses-access');
    expect(bob).toMatchObject({ outcome: 'loses-access', waiver: mark });
    expect(bob?.findings).toMatchObject([{ kind: 'missing-in-new', severity: 'error', waiver: mark }]);
    expect(applied.summary).toEqual(gone.summary);
    expect(evaluateGate(applied).reasons).toEqual([
      {
        code: 'waiver',
        count: 2,
        message:
          'waived by bob-leaves (it@example.com, until 2026-12-31: agreed in CHG-1): missing-in-new 1, outcome loses-access 1',
      },
    ]);
  });

  it.each([
    ['the finding alone', { outcome: undefined }],
    ['the outcome alone', { kind: undefined }],
    ['somebody else', { person: 'ann@example.com' }],
    ['another spelling', { person: 'Bob@example.com' }],
    ['a part of the address', { person: 'bob' }],
    ['an id of another kind', { person: 'external-id:00123' }],
    ['the id in another spelling', { person: 'employee-id:123' }],
    ['a pattern that does not fit', { person: undefined, pattern: 'bo@*' }],
    ['everybody, by wildcards', { person: undefined, pattern: '*@*.*' }],
    ['nobody', { person: undefined }],
    ['a finding in another file', { outcome: undefined, file: 'new.csv' }],
  ])('leaves the gate closed where it names %s', (_, change) => {
    expect(judged(gone, { ...leaves, ...change }).status).toBe('closed');
  });

  it.each<[string, Partial<Waiver>, Partial<Waiver>[]?]>([
    ['by id', { person: 'employee-id:00123' }],
    ['among others', { person: ['bob@example.com'] }],
    ['by pattern, in any letter case', { person: undefined, pattern: 'BOB@*' }],
    ['by two waivers', { outcome: undefined }, [{ ...leaves, kind: undefined }]],
    ['on its last day', { expires: '2026-06-01' }],
  ])('may name somebody %s', (_, change, more = []) => {
    expect(judged(gone, { ...leaves, ...change }, ...more).status).toBe('open');
  });

  it('is not fooled by a user name that looks like an id', () => {
    const world = reconcile({ old: [ANN, { ...BOB, username: 'employee-id:1' }], new: [ANN] }, { mode: 'jit' });
    expect(judged(world, { ...leaves, person: 'employee-id:1' }).status).toBe('closed');
  });

  it('of a warning is no reason of an open gate', () => {
    const world = reconcile({ old: [ANN], new: [ANN, BOB] }, { mode: 'jit' });
    const { applied, status } = judged(world, { kind: 'unexpected-in-new', person: BOB.sso });
    expect(applied.people.flatMap(({ findings }) => findings)).toMatchObject([{ waiver: { id: 'waiver-1' } }]);
    expect([status, evaluateGate(applied).reasons]).toEqual(['open', []]);
  });
});

describe('what is wrong with a waiver is a warning:', () => {
  it('expired', () => {
    const { applied, status, kinds } = judged(gone, { ...leaves, expires: '2026-05-31' });
    expect([status, kinds]).toEqual(['closed', ['waiver-expired']]);
    expect(applied.inputFindings[0]).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining('2026-05-31'),
    });
    expect(applied.summary.findings['waiver-expired']).toBe(1);
    expect(applied.summary.severities.warning).toBe(gone.summary.severities.warning + 1);
  });

  it('unused, as a whole or in part', () => {
    expect(judged(gone, { kind: 'email-invalid', person: 'bob@example.com' }).kinds).toEqual(['waiver-unused']);
    const { applied, status } = judged(gone, {
      ...leaves,
      person: ['bob@example.com', 'zoe@example.com'],
      pattern: 'y*',
    });
    expect(status).toBe('open');
    expect(applied.inputFindings.map(({ message }) => message)).toEqual([
      'The waiver “waiver-1” (agreed in CHG-1; it@example.com) waived nothing of “zoe@example.com” (nobody is called that), “y*” (nobody fits it).',
    ]);
  });

  it('about nobody in particular', () => {
    for (const change of [{ person: undefined }, { person: undefined, pattern: '*' }, { pattern: ['*@*'] }]) {
      expect(judged(gone, { ...leaves, ...change }).kinds).toContain('waiver-over-broad');
    }
    expect(judged(gone, { kind: 'email-invalid' }).kinds).toEqual(['waiver-unused']);
  });

  it('and is never waived in turn', () => {
    const { kinds } = judged(gone, { ...leaves, expires: '2026-05-31' }, { kind: ['waiver-expired', 'waiver-unused'] });
    expect(kinds).toEqual(['waiver-expired', 'waiver-unused']);
  });
});

describe('takeovers', () => {
  const takeover: Partial<Waiver> = { kind: ['account-takeover', 'sso-email-mismatch'], outcome: 'account-takeover' };

  it('are waived person by person, by a name that only one of them has', () => {
    // Both arrive at both addresses.
    const both = judged(swapped, { ...takeover, person: ['ann@example.com', 'bob@example.com'] });
    expect([both.status, both.kinds]).toEqual(['closed', ['waiver-over-broad']]);
    expect(both.applied.people.map(({ waiver: mark }) => mark)).toEqual([undefined, undefined]);
    expect(judged(swapped, { ...takeover, person: 'employee-id:1' }).status).toBe('closed');
    expect(judged(swapped, { ...takeover, person: ['employee-id:1', 'employee-id:00123'] })).toMatchObject({
      status: 'open',
      kinds: [],
    });
  });

  it.each(['account-takeover', 'unverified'] as const)('%s cannot be waived by pattern, nor for nobody', (outcome) => {
    for (const about of [{ pattern: '*@example.com' }, { pattern: 'a*', person: 'ann@example.com' }, {}]) {
      const attempt = () => applyPolicy(swapped, policy({ outcome, ...about }));
      expect(attempt).toThrow(
        expect.objectContaining({ code: 'ERR_POLICY', message: expect.stringContaining('person') }),
      );
    }
  });

  it('close the gate whatever their severity', () => {
    const severities = { 'account-takeover': 'info', 'sso-email-mismatch': 'info' } as const;
    expect(evaluateGate(swapped, { severities }).status).toBe('closed');
  });
});

describe('people who are unverified', () => {
  const doubt: Partial<Waiver> = { kind: ['ambiguous-correlation', 'duplicate-email'], outcome: 'unverified' };

  it('are waived person by person, too: what is not known of them may be a takeover', () => {
    const shared = judged(ambiguous, { ...doubt, person: 'ann@example.com' });
    expect([shared.status, shared.kinds]).toEqual(['closed', ['waiver-over-broad']]);
    const two = judged(ambiguous, { ...doubt, person: ['ann.1', 'ann.2'] });
    expect(two.applied.people.map(({ waiver: mark }) => mark?.id)).toEqual([undefined, 'waiver-1', 'waiver-1']);
    expect(two.status).toBe('closed');
  });
});

describe('findings about the inputs', () => {
  const crowd = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ sso: `p${n}@example.com`, ...ids(`${n + 1}`) }));
  const low = reconcile({ old: crowd(20), new: crowd(5) }, { mode: 'jit' });
  const everybody = { kind: 'missing-in-new', outcome: 'loses-access', pattern: 'p*' } as const;

  it('that are about no file may be waived by kind, and the gate says so', () => {
    const { applied, status } = judged(low, { kind: 'coverage-low' }, everybody);
    expect(status).toBe('open');
    expect(evaluateGate(applied).reasons[0]?.message).toContain('waived by waiver-1 ');
    expect(evaluateGate(applied).reasons[0]?.message).toMatch(/coverage-low 1$/);
  });

  it.each([{ file: 'new.csv' }, { person: 'p1@example.com' }, { pattern: 'p*' }])(
    'and not by a waiver that is about something else: %s',
    (about) => expect(judged(low, { kind: 'coverage-low', ...about }, everybody).status).toBe('closed'),
  );

  const rejected = (file: string, line: number) =>
    ({ kind: 'record-rejected', severity: 'error', file, line, message: 'no', remedy: 'no' }) as const;
  const unread: Reconciliation = { ...gone, people: [], inputFindings: [rejected('a.csv', 3), rejected('b.csv', 3)] };
  const marks = (...waivers: Partial<Waiver>[]) =>
    applyPolicy(unread, policy(...waivers)).inputFindings.map(({ kind, waiver: mark }) => mark?.id ?? kind);

  it('that are about a file are waived only with its name, or its line', () => {
    const kind = 'record-rejected';
    expect(marks({ kind, file: 'a.csv' })).toEqual(['waiver-1', kind]);
    expect(marks({ kind, file: 'a.csv', line: 3 })).toEqual(['waiver-1', kind]);
    expect(marks({ kind, file: 'a.csv', line: 4 })).toEqual([kind, kind, 'waiver-unused']);
    expect(marks({ kind, file: './a.csv' })).toEqual([kind, kind, 'waiver-unused']);
    expect(marks({ kind })).toEqual([kind, kind, 'waiver-over-broad']);
    expect(marks({ kind, file: 'a.csv', person: 'a' })).toEqual([kind, kind, 'waiver-unused']);
  });
});

describe('severities', () => {
  it('are changed by kind, and an open gate names every error that was made less of', () => {
    const world = reconcile({ old: [ANN], new: [{ ...ANN, sso: 'ann@exam ple.com' }] }, { mode: 'manual' });
    const errors = [
      ...new Set(
        world.people.flatMap(({ findings }) =>
          findings.filter(({ severity }) => severity === 'error').map(({ kind }) => kind),
        ),
      ),
    ];
    const lowered = applyPolicy(world, {
      severities: Object.fromEntries(errors.map((kind) => [kind, 'warning' as const])),
    });
    expect(lowered.summary.severities.error).toBe(0);
    expect(evaluateGate(lowered).status).toBe('closed');
    const named = { outcome: 'sign-in-blocked', person: ANN.sso } as const;
    const severity = Object.fromEntries(errors.map((kind) => [kind, 'info' as const]));
    const open = evaluateGate(world, { ...policy(named), severities: severity });
    expect(open.status).toBe('open');
    expect(open.reasons.filter(({ code }) => code === 'severity').map(({ message }) => message)).toEqual(
      errors.map((kind) => `1 error of kind ${kind} made info by the policy`),
    );
  });

  it('close the gate where they raise something', () => {
    const world = reconcile({ old: [ANN], new: [ANN, BOB] }, { mode: 'jit' });
    expect(evaluateGate(world).status).toBe('open');
    expect(evaluateGate(world, { severities: { 'unexpected-in-new': 'error' } }).status).toBe('closed');
  });

  it('of waivers are changed as well', () => {
    const { severities: _, ...list } = policy({ ...leaves }, { kind: 'coverage-low' });
    expect(evaluateGate(gone, list).status).toBe('open');
    expect(evaluateGate(gone, { ...list, severities: { 'waiver-unused': 'error' } }).status).toBe('closed');
  });
});

describe('a policy is refused', () => {
  it.each<[string, unknown]>([
    ['that is none', null],
    ['with a misspelt key', { waiver: [] }],
    ['with an unknown severity', { severities: { tombstone: 'fatal' } }],
    ['with an unknown outcome', policy({ outcome: 'lost' as 'unverified', person: 'a' })],
    ['with a waiver of nothing', policy({ person: 'bob@example.com' })],
    ['with a waiver without reason', { waivers: [{ ...waiver(leaves), reason: ' ' }] }],
    ['with a waiver without owner', { waivers: [{ ...waiver(leaves), owner: undefined }] }],
    ['with a day that there is not', policy({ ...leaves, expires: '2026-02-30' })],
    ['with a day in another form', policy({ ...leaves, expires: '31.12.2026' })],
    ['with an empty list of people', policy({ ...leaves, person: [] })],
    ['with an outcome in a file', policy({ outcome: 'loses-access', file: 'a.csv', person: 'a' })],
    ['with a line of no file', policy({ kind: 'record-rejected', line: 3 })],
    ['with two waivers of one name', policy({ ...leaves, id: 'a' }, { ...leaves, id: 'a' })],
    ['with a waiver that takes the name of another', policy({ ...leaves, id: 'waiver-2' }, leaves)],
    ['at no time', { ...policy(leaves), now: '' }],
    ['at a time in words', { ...policy(leaves), now: '1 June 2026' }],
    ['at a time of another zone', { ...policy(leaves), now: '2026-06-01T00:00:00+14:00' }],
    ['in the year +012026', { ...policy(leaves), now: '+012026-06-01T00:00:00Z' }],
  ])('%s', (_, given) => {
    expect(() => applyPolicy(gone, given as GatePolicy)).toThrow(expect.objectContaining({ code: 'ERR_POLICY' }));
  });

  it('where one has been applied already: what that one lowered would no longer be known as an error', () => {
    const severities = { 'missing-in-new': 'warning' } as const;
    const once = applyPolicy(gone, { severities });
    expect(() => evaluateGate(once, { severities, now: NOW })).toThrow(expect.objectContaining({ code: 'ERR_POLICY' }));
  });
});
