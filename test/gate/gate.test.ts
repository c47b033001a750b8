import { describe, expect, it } from 'vitest';
import {
  assertGateOpen,
  evaluateGate,
  GateClosedError,
  type Person,
  type Reconciliation,
  reconcile,
} from '../../src/index.ts';
import { OUTCOMES } from '../../src/model/person.ts';

const open = reconcile({ old: [{ sso: 'ann@example.com' }], new: [{ sso: 'ann@example.com' }] }, { mode: 'jit' });
const [keeper] = open.people;

function withPerson(change: Partial<Person>): Reconciliation {
  if (keeper === undefined) throw new Error('nobody');
  return { ...open, people: [{ ...keeper, ...change }] };
}

describe('evaluateGate', () => {
  it('opens where everybody keeps their account and no error stands', () => {
    expect(evaluateGate(open)).toEqual({ status: 'open', reasons: [] });
  });

  const closing = (owner: boolean) =>
    OUTCOMES.filter((outcome) => evaluateGate(withPerson({ outcome, owner })).status === 'closed');

  it('closes for these outcomes of an owner, whatever the findings say', () => {
    expect(closing(true)).toEqual([
      'unverified',
      'account-takeover',
      'duplicate-account',
      'sign-in-blocked',
      'loses-access',
    ]);
  });

  it('closes for these outcomes of anybody else', () => {
    expect(closing(false)).toEqual(['unverified', 'account-takeover']);
  });

  it.each([
    { severity: 'error', status: 'closed' },
    { severity: 'warning', status: 'open' },
    { severity: 'info', status: 'open' },
    { severity: 'fatal', status: 'closed' },
  ])('a finding of severity $severity: $status', ({ severity, status }) => {
    const finding = { kind: 'some-kind', severity, message: '', remedy: '' } as Person['findings'][number];
    expect(evaluateGate(withPerson({ findings: [finding] })).status).toBe(status);
    expect(evaluateGate({ ...open, inputFindings: [finding] }).status).toBe(status);
  });

  it('closes for an outcome that it does not know, and for nobody at all', () => {
    expect(evaluateGate(withPerson({ outcome: 'no-such' as Person['outcome'] })).status).toBe('closed');
    expect(evaluateGate({ ...open, people: [] }).status).toBe('closed');
  });

  it('counts people and findings', () => {
    const finding = { kind: 'some-kind', severity: 'error', message: '', remedy: '' } as const;
    const verdict = evaluateGate(withPerson({ outcome: 'loses-access', findings: [finding, finding] }));
    expect(verdict.reasons.map(({ code, count }) => ({ code, count }))).toEqual([
      { code: 'loses-access', count: 1 },
      { code: 'some-kind', count: 2 },
    ]);
  });
});

describe('assertGateOpen', () => {
  it('lets an open gate pass', () => {
    expect(() => assertGateOpen(evaluateGate(open))).not.toThrow();
  });

  it('throws for anything else', () => {
    const verdict = evaluateGate(withPerson({ outcome: 'loses-access' }));
    const attempt = () => assertGateOpen(verdict);
    expect(attempt).toThrow(GateClosedError);
    expect(attempt).toThrow(expect.objectContaining({ code: 'ERR_GATE_CLOSED', reasons: verdict.reasons }));
    expect(() => assertGateOpen({ ...verdict, status: 'ajar' as 'open' })).toThrow(GateClosedError);
  });
});
