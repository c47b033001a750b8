import { describe, expect, it } from 'vitest';
import {
  assumedMappings,
  evaluateGate,
  type InputSummary,
  type Reconciliation,
  type Requirement,
  reconcile,
} from '../../src/index.ts';
import { REQUIREMENTS } from '../../src/model/policy.ts';
import type { Mode } from '../../src/model/reconciliation.ts';

const ANN = { sso: 'ann@example.com', scim: 'ann@example.com' };

function input(change: Partial<InputSummary>): InputSummary {
  const mapping = { sso: 'mail', scim: 'login', status: 'state' } as InputSummary['mapping'];
  return { side: 'old', file: 'old.csv', mapping, assumed: [], excludedReasons: {}, ...change } as InputSummary;
}

function world(inputs: Partial<InputSummary>[], mode: Mode = 'scim', change: Partial<Reconciliation> = {}) {
  return { ...reconcile({ old: [ANN], new: [ANN], app: [ANN] }, { mode }), inputs: inputs.map(input), ...change };
}

const missing = (of: Reconciliation, ...require: Requirement[]) => evaluateGate(of, { require });
const sides = [{}, { side: 'new', file: 'new.csv' }] as const;

describe('what a policy requires', () => {
  it('leaves the gate open where all of it is there', () => {
    const { status } = missing(world([...sides], 'scim', { decisions: 1 }), ...REQUIREMENTS);
    expect(status).toBe('open');
  });

  const without = (key: 'scim' | 'status') => ({ mapping: { ...input({}).mapping, [key]: null } });
  it.each<[Requirement, Reconciliation, string]>([
    ['app', { ...reconcile({ old: [ANN], new: [ANN] }), inputs: sides.map(input) }, '--app'],
    ['crosswalk', world([...sides]), '--crosswalk'],
    ['confirmed-mapping', world([{ assumed: ['sso'] }]), 'old sso “mail” (old.csv)'],
    ['old-scim', world([{}, without('scim')]), '--old-map scim=COLUMN'],
    ['old-status', world([{}, without('status')]), '--old-map status=COLUMN'],
    ['new-status', world([{}, { side: 'new', ...without('status') }]), '--new-map status=COLUMN'],
  ])('closes it where %s is missing, and names it', (requirement, of, says) => {
    expect(evaluateGate(of).status).toBe('open');
    expect(missing(of, requirement)).toEqual({
      status: 'closed',
      reasons: [
        {
          code: 'required',
          count: 1,
          message: expect.stringContaining(`${requirement} is required by the policy, and missing: `),
        },
      ],
    });
    expect(missing(of, requirement).reasons[0]?.message).toContain(says);
    expect(missing(of, requirement, requirement).reasons).toHaveLength(1);
  });

  it('cannot be known of records that a program made, but for the emails in them', () => {
    const made = reconcile({ old: [ANN], new: [ANN], app: [ANN] });
    expect(missing(made, 'old-scim', 'confirmed-mapping', 'app').status).toBe('open');
    expect(missing(made, 'old-status').status).toBe('closed');
    expect(missing(made, 'new-status').status).toBe('closed');
    const bare = reconcile({ old: [{ sso: ANN.sso }], new: [{ sso: ANN.sso }] }, { mode: 'jit' });
    expect(missing(bare, 'old-scim').status).toBe('closed');
  });

  it('names a few columns of many', () => {
    const many = Array.from({ length: 9 }, (_, n) => ({ file: `page-${n}.csv`, assumed: ['sso' as const] }));
    expect(missing(world(many), 'confirmed-mapping').reasons[0]?.message).toMatch(/\(page-3\.csv\) and 5 more$/);
  });

  it('is refused where nobody knows what it is', () => {
    const attempt = () => missing(world([]), 'members' as Requirement);
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'ERR_POLICY', message: expect.stringContaining('require.0') }),
    );
    expect(() => missing(world([]))).toThrow('require');
  });
});

describe('assumedMappings', () => {
  const inputs = [
    { side: 'old', file: 'old.csv', assumed: ['sso', 'scim'] },
    { side: 'new', file: 'new.csv', assumed: ['scim'] },
    { side: 'app', file: 'app.csv', assumed: ['sso'] },
    { side: 'new', file: 'more.csv', assumed: [] },
  ] as const;

  it('lists every column that counts and that nobody named', () => {
    expect(assumedMappings(world([...inputs]))).toEqual([
      { side: 'old', file: 'old.csv', attribute: 'sso', column: 'mail' },
      { side: 'old', file: 'old.csv', attribute: 'scim', column: 'login' },
      { side: 'new', file: 'new.csv', attribute: 'scim', column: 'login' },
      { side: 'app', file: 'app.csv', attribute: 'sso', column: 'mail' },
    ]);
  });

  it.each(['jit', 'manual'] as const)('leaves out what is not sent in %s mode', (mode) => {
    const files = assumedMappings(world([...inputs], mode)).map(({ file, attribute }) => [file, attribute]);
    expect(files).toEqual([
      ['old.csv', 'sso'],
      ['old.csv', 'scim'],
      ['app.csv', 'sso'],
    ]);
  });

  it('leaves out the old SCIM email where it adds nothing to the SSO email that was named', () => {
    const mapping = { sso: 'mail', scim: 'mail' };
    const same = { side: 'old', assumed: ['scim'], mapping } as unknown as Parameters<typeof world>[0][number];
    expect(assumedMappings(world([same], 'jit'))).toEqual([]);
    expect(assumedMappings(world([same], 'scim'))).toHaveLength(1);
  });

  it('is empty where everything was named', () => {
    expect(assumedMappings(world([{}, { side: 'new' }]))).toEqual([]);
  });
});
