import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explains } from '../../src/gate/explaining-findings.ts';
import {
  applyPolicy,
  type Budget,
  evaluateGate,
  type Finding,
  type GatePolicy,
  type Outcome,
  type Person,
  type Reconciliation,
  reconcile,
  type Waiver,
} from '../../src/index.ts';
import { NOW, severities, TODAY, waiver, waivers, worlds } from './world.ts';

const CLOSING = ['duplicate-account', 'sign-in-blocked', 'loses-access'] as const;
const CEILINGS = ['new-account', 'not-provisioned'] as const;
/** What a budget may waive, written down a second time: whatever else is an error has to stay one. */
const COVERED: Readonly<Record<string, RegExp>> = {
  'duplicate-account': /^(sso-email-mismatch|scim-email-mismatch|sso-scim-divergence|account-email-drift)$/,
  'sign-in-blocked':
    /^(sso-email-mismatch|scim-email-mismatch|sso-scim-divergence|account-email-drift|email-missing|email-invalid)$/,
  'loses-access': /^(missing-in-new|inactive-in-new|orphan-account)$/,
};

const limit = fc.oneof(
  fc.record({ count: fc.nat({ max: 6 }) }),
  fc.record({
    percent: fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100),
    of: fc.constantFrom('owners' as const, 'old' as const, 'new' as const, 'app' as const),
    minimumPopulation: fc.integer({ min: 1, max: 4 }),
  }),
);
const budgetFor = (outcome: Budget['outcome']): fc.Arbitrary<Budget> =>
  fc
    .tuple(limit, fc.constantFrom('2026-05-31', TODAY, '2026-12-31', '2026-12-31'))
    .map(([given, expires]) => ({ ...waiver({}), ...given, outcome, expires }) as Budget);

function budgetsOf(...outcomes: Budget['outcome'][]): fc.Arbitrary<Budget[]> {
  return fc.shuffledSubarray([...outcomes]).chain((some) => fc.tuple(...some.map(budgetFor)));
}
const mayStand = waivers.filter(({ kind, outcome, person, pattern }) => {
  const about = [kind ?? [], outcome ?? []].flat();
  const isDelicate = about.some((name) => name === 'account-takeover' || name === 'unverified');
  return about.length > 0 && !(isDelicate && (person === undefined || pattern !== undefined));
});
const waiverLists = fc.array(mayStand, { maxLength: 3 });

const named = (budgets: readonly Budget[], list: readonly Waiver[] = []): GatePolicy => ({
  budgets,
  waivers: list,
  now: NOW,
});
const status = (world: Reconciliation, policy: GatePolicy) => evaluateGate(world, policy).status;
const isOpenReason = (finding: Finding, outcome: Outcome) =>
  finding.severity === 'error' && finding.waiver === undefined && explains(outcome, finding);

const isOurs = (mark: { readonly id: string } | undefined) => mark?.id.startsWith('budget-') === true;

/** People without the marks of budgets. */
function unmarked(people: readonly Person[]): unknown[] {
  const without = <T extends { readonly waiver?: { readonly id: string } }>({ waiver: mark, ...rest }: T) =>
    mark === undefined || isOurs(mark) ? rest : { ...rest, waiver: mark };
  return people.map((person) => ({ ...without(person), findings: person.findings.map(without) }));
}

describe('budgets', () => {
  it('change nothing about people but marks', () => {
    fc.assert(
      fc.property(
        worlds,
        budgetsOf(...CLOSING, ...CEILINGS),
        waiverLists,
        severities,
        (world, budgets, list, levels) => {
          const bare = applyPolicy(world, { ...named([], list), severities: levels });
          const applied = applyPolicy(world, { ...named(budgets, list), severities: levels });
          expect(unmarked(applied.people)).toEqual(unmarked(bare.people));
          expect(applied.summary.outcomes).toEqual(bare.summary.outcomes);
          const others = applied.inputFindings.filter(({ message }) => !message.startsWith('The budget '));
          expect(others).toEqual(bare.inputFindings);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never open a gate that anything else keeps closed', () => {
    let opened = 0;
    fc.assert(
      fc.property(worlds, budgetsOf(...CLOSING), severities, (world, budgets, levels) => {
        const policy = { ...named(budgets), severities: levels };
        if (status(world, policy) === 'closed') return;
        // Everything that would close it without is one of these outcomes, and what explains it.
        if (status(world, { ...policy, budgets: [] }) === 'closed') opened += 1;
        const { people, inputFindings } = applyPolicy(world, { severities: levels, now: NOW });
        expect(inputFindings.filter(({ severity }) => severity === 'error')).toEqual([]);
        for (const { outcome, owner, findings } of people) {
          expect(['account-takeover', 'unverified']).not.toContain(outcome);
          const budgeted = budgets.some((budget) => budget.outcome === outcome);
          if (owner && outcome in COVERED) expect(budgeted).toBe(true);
          for (const { kind, severity } of findings) {
            if (severity === 'error') expect(kind).toMatch(COVERED[outcome] ?? /^no finding$/);
          }
        }
      }),
      { numRuns: 1500 },
    );
    expect(opened).toBeGreaterThan(10);
  });

  it('cover all of those whom they are about, or nobody', () => {
    fc.assert(
      fc.property(worlds, budgetsOf(...CLOSING), waiverLists, (world, budgets, list) => {
        const bare = applyPolicy(world, named([], list));
        const applied = applyPolicy(world, named(budgets, list));
        for (const { outcome, allowed } of applied.policy?.budgets ?? []) {
          const about = bare.people.filter((one) => one.outcome === outcome && one.owner);
          // Whoever's outcome is waived is nobody's but the waiver's, once what explains it is waived too.
          const concerned = about.filter(
            ({ waiver: own, findings }) => own === undefined || findings.some((one) => isOpenReason(one, outcome)),
          );
          const marked = applied.people.filter((one) => one.outcome === outcome && isOurs(one.waiver));
          const unwaived = concerned.filter((one) => one.waiver === undefined);
          expect(marked).toHaveLength(concerned.length <= allowed ? unwaived.length : 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of as many as there are open what they are about, and of one less do not', () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom(...CLOSING), (world, outcome) => {
        const count = world.people.filter((person) => person.outcome === outcome && person.owner).length;
        fc.pre(count > 0);
        const codes = (n: number) => {
          const budget = { ...waiver({}), outcome, count: n } as Budget;
          return evaluateGate(world, named([budget])).reasons.map(({ code }) => code);
        };
        // The reasons of an open gate are not those of a closed one.
        expect(codes(count).filter((code) => code === outcome)).toEqual([]);
        expect(codes(count - 1)).toEqual(expect.arrayContaining([outcome, 'budget']));
      }),
    );
  });

  it('come to the same in any order, as do the people', () => {
    const side = (world: Reconciliation, of: 'old' | 'new') => world.people.flatMap((person) => person[of] ?? []);
    fc.assert(
      fc.property(worlds, budgetsOf(...CLOSING, ...CEILINGS), waiverLists, (world, budgets, list) => {
        const reasons = (given: Reconciliation, limits: Budget[]) => {
          const { status: answer, reasons: told } = evaluateGate(given, named(limits, list));
          return { answer, told: told.map((one) => JSON.stringify(one)).sort() };
        };
        expect(reasons(world, [...budgets].reverse())).toEqual(reasons(world, budgets));
        const backwards = { ...world, people: [...world.people].reverse() };
        expect(evaluateGate(backwards, named(budgets, list)).status).toEqual(reasons(world, budgets).answer);
        const again = reconcile(
          { old: side(world, 'old').reverse(), new: side(world, 'new').reverse() },
          { mode: world.mode },
        );
        expect(reasons(again, budgets).answer).toBe(reasons(world, budgets).answer);
      }),
      { numRuns: 300 },
    );
  });

  it('never open a gate by being less: one taken out, or one smaller', () => {
    fc.assert(
      fc.property(worlds, budgetsOf(...CLOSING), waiverLists, fc.nat(), (world, budgets, list, which) => {
        fc.pre(budgets.length > 0);
        const at = which % budgets.length;
        const fewer = budgets.filter((_, index) => index !== at);
        const smaller = budgets.map((budget, index) =>
          index === at && budget.count !== undefined ? { ...budget, count: Math.max(0, budget.count - 1) } : budget,
        );
        const whole = status(world, named(budgets, list));
        if (status(world, named(fewer, list)) === 'open') expect(whole).toBe('open');
        if (status(world, named(smaller, list)) === 'open') expect(whole).toBe('open');
      }),
      { numRuns: 500 },
    );
  });

  it('and a waiver more never closes a gate, whatever budgets there are', () => {
    fc.assert(
      fc.property(worlds, budgetsOf(...CLOSING, ...CEILINGS), waiverLists, mayStand, (world, budgets, list, more) => {
        const last = { ...more, id: 'last' };
        if (status(world, named(budgets, list)) === 'open') {
          expect(status(world, named(budgets, [...list, last]))).toBe('open');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('as ceilings never open a gate', () => {
    fc.assert(
      fc.property(worlds, budgetsOf(...CEILINGS), (world, budgets) => {
        if (status(world, named([])) === 'closed') expect(status(world, named(budgets))).toBe('closed');
      }),
    );
  });

  it('have all expired where nobody says what time it is', () => {
    fc.assert(
      fc.property(worlds, budgetsOf(...CLOSING), (world, budgets) => {
        const { people } = applyPolicy(world, { budgets });
        expect(people).toEqual(world.people);
        expect(evaluateGate(world, { budgets }).status).toBe(evaluateGate(world).status);
      }),
    );
  });

  it('are named by the gate that they open', () => {
    fc.assert(
      fc.property(worlds, budgetsOf(...CLOSING), (world, budgets) => {
        const applied = applyPolicy(world, named(budgets));
        const { status: answer, reasons } = evaluateGate(applied);
        if (answer === 'closed') return;
        const said = reasons.filter(({ code }) => code === 'budget').map(({ message }) => message.split(',')[0]);
        const needed = new Set(applied.people.flatMap((person) => (person.waiver === undefined ? [] : person.outcome)));
        expect(said.sort()).toEqual([...needed].map((outcome) => `within budget-${outcome}`).sort());
      }),
      { numRuns: 500 },
    );
  });
});
