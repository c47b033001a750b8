import { describe, expect, it } from 'vitest';
import { type ComparePolicy, evaluateGate, reconcile, render } from '../../src/index.ts';
import { policy } from './world.ts';

const old = [
  { sso: 'ann@example.com', name: 'Ann Lee' },
  { sso: 'bob@example.com', name: 'Bob Roe' },
];
const inCapitals = [
  { sso: 'Ann@example.com', name: 'Ann Lee' },
  { sso: 'bob@example.com', name: 'Bob Roe' },
];

function verdict(next: typeof old, compare?: ComparePolicy) {
  return evaluateGate(reconcile({ old, new: next }, { mode: 'jit', ...(compare && { compare }) }));
}

describe('a gate that is open under another compare policy than the app’s own', () => {
  it('says so, and how many would come to harm under its own', () => {
    expect(verdict(inCapitals).status).toBe('closed');
    expect(verdict(inCapitals, 'ascii-ci')).toEqual({
      status: 'open',
      reasons: [
        {
          code: 'compare',
          count: 1,
          message:
            'addresses compared by ascii-ci, not by exact as claude does; by exact, 1 more person would come to harm',
        },
      ],
    });
  });

  it('says so, too, where it makes no difference to anybody', () => {
    const { status, reasons } = verdict(old, 'trim');
    expect([status, reasons]).toEqual([
      'open',
      [{ code: 'compare', count: 0, message: expect.stringContaining('by exact, nobody else would come to harm') }],
    ]);
  });

  it('does not count whose harm is waived under either', () => {
    const world = reconcile({ old, new: inCapitals.slice(0, 1) }, { mode: 'jit', compare: 'ascii-ci' });
    const leaves = { kind: 'missing-in-new', outcome: 'loses-access', person: 'bob@example.com' } as const;
    const { status, reasons } = evaluateGate(world, policy(leaves));
    expect([status, reasons.map(({ code, count }) => [code, count])]).toEqual([
      'open',
      [
        ['waiver', 2],
        ['compare', 1],
      ],
    ]);
  });

  it('says so on the first screen of the report', async () => {
    let text = '';
    for await (const piece of render(
      'text',
      reconcile({ old, new: inCapitals }, { mode: 'jit', compare: 'ascii-ci' }),
    )) {
      text += piece;
    }
    expect(text).toContain('\nOpen because of what people decided\n  - addresses compared by ascii-ci, not by exact');
  });
});

it('the app’s own policy is no reason, named or not', () => {
  expect(verdict(old)).toEqual({ status: 'open', reasons: [] });
  expect(verdict(old, 'exact')).toEqual({ status: 'open', reasons: [] });
});
