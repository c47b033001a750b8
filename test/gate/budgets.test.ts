import { describe, expect, it } from 'vitest';
import {
  applyPolicy,
  type Budget,
  evaluateGate,
  type Finding,
  type GatePolicy,
  type Reconciliation,
  reconcile,
  type UserRecord,
} from '../../src/index.ts';
import { OUTCOMES } from '../../src/model/person.ts';
import { NOW, waiver } from './world.ts';

const person = (n: number, sso = `p${n}@example.com`): UserRecord => ({
  sso,
  name: `Person N${n}`,
  ids: { 'employee-id': String(n) },
});
const people = (count: number, from = 1) => Array.from({ length: count }, (_, index) => person(from + index));

/** Of ten people, the last so many are gone. */
const leaving = (count: number) => reconcile({ old: people(10), new: people(10 - count) }, { mode: 'jit' });
/** Of ten people, the last so many arrive in capitals. */
const renamed = (count: number) =>
  reconcile(
    {
      old: people(10),
      new: people(10).map((one, n) => (n < 10 - count ? one : person(n + 1, one.sso?.toUpperCase()))),
    },
    { mode: 'jit' },
  );
/** Besides ten people, so many come for the first time. */
const joining = (count: number) => reconcile({ old: people(10), new: people(10 + count) }, { mode: 'jit' });

function budget(about: Partial<Budget>): Budget {
  return {
    outcome: 'loses-access',
    reason: 'agreed in CHG-2',
    owner: 'hr@example.com',
    expires: '2026-12-31',
    ...(about.percent === undefined ? { count: 2 } : {}),
    ...about,
  };
}

const policyOf = (...budgets: Partial<Budget>[]): GatePolicy => ({ budgets: budgets.map(budget), now: NOW });

function judged(world: Reconciliation, policy: GatePolicy) {
  const applied = applyPolicy(world, policy);
  const { status, reasons } = evaluateGate(applied);
  const marks = applied.people.filter(({ waiver: mark }) => mark !== undefined).length;
  return { applied, status, reasons, marks, kinds: applied.inputFindings.map(({ kind }) => kind) };
}

describe('a budget', () => {
  it('opens the gate to as many as it says, marks them and what explains them, and is named by the gate', () => {
    const { applied, status, reasons, kinds } = judged(leaving(2), policyOf({}));
    const mark = { id: 'budget-loses-access', reason: 'agreed in CHG-2', expires: '2026-12-31' };
    const gone = applied.people.filter(({ outcome }) => outcome === 'loses-access');
    expect(gone).toHaveLength(2);
    for (const one of gone) {
      expect(one.waiver).toEqual(mark);
      expect(one.findings).toMatchObject([{ kind: 'missing-in-new', severity: 'error', waiver: mark }]);
    }
    expect(applied.policy?.budgets).toEqual([
      {
        ...mark,
        outcome: 'loses-access',
        owner: 'hr@example.com',
        isCeiling: false,
        allowed: 2,
        allows: 'allows 2 people',
        people: 2,
        applied: 4,
      },
    ]);
    expect([status, kinds]).toEqual(['open', []]);
    expect(reasons).toEqual([
      {
        code: 'budget',
        count: 2,
        message:
          'within budget-loses-access, which allows 2 people (hr@example.com, until 2026-12-31: agreed in CHG-2): missing-in-new 2, outcome loses-access 2',
      },
    ]);
  });

  it('of one too few covers nobody, and says by how many it is exceeded', () => {
    const { status, reasons, marks, applied } = judged(leaving(3), policyOf({}));
    expect([status, marks, applied.policy?.budgets[0]?.applied]).toEqual(['closed', 0, 0]);
    expect(reasons.map(({ code, count }) => [code, count])).toEqual([
      ['loses-access', 3],
      ['missing-in-new', 3],
      ['budget', 1],
    ]);
    expect(reasons[2]?.message).toBe(
      'budget-loses-access (hr@example.com) allows 2 people, and 3 people would lose their account: 1 too many',
    );
    expect(applied.people).toEqual(leaving(3).people);
  });

  it('leaves out whom a waiver names, so that their number does not count', () => {
    const named = waiver({ kind: 'missing-in-new', outcome: 'loses-access', person: 'p10@example.com' });
    const { status, reasons } = judged(leaving(3), { ...policyOf({}), waivers: [named] });
    expect(status).toBe('open');
    expect(reasons.map(({ code, count }) => [code, count])).toEqual([
      ['budget', 2],
      ['waiver', 2],
    ]);
  });

  it('counts whose outcome no waiver names, though one names the finding', () => {
    const named = waiver({ kind: 'missing-in-new', person: 'p10@example.com' });
    const { applied, status } = judged(leaving(2), { ...policyOf({}), waivers: [named] });
    expect(status).toBe('open');
    const marks = applied.people
      .filter(({ outcome }) => outcome === 'loses-access')
      .map((one) => [one.waiver?.id, one.findings[0]?.waiver?.id]);
    expect(marks).toEqual([
      ['budget-loses-access', 'budget-loses-access'],
      ['budget-loses-access', 'waiver-1'],
    ]);
  });

  it('counts whose finding no waiver names, though one names the outcome', () => {
    const named = waiver({ outcome: 'loses-access', person: 'p10@example.com' });
    const { applied, status } = judged(leaving(2), { ...policyOf({}), waivers: [named] });
    expect(status).toBe('open');
    const last = applied.people.find(({ old }) => old?.sso === 'p10@example.com');
    expect([last?.waiver?.id, last?.findings[0]?.waiver?.id]).toEqual(['waiver-1', 'budget-loses-access']);
    expect(judged(leaving(2), { ...policyOf({ count: 1 }), waivers: [named] }).status).toBe('closed');
  });

  it('does not count who has no account', () => {
    const inactive = { ...person(10), active: false };
    const world = reconcile({ old: [...people(9), inactive], new: people(7) }, { mode: 'jit' });
    expect(judged(world, policyOf({ count: 2 })).status).toBe('open');
    expect(judged(world, policyOf({ count: 1 })).status).toBe('closed');
  });

  it('covers a second account and the addresses that lead to it', () => {
    const { status, applied } = judged(renamed(2), policyOf({ outcome: 'duplicate-account' }));
    expect(status).toBe('open');
    const marked = applied.people.flatMap(({ findings }) => findings.filter((one) => one.waiver !== undefined));
    expect(new Set(marked.map(({ kind }) => kind))).toEqual(new Set(['sso-email-mismatch']));
    expect(judged(renamed(3), policyOf({ outcome: 'duplicate-account' })).status).toBe('closed');
  });

  it('covers an account that nobody claims, but not where somebody has its name', () => {
    const list = (name: string) => [...people(10), { sso: 'left@example.com', name }];
    const both = people(10).map((one) => ({ ...one, scim: one.sso ?? '' }));
    const world = (name: string) => reconcile({ old: both, new: both, app: list(name) }, { mode: 'scim' });
    expect(judged(world('Nobody Here'), policyOf({ count: 1 })).status).toBe('open');
    const { status, reasons } = judged(world('Person N1'), policyOf({ count: 1 }));
    expect([status, reasons.map(({ code }) => code)]).toEqual(['closed', ['orphan-account']]);
  });

  it('does not cover the doubt who somebody is', () => {
    // Somebody of the same full name is on the new side: the same person under another address?
    const world = reconcile(
      {
        old: [{ sso: 'ann@example.com', name: 'Ann Lee' }, person(1)],
        new: [{ sso: 'lee@example.com', name: 'Ann Lee' }, person(1)],
      },
      { mode: 'jit' },
    );
    const { status, reasons } = judged(world, policyOf({}));
    expect([status, reasons.map(({ code }) => code)]).toEqual(['closed', ['possible-same-person']]);
  });

  it.each([
    ['an old user without any email', { side: 'old' }, false],
    ['a new user without one', { side: 'new' }, true],
  ] as const)('of blocked sign-ins, on %s', (_, { side }, isCovered) => {
    const world = leaving(0);
    const [first, ...rest] = world.people;
    if (first === undefined) throw new Error('nobody');
    const finding: Finding = { kind: 'email-missing', severity: 'error', side, message: '', remedy: '' };
    const blocked = { ...first, outcome: 'sign-in-blocked' as const, findings: [finding] };
    const { status } = judged({ ...world, people: [blocked, ...rest] }, policyOf({ outcome: 'sign-in-blocked' }));
    expect(status).toBe(isCovered ? 'open' : 'closed');
  });
});

describe('a budget in percent', () => {
  const percent = (about: Partial<Budget>) => policyOf({ percent: 20, of: 'owners', minimumPopulation: 10, ...about });

  it.each([
    [20, 2, 'open'],
    [29.99, 2, 'open'],
    [30, 3, 'open'],
    [29.99, 3, 'closed'],
    [100, 9, 'open'],
    [0.01, 1, 'closed'],
  ] as const)('of %d, rounded down, with %d of 10 gone: %s', (given, gone, status) => {
    expect(judged(leaving(gone), percent({ percent: given })).status).toBe(status);
  });

  it('says of what it is', () => {
    const { reasons } = judged(leaving(3), percent({}));
    expect(reasons.at(-1)?.message).toContain('allows 2 people (20 % of 10 account owners), and 3 people');
  });

  it('allows nobody where there are fewer than it needs, and says so', () => {
    const { status, reasons } = judged(leaving(1), percent({ minimumPopulation: 11 }));
    expect(status).toBe('closed');
    expect(reasons.at(-1)).toEqual({
      code: 'budget',
      count: 1,
      message:
        'budget-loses-access (hr@example.com) allows nobody (10 account owners are fewer than the 11 that it needs), and 1 person would lose their account: 1 too many',
    });
  });

  it.each([
    ['owners', 10],
    ['old', 10],
    ['new', 8],
    ['app', 0],
  ] as const)('of %s is of %d here', (of, population) => {
    const { applied } = judged(leaving(2), percent({ of, percent: 100, minimumPopulation: 1 }));
    expect(applied.policy?.budgets[0]?.allowed).toBe(population);
  });

  it('reckons with decimals as they are written', () => {
    const world = leaving(0);
    const many = { ...world, summary: { ...world.summary, owners: 10_000 } };
    expect(judged(many, percent({ percent: 0.29 })).applied.policy?.budgets[0]?.allowed).toBe(29);
  });
});

describe('a budget that does nothing', () => {
  it('allows nobody once it has expired, and is told', () => {
    for (const policy of [policyOf({ expires: '2026-05-31' }), { budgets: [budget({})] }]) {
      const { status, kinds, reasons, applied } = judged(leaving(1), policy);
      expect([status, kinds]).toEqual(['closed', ['waiver-expired']]);
      expect(reasons.at(-1)?.message).toContain('allows nobody (it held until');
      expect(applied.policy?.budgets[0]?.unapplied).toContain('held until');
    }
    expect(judged(leaving(1), policyOf({ expires: '2026-06-01' })).status).toBe('open');
  });

  it('is told where nobody needs it, unless it allows nobody anyhow', () => {
    expect(judged(leaving(0), policyOf({})).kinds).toEqual(['waiver-unused']);
    expect(judged(leaving(0), policyOf({ count: 0 })).kinds).toEqual([]);
    expect(judged(leaving(3), policyOf({})).kinds).toEqual([]);
  });
});

describe('a ceiling', () => {
  const ceiling = (about: Partial<Budget> = {}) => policyOf({ outcome: 'new-account', ...about });

  it('closes the gate with a reason of its own once it is exceeded, and is silent before', () => {
    expect(judged(joining(2), ceiling())).toMatchObject({ status: 'open', reasons: [], kinds: [], marks: 0 });
    const { status, reasons } = judged(joining(3), ceiling({ id: 'seats' }));
    expect([status, reasons]).toEqual([
      'closed',
      [
        {
          code: 'budget',
          count: 1,
          message:
            'seats (hr@example.com) allows 2 people, and 3 people would get an account for the first time: 1 too many',
        },
      ],
    ]);
    expect(judged(joining(0), ceiling()).kinds).toEqual([]);
  });

  it('is no way to be rid of it by waiting: once it has expired, it allows nobody', () => {
    expect(judged(joining(1), ceiling({ expires: '2026-05-31' }))).toMatchObject({
      status: 'closed',
      kinds: ['waiver-expired'],
    });
    expect(judged(joining(0), ceiling({ expires: '2026-05-31' })).status).toBe('open');
  });

  it('holds whoever has no account before or after, in manual mode', () => {
    const world = reconcile({ old: people(10), new: people(12) }, { mode: 'manual' });
    expect(judged(world, policyOf({ outcome: 'not-provisioned' })).status).toBe('open');
    expect(judged(world, policyOf({ outcome: 'not-provisioned', count: 1 })).status).toBe('closed');
  });
});

describe('a budget that must not stand', () => {
  it.each<[string, Partial<Budget>[], string]>([
    ['for takeovers', [{ outcome: 'account-takeover' }], 'see what is in the account of somebody else'],
    ['for whom nobody knows', [{ outcome: 'unverified' }], 'nothing is known of these people'],
    ['for the best outcome', [{ outcome: 'keeps-account' }], 'no budget'],
    ['with both', [{ percent: 5, count: 5, of: 'old', minimumPopulation: 5 }], 'one of them'],
    ['with neither', [{ count: undefined }], 'one of them'],
    ['of nothing', [{ percent: 5, minimumPopulation: 5 }], 'of'],
    ['without a minimum', [{ percent: 5, of: 'old' }], 'minimum population'],
    ['with too many decimals', [{ percent: 0.123, of: 'old', minimumPopulation: 5 }], 'two decimals'],
    ['of a number of something', [{ count: 5, of: 'old' }], 'A "count" is of nothing'],
    ['twice', [{}, { id: 'other' }], 'An earlier budget is for "loses-access" too.'],
    ['by a name twice', [{ id: 'a' }, { id: 'a', outcome: 'new-account' }], 'An earlier budget is called "a" too.'],
    ['below nothing', [{ count: -1 }], 'budgets.0.count'],
    ['of no percent', [{ percent: 0, of: 'old', minimumPopulation: 5 }], 'budgets.0.percent'],
    ['of more than all', [{ percent: 100.5, of: 'old', minimumPopulation: 5 }], 'budgets.0.percent'],
    ['of a few', [{ percent: 5, of: 'old', minimumPopulation: 0 }], 'budgets.0.minimumPopulation'],
  ])('is refused: %s', (_, budgets, says) => {
    const attempt = () => evaluateGate(leaving(1), policyOf(...budgets));
    expect(attempt).toThrow(expect.objectContaining({ code: 'ERR_POLICY', message: expect.stringContaining(says) }));
  });

  it('is refused where a waiver has its name', () => {
    const both = {
      ...policyOf({}),
      waivers: [waiver({ id: 'budget-loses-access', outcome: 'loses-access', person: 'x' })],
    };
    expect(() => evaluateGate(leaving(1), both)).toThrow('A waiver is called "budget-loses-access" too.');
  });

  it('is one for every outcome but the five that may have one', () => {
    const refused = OUTCOMES.filter((outcome) => {
      try {
        evaluateGate(leaving(1), policyOf({ outcome }));
        return false;
      } catch {
        return true;
      }
    });
    expect(refused).toEqual(['unverified', 'account-takeover', 'keeps-account']);
  });
});
