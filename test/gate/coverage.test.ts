import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPolicy, evaluateGate, type GatePolicy, type Reconciliation, reconcile, render } from '../../src/index.ts';

/** Of so many people, all of whom are old ones without an account on the list, the first are found on the new side. */
function world(found: number, of: number): Reconciliation {
  const people = Array.from({ length: of }, (_, n) => ({ sso: `p${n}@example.com`, ids: { 'employee-id': `${n}` } }));
  return reconcile({ old: people, new: people.slice(0, found) }, { mode: 'jit' });
}

/** What happens to whom is waived, so that coverage alone is left. */
const others: GatePolicy = { severities: { 'missing-in-new': 'warning' } };
const leaving = (count: number): GatePolicy => ({
  ...others,
  budgets: [{ outcome: 'loses-access', count, reason: 'r', owner: 'o', expires: '2026-12-31' }],
  now: '2026-06-01T12:00:00Z',
});
const low = ({ inputFindings }: Reconciliation) => inputFindings.filter(({ kind }) => kind === 'coverage-low');

describe('the coverage that a policy asks for', () => {
  it('is 80 % where it says nothing', () => {
    expect(evaluateGate(world(16, 20), leaving(4)).status).toBe('open');
    const { status, reasons } = evaluateGate(world(15, 20), leaving(5));
    expect([status, reasons.map(({ code }) => code)]).toEqual(['closed', ['coverage-low']]);
  });

  it('may be more: what was enough is an error, that says so', () => {
    const policy = { ...leaving(2), coverage: { threshold: 91 } };
    const applied = applyPolicy(world(18, 20), policy);
    expect(low(applied)).toMatchObject([
      {
        severity: 'error',
        side: 'new',
        message:
          'Only 18 of 20 people who have an account today are paired with an active user of the new IdP. The policy asks for 91 %.',
      },
    ]);
    expect(applied.summary.findings['coverage-low']).toBe(1);
    expect(evaluateGate(applied).status).toBe('closed');
    expect(evaluateGate(world(18, 20), { ...policy, coverage: { threshold: 90 } }).status).toBe('open');
  });

  it('may be less: what is enough by that is a warning, and a reason of the open gate', () => {
    const applied = applyPolicy(world(15, 20), { ...leaving(5), coverage: { threshold: 75 } });
    expect(low(applied)).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('no more than 75 %') },
    ]);
    const { status, reasons } = evaluateGate(applied);
    expect(status).toBe('open');
    expect(reasons.find(({ code }) => code === 'coverage')).toEqual({
      code: 'coverage',
      count: 5,
      message:
        'a coverage of 75 % is enough to the policy, not 80 %: Only 15 of 20 people who have an account today are paired with an active user of the new IdP',
    });
    expect(evaluateGate(world(15, 20), { ...leaving(5), coverage: { threshold: 76 } }).status).toBe('closed');
  });

  it('is no reason where it did not matter', () => {
    const { status, reasons } = evaluateGate(world(16, 20), { ...leaving(4), coverage: { threshold: 50 } });
    expect([status, reasons.map(({ code }) => code)]).toEqual(['open', ['budget', 'severity']]);
  });

  it('is measured of 20 or more alone', () => {
    expect(world(1, 19).coverage).toEqual([]);
    expect(evaluateGate(world(18, 19), { ...leaving(1), coverage: { threshold: 100 } }).status).toBe('open');
  });

  it('does not count where nobody is active: that is no share', () => {
    const people = Array.from({ length: 20 }, (_, n) => ({ sso: `p${n}@example.com`, active: false }));
    const nobody = reconcile({ old: people, new: people }, { mode: 'jit' });
    expect(low(nobody).map(({ severity }) => severity)).toEqual(['error']);
    expect(evaluateGate(nobody, { coverage: { threshold: 1 } }).status).toBe('closed');
  });

  it('is not held against what says nothing of it', () => {
    const { coverage: _, ...before } = world(20, 20);
    const attempt = () => evaluateGate(before as Reconciliation, { coverage: { threshold: 90 } });
    expect(attempt).toThrow(expect.objectContaining({ code: 'ERR_POLICY' }));
  });

  it.each([0, 101, 80.5, -1])('is no %d %%', (threshold) => {
    expect(() => evaluateGate(world(20, 20), { coverage: { threshold } })).toThrow('coverage.threshold');
  });

  it('is told on the first screen of an open gate', async () => {
    let text = '';
    const applied = applyPolicy(world(15, 20), { ...leaving(5), coverage: { threshold: 75 } });
    for await (const piece of render('text', applied)) text += piece;
    const [head = ''] = text.split('What was compared');
    expect(head).toContain('  - a coverage of 75 % is enough to the policy, not 80 %: Only 15 of 20');
    expect(head).toContain('  - within budget-loses-access, which allows 5 people (o, until 2026-12-31: r)');
  });

  it('never opens a gate by being higher', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 100 }),
        (found, more, one, other) => {
          const given = world(found, found + more);
          const status = (threshold: number) => evaluateGate(given, { ...leaving(30), coverage: { threshold } }).status;
          if (status(Math.max(one, other)) === 'open') expect(status(Math.min(one, other))).toBe('open');
          if (found + more >= 20) {
            // By the definition of a percentage, reckoned otherwise.
            expect(status(one)).toBe(100 * (found / (found + more)) >= one - 1e-9 ? 'open' : 'closed');
          }
          expect(evaluateGate(given, { ...leaving(30), coverage: { threshold: 80 } })).toEqual(
            evaluateGate(given, leaving(30)),
          );
        },
      ),
    );
  });
});
