import { beforeAll, describe, expect, it } from 'vitest';
import type { LoadedSide, Person, Reconciliation, Waiver } from '../../src/node.ts';
import { evaluateGate } from '../../src/node.ts';
import { type Made, makeTenant } from './make.ts';
import { finalState, loadApp, loadNew, loadOld, reconciled, type Scope, type State, verdictOf } from './state.ts';
import type { ExportName, Sort } from './tenant.ts';

let end: State & { readonly scope: Scope };
/** Before anything was fixed or decided, and nobody out of scope any more. */
let start: State;
let made: Made;
let first: Reconciliation;
let last: Reconciliation;

beforeAll(async () => {
  made = makeTenant();
  end = await finalState();
  start = {
    ...end,
    new: await loadNew('entra-users.csv', end.scope.new),
    app: await loadApp('claude-members.csv'),
    crosswalk: [],
    policy: { ...end.policy, waivers: [] },
  };
  first = reconciled(start);
  last = reconciled(end);
}, 60_000);

/** Whose records a person of a report has. */
function whose(person: Person, files: { new: ExportName; app: ExportName }) {
  const names = { old: 'okta-users.csv', ...files } as const;
  return [person.old, person.new, person.app].flatMap((user) => {
    const who = user === null ? undefined : made.files.get(names[user.side])?.lines.get(user.line);
    return who === undefined ? [] : [who];
  });
}

/** Everybody of a sort who has an error, and of whom else there is one. */
function withErrors(people: readonly Person[], files: { new: ExportName; app: ExportName }): Map<Sort, number> {
  const found = people
    .filter(({ findings }) => findings.some(({ severity }) => severity === 'error'))
    .flatMap((person) => whose(person, files));
  const counts = new Map<Sort, number>();
  const each = new Map(found.map((who) => [who.serial, who.sort]));
  for (const sort of each.values()) counts.set(sort, (counts.get(sort) ?? 0) + 1);
  return counts;
}

/** Without nearly all of those with whom nothing is the matter: that is quicker, and changes nothing for the rest. */
function withoutMost(state: State): State {
  const files = { old: 'okta-users.csv', new: 'entra-users-fixed.csv', app: 'claude-members-later.csv' } as const;
  const few = (side: LoadedSide): LoadedSide => ({
    ...side,
    users: side.users.filter(({ line }) => {
      const who = made.files.get(files[side.side])?.lines.get(line ?? 0);
      return who === undefined || !['keeps', 'without the app'].includes(who.sort) || who.serial % 10 === 0;
    }),
  });
  return { ...state, old: few(state.old), new: few(state.new), app: few(state.app) };
}

describe('the report has the numbers of the tenant', () => {
  const FIRST = { new: 'entra-users.csv', app: 'claude-members.csv' } as const;
  /** Two who share the reception, one who leaves, one in capital letters, four accounts of nobody, one predecessor. */
  const TO_WAIVE = 9;

  it('an error about each of those with whom something is the matter, and about nobody else', () => {
    const { people } = first;
    expect(Object.fromEntries(withErrors(people, FIRST))).toEqual({
      'real problem': 200,
      ambiguous: 12,
      'name change': 5,
      takeover: 2,
      waiver: TO_WAIVE,
      // The one whose account is still there.
      leaver: 1,
    });
  });

  it('2 takeovers, 5 conflicts of names, 12 people who are ambiguous, 150 records out of scope on each side', () => {
    const { people, summary, inputs } = first;
    expect(summary.outcomes['account-takeover']).toBe(2);
    expect(summary.findings['account-takeover']).toBe(2);
    expect(summary.findings['name-conflict']).toBe(5);
    const ambiguous = people.filter(({ findings }) => findings.some(({ kind }) => kind === 'ambiguous-correlation'));
    expect(new Set(ambiguous.flatMap((person) => whose(person, FIRST).map(({ serial }) => serial))).size).toBe(12);
    expect(inputs.map(({ side, excludedReasons }) => [side, excludedReasons['out-of-scope'] ?? 0])).toEqual([
      ['old', 150],
      ['new', 150],
      ['app', 0],
    ]);
  });

  it('real problems of every sort', () => {
    const real = first.people.filter((person) => whose(person, FIRST).some(({ sort }) => sort === 'real problem'));
    const findings = real.flatMap((person) => person.findings);
    expect([...new Set(findings.map(({ kind }) => kind))].sort()).toEqual([
      'domain-not-in-baseline',
      'duplicate-id',
      'email-invalid',
      'email-missing',
      'fallback-domain',
      'guest-account',
      'inactive-in-new',
      'missing-in-new',
      'possible-same-person',
      'scim-email-mismatch',
      'sso-email-mismatch',
      'sso-scim-divergence',
      'tombstone',
      'unconfirmed-correlation',
      'unexpected-in-new',
    ]);
    const classes = new Set(findings.flatMap(({ difference }) => difference?.classes ?? []));
    expect([...classes].sort()).toEqual([
      'case',
      'confusable',
      'domain',
      'invisible',
      'local-part',
      'plus-tag',
      'whitespace',
      'wrapper',
    ]);
  });

  it('after the fixes none of the 200, and after the decisions nobody but those who are waived', async () => {
    const files = { new: 'entra-users-fixed.csv', app: 'claude-members.csv' } as const;
    const fixed = { ...start, new: end.new };
    expect(Object.fromEntries(withErrors(reconciled(fixed).people, files))).toEqual({
      ambiguous: 12,
      'name change': 5,
      takeover: 2,
      waiver: TO_WAIVE,
      leaver: 1,
    });
    const decided = withErrors(reconciled({ ...fixed, crosswalk: end.crosswalk }).people, files);
    expect(Object.fromEntries(decided)).toEqual({ takeover: 2, waiver: TO_WAIVE, leaver: 1 });
  });
});

describe('the gate is open, and everything that opened it is needed', () => {
  it('is open', () => {
    expect(evaluateGate(last, end.policy).status).toBe('open');
  });

  it('each waiver, all of it', () => {
    const waivers = end.policy.waivers ?? [];
    expect(waivers).toHaveLength(8);
    for (const waiver of waivers) {
      for (const rest of lessOf(waiver)) {
        const others = waivers.filter((other) => other !== waiver);
        const verdict = evaluateGate(last, { ...end.policy, waivers: [...others, ...rest] });
        expect(verdict.status, `${waiver.id} as ${JSON.stringify(rest)}`).toBe('closed');
      }
    }
  });

  it('each decision of the crosswalk', () => {
    const decided = end.crosswalk.filter(({ decision }) => decision !== undefined);
    expect(decided).toHaveLength(12 + 5);
    const few = withoutMost(end);
    expect(verdictOf(few).status).toBe('open');
    for (const decision of decided) {
      const crosswalk = end.crosswalk.filter((other) => other !== decision);
      expect(verdictOf({ ...few, crosswalk }).status, `line ${decision.line}`).toBe('closed');
    }
  });

  it('each rule of the scope', async () => {
    for (const side of ['old', 'new'] as const) {
      expect(end.scope[side]).toHaveLength(3);
      for (const rule of end.scope[side]) {
        const rules = end.scope[side].filter((other) => other !== rule);
        const loaded = await (side === 'old' ? loadOld(rules) : loadNew('entra-users-fixed.csv', rules));
        expect(verdictOf({ ...end, [side]: loaded }).status, `${side} ${rule}`).toBe('closed');
      }
    }
    const all = { old: await loadOld([]), new: await loadNew('entra-users-fixed.csv', []) };
    expect(verdictOf({ ...end, ...all }).status).toBe('closed');
  });

  it('each export that was taken again', () => {
    expect(verdictOf({ ...end, new: start.new }).status).toBe('closed');
    expect(verdictOf({ ...end, app: start.app }).status).toBe('closed');
  });

  it('each waiver until its last day, and not on the day after', () => {
    const on = (now: string) => evaluateGate(last, { ...end.policy, now }).status;
    expect(on('2035-12-31T23:59:59.999Z')).toBe('open');
    expect(on('2036-01-01T00:00:00.000Z')).toBe('closed');
  });
});

describe('the takeovers', () => {
  const answer = { reason: 'We are in a hurry.', owner: 'identity team', expires: '2035-12-31' };
  /** Everything but the two is settled. */
  let both: Reconciliation;
  beforeAll(() => {
    both = reconciled({ ...end, app: start.app });
  });
  const waive = (...waivers: Waiver[]) =>
    evaluateGate(both, { ...end.policy, waivers: [...withoutTakeover(end.policy.waivers), ...waivers] });

  it('are two', () => {
    expect(both.summary.outcomes['account-takeover']).toBe(2);
  });

  it.each(['*', '*@example.com', 'press@example.com', '?*@*', 'chan.tranvu@*'])('no pattern waives: %s', (pattern) => {
    for (const what of WAYS) {
      expect(() => waive({ ...what, pattern, ...answer }), JSON.stringify(what)).toThrow(/by pattern/);
      expect(() => waive({ ...what, pattern, person: 'employee-id:10221', ...answer })).toThrow(/by pattern/);
      expect(() => waive({ ...what, pattern: ['svc-*@example.com', pattern], ...answer })).toThrow(/by pattern/);
    }
  });

  it('nor does a waiver that names nobody, or everything else about everybody', () => {
    for (const what of WAYS) expect(() => waive({ ...what, ...answer })).toThrow(/"person"/);
    const kinds = ['missing-in-new', 'unexpected-in-new', 'address-reused', 'duplicate-email'];
    const everybody = { kind: kinds, outcome: ['loses-access' as const], pattern: '*@example.com', ...answer };
    expect(waive(everybody).reasons.map(({ code, count }) => [code, count])).toEqual([['account-takeover', 2]]);
  });

  it('nor does another severity', () => {
    const { status, reasons } = evaluateGate(both, {
      ...end.policy,
      severities: { 'account-takeover': 'info', 'missing-in-new': 'info' },
    });
    expect(status).toBe('closed');
    expect(reasons.map(({ code }) => code)).toContain('account-takeover');
  });

  it('each is waived by name, and only that one', () => {
    const of = (person: string): Waiver => ({
      kind: 'account-takeover',
      outcome: 'account-takeover',
      person,
      ...answer,
    });
    const left = (...people: string[]) =>
      waive(...people.map(of)).reasons.find(({ code }) => code === 'account-takeover')?.count ?? 0;
    expect(left()).toBe(2);
    expect(left('employee-id:10221')).toBe(1);
    expect(left('employee-id:10221', 'employee-id:10219')).toBe(0);
  });
});

/** All ways of naming a takeover. */
const WAYS: readonly Pick<Waiver, 'kind' | 'outcome'>[] = [
  { kind: 'account-takeover' },
  { outcome: 'account-takeover' },
  { kind: ['missing-in-new', 'account-takeover'] },
  { outcome: ['loses-access', 'account-takeover'] },
  { kind: 'account-takeover', outcome: 'account-takeover' },
];

function withoutTakeover(waivers: readonly Waiver[] = []): Waiver[] {
  return waivers.filter(({ outcome }) => outcome !== 'account-takeover');
}

/** A waiver without one of its kinds, outcomes or people, in every way; none for one that has no more than one of each. */
function lessOf(waiver: Waiver): Waiver[][] {
  const less = (['kind', 'outcome', 'person'] as const).flatMap((key): Waiver[] => {
    const all: readonly string[] = [waiver[key] ?? []].flat();
    if (all.length > 1) return all.map((one) => ({ ...waiver, [key]: all.filter((other) => other !== one) }));
    return all.length === 1 && key !== 'person' ? [without(waiver, key)] : [];
  });
  return [[], ...less.filter(({ kind, outcome }) => kind !== undefined || outcome !== undefined).map((one) => [one])];
}

function without(waiver: Waiver, key: 'kind' | 'outcome'): Waiver {
  const { [key]: _, ...rest } = waiver;
  return rest;
}
