import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { PreflightError } from '../../../src/errors.ts';
import type { CrosswalkDecision } from '../../../src/model/crosswalk.ts';
import type { Finding } from '../../../src/model/finding.ts';
import type { Person } from '../../../src/model/person.ts';
import { MODES, type Reconciliation } from '../../../src/model/reconciliation.ts';
import type { User } from '../../../src/model/user.ts';
import { type ReconcileOptions, reconcile } from '../../../src/reconcile.ts';
import { couldName, type Input, type Record, told } from './drawn.ts';

const RUNS = Number(process.env.ORGANISATIONS ?? 300);
/** For more of them. */
vi.setConfig({ testTimeout: 3_600_000 });
const mode = fc.constantFrom(...MODES);

type Named = ReadonlySet<string>;
const refOf = ({ side, line }: Pick<User, 'side' | 'line'>): string => `${side}${line}`;

function check(input: Input, options: ReconcileOptions): Reconciliation {
  const { app, ...sides } = input;
  return reconcile(app === undefined ? sides : { ...sides, app }, options);
}

/** Everybody who could be meant by any row, decided or not. */
function namedBy(crosswalk: readonly CrosswalkDecision[], input: Input): Named {
  const of = (side: 'old' | 'new', records: readonly Record[]) =>
    records.filter((record) => crosswalk.some((decision) => couldName(decision[side], record))).map(refOf);
  return new Set([...of('old', input.old), ...of('new', input.new)]);
}

/** Each person by each of their records. */
function byRef({ people }: Reconciliation): Map<string, Person> {
  return new Map(
    people.flatMap((person) => {
      const users = [person.old, person.new].filter((user) => user !== null);
      return (users.length > 0 ? users : [person.app].filter((row) => row !== null)).map((user) => [
        refOf(user),
        person,
      ]);
    }),
  );
}

const partnerOf = ({ old, new: next }: Person, side: string): string | null => {
  const other = side === 'old' ? next : old;
  return other === null ? null : refOf(other);
};

/** Whoever is named, and the other half of each of them: a row about an account is about both. */
function withPartners(named: Named, worlds: readonly ReadonlyMap<string, Person>[]): Named {
  const partners = worlds.flatMap((people) =>
    [...named].map((ref) => {
      const person = people.get(ref);
      return person === undefined ? null : partnerOf(person, ref.slice(0, 3));
    }),
  );
  return new Set([...named, ...partners.filter((ref) => ref !== null)]);
}

/** Who a user is, and could be. */
function identity(person: Person, side: 'old' | 'new') {
  const doubt = person.findings.find(({ kind }) => kind === 'ambiguous-correlation');
  const candidates = doubt?.others?.filter((other) => other.side !== side).map(refOf);
  return { partner: partnerOf(person, side), tier: person.correlation?.tier ?? null, candidates };
}

function whatHappens({ old, new: next, app, owner, outcome, correlation }: Person) {
  const [a, b, row] = [old, next, app].map((user) => (user === null ? null : refOf(user)));
  return { old: a, new: b, row, owner, outcome, correlation };
}

/**
 * What may be found otherwise about somebody whom no row names, as it is about somebody whom one does:
 *
 * - `duplicate-email`: how severe it is depends on whether any of those who share the address owns an account, and one
 *   of these was paired or parted, or told which account is theirs. Whether it is there at all depends on addresses alone.
 * - `possible-same-person`: the one namesake has a partner now, or has none any more, or is somebody else by a human's
 *   word.
 */
function mayDiffer({ kind, others = [] }: Finding, touched: Named): 'severity' | 'presence' | null {
  if (!others.some((other) => touched.has(refOf(other)))) return null;
  if (kind === 'duplicate-email') return 'severity';
  return kind === 'possible-same-person' ? 'presence' : null;
}

function comparable(findings: readonly Finding[], touched: Named): string[] {
  return findings
    .flatMap((finding) => {
      const may = mayDiffer(finding, touched);
      if (may === 'presence') return [];
      return [may === 'severity' ? finding.kind : `${finding.severity} ${finding.kind}`];
    })
    .sort();
}

const isOfCrosswalk = ({ kind }: Finding) => kind.startsWith('crosswalk-');

describe('any crosswalk', () => {
  it('changes nothing for anybody whom it does not name', () => {
    let unnamed = 0;
    let severities = 0;
    let presences = 0;
    fc.assert(
      fc.property(told, mode, ({ input, crosswalk }, by) => {
        const named = namedBy(crosswalk, input);
        const [before, after] = [byRef(check(input, { mode: by })), byRef(check(input, { mode: by, crosswalk }))];
        const touched = withPartners(named, [before, after]);
        for (const [side, records] of [['old', input.old] as const, ['new', input.new] as const]) {
          for (const record of records.filter((one) => !named.has(refOf({ ...one })))) {
            const [was, is] = [before.get(refOf(record)), after.get(refOf(record))];
            if (was === undefined || is === undefined) throw new Error('somebody is lost');
            expect(identity(is, side)).toEqual(identity(was, side));
            // The other half of a pair may be named, by a row about an account.
            if (named.has(partnerOf(was, side) ?? '')) continue;
            unnamed += 1;
            expect(whatHappens(is)).toEqual(whatHappens(was));
            expect(comparable(is.findings, touched)).toEqual(comparable(was.findings, touched));
            const ways = [...was.findings, ...is.findings].map((finding) => mayDiffer(finding, touched));
            severities += ways.filter((way) => way === 'severity').length;
            presences += ways.filter((way) => way === 'presence').length;
          }
        }
      }),
      { numRuns: RUNS },
    );
    expect(unnamed).toBeGreaterThan(RUNS);
    expect(Math.min(severities, presences)).toBeGreaterThan(0);
  });

  it('leaves accounts that nobody claims to nobody, but for those that it names or whose claimant it names', () => {
    fc.assert(
      fc.property(told, mode, ({ input, crosswalk }, by) => {
        const named = namedBy(crosswalk, input);
        const [before, after] = [check(input, { mode: by }), check(input, { mode: by, crosswalk })];
        const orphans = ({ people }: Reconciliation) =>
          people.filter(({ old, new: next }) => old === null && next === null);
        const isNamed = ({ app }: Person) => crosswalk.some((decision) => decision.app === app?.sso);
        const still = (person: Person, those: readonly Person[]) =>
          those.some((other) => other.app?.line === person.app?.line);
        for (const orphan of orphans(before)) if (!isNamed(orphan)) expect(still(orphan, orphans(after))).toBe(true);
        for (const orphan of orphans(after)) {
          if (isNamed(orphan) || still(orphan, orphans(before))) continue;
          const claimants = before.people.filter(({ old, new: next, owner }) => owner && (old ?? next) !== null);
          const lost = claimants.filter((person) =>
            [person.old, person.new].some((user) => user !== null && named.has(refOf(user))),
          );
          expect(lost.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('is applied, or found fault with by file and line, decision by decision', () => {
    let [applied, faults] = [0, 0];
    fc.assert(
      fc.property(told, mode, ({ input, crosswalk }, by) => {
        const { people, inputFindings } = check(input, { mode: by, crosswalk });
        const found = inputFindings.filter(isOfCrosswalk);
        for (const { file, line } of found) expect([file, line === undefined]).toEqual(['crosswalk.csv', false]);
        for (const decision of crosswalk) {
          const fault = found.filter(({ line }) => line === decision.line);
          if (decision.decision === undefined) expect(fault).toEqual([]);
          if (decision.decision === undefined) continue;
          faults += fault.length;
          expect(fault.length).toBeLessThan(2);
          if (fault.some(({ severity }) => severity === 'error')) continue;
          applied += 1;
          expect(holds(decision, people)).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
    expect(applied).toBeGreaterThan(RUNS);
    expect(faults).toBeGreaterThan(RUNS / 2);
  });

  it('says the same in any order of its rows', () => {
    const mixed = told.chain((drawn) =>
      fc.tuple(fc.constant(drawn), fc.shuffledSubarray(drawn.crosswalk, { minLength: drawn.crosswalk.length })),
    );
    fc.assert(
      fc.property(mixed, mode, ([{ input, crosswalk }, again], by) => {
        const [a, b] = [check(input, { mode: by, crosswalk }), check(input, { mode: by, crosswalk: again })];
        expect(b.people).toEqual(a.people);
        const lines = ({ inputFindings }: Reconciliation) => inputFindings.map((one) => JSON.stringify(one)).sort();
        expect(lines(b)).toEqual(lines(a));
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it('without a decision changes nothing for anybody', () => {
    fc.assert(
      fc.property(told, mode, ({ input, crosswalk }, by) => {
        const undecided = crosswalk.map(({ decision: _, ...row }) => row);
        expect(check(input, { mode: by, crosswalk: undecided })).toEqual(check(input, { mode: by }));
      }),
      { numRuns: RUNS / 2 },
    );
  });

  it('could do without what is stale', () => {
    let stale = 0;
    // It is stale by the policy of the report; if the app compares otherwise, it may matter.
    const bare = (people: readonly Person[]) =>
      people.map(({ correlation, duplicateUnder: _, takeoverUnder: __, harmlessUnder: ___, ...person }) => ({
        ...person,
        evidence: correlation?.evidence,
      }));
    /** Every line that a finding is about: its own, or the runs that it names. */
    const linesOf = ({ line = 0, message }: Finding) =>
      (/, in lines ([\d–, ]+) \(/.exec(message)?.[1] ?? `${line}`).split(', ').flatMap((run) => {
        const [first = 0, last = first] = run.split('–').map(Number);
        return Array.from({ length: last - first + 1 }, (_, index) => first + index);
      });
    fc.assert(
      fc.property(told, mode, ({ input, crosswalk }, by) => {
        const all = check(input, { mode: by, crosswalk });
        const found = all.inputFindings.filter(({ kind }) => kind === 'crosswalk-stale');
        for (const line of found.flatMap(linesOf)) {
          stale += 1;
          // Undecided, the row still names them.
          const rest = crosswalk.map(({ decision, ...row }) =>
            row.line === line || decision === undefined ? row : { ...row, decision },
          );
          expect(bare(check(input, { mode: by, crosswalk: rest }).people)).toEqual(bare(all.people));
        }
      }),
      { numRuns: RUNS },
    );
    expect(stale).toBeGreaterThan(RUNS / 20);
  });

  it('never lets anybody keep an account by telling two people apart', () => {
    fc.assert(
      fc.property(told, mode, ({ input, crosswalk }, by) => {
        const parting = crosswalk.filter(({ decision }) => decision !== 'same');
        const [before, after] = [byRef(check(input, { mode: by })), check(input, { mode: by, crosswalk: parting })];
        for (const { new: next, outcome } of after.people) {
          if (next === null || outcome !== 'keeps-account') continue;
          const was = before.get(refOf(next));
          if (was?.outcome === 'keeps-account') continue;
          // Of two accounts the doubtful one is somebody else's: what is left is no longer in doubt.
          expect(was?.outcome).toBe('unverified');
          const { old } = was as Person;
          const isAboutRow = ({ app, old: key, new: other, decision }: CrosswalkDecision) =>
            app !== undefined &&
            decision === 'different' &&
            [old, next].some((user) => user !== null && couldName(user.side === 'old' ? key : other, user));
          expect(parting.some(isAboutRow)).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('throws nothing but coded errors', () => {
    const anything = fc.array(
      fc.oneof(
        fc.anything(),
        fc.record(
          {
            decision: fc.constantFrom('same', 'different', 'Same', '', undefined),
            old: fc.oneof(fc.anything(), fc.record({ email: fc.string(), ids: fc.anything() })),
            new: fc.record({ username: fc.string(), ids: fc.record({ 'employee-id': fc.string() }) }),
            app: fc.string(),
            line: fc.integer(),
          },
          { requiredKeys: [] },
        ),
      ),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(told, anything, ({ input }, crosswalk) => {
        try {
          check(input, { crosswalk: crosswalk as CrosswalkDecision[] });
        } catch (fault) {
          expect(fault).toBeInstanceOf(PreflightError);
          expect((fault as PreflightError).code).toBe('ERR_CROSSWALK');
        }
      }),
      { numRuns: RUNS / 2 },
    );
  });
});

/** Whether what was decided is so, for each record that the row could mean. */
function holds(decision: CrosswalkDecision, people: readonly Person[]): boolean {
  const names = (user: User | null) => user !== null && couldName(decision[user.side as 'old' | 'new'], user);
  if (decision.app !== undefined) {
    const owners = people.filter((person) => (names(person.old) || names(person.new)) && person.owner);
    const conflicting = owners.filter(({ findings }) =>
      findings.some(
        ({ kind, others = [] }) =>
          kind === 'name-conflict' && others.some(({ side, sso }) => side === 'app' && sso === decision.app),
      ),
    );
    if (decision.decision === 'same') return owners.length > conflicting.length;
    const shown = people.filter(({ old, new: next, app }) => app?.sso === decision.app && (old ?? next) !== null);
    const login = decision.old?.username ?? decision.new?.username;
    return (
      login === undefined || !shown.some(({ old, new: next }) => login === old?.username || login === next?.username)
    );
  }
  const couple = people.filter(({ old, new: next }) => names(old) && names(next));
  if (decision.decision === 'same') return couple.some(({ correlation }) => correlation?.tier === 'crosswalk');
  if (decision.old?.username === undefined || decision.new?.username === undefined) return true;
  // Neither a pair, nor a doubt.
  const [old, next] = [decision.old.username, decision.new.username];
  return !people.some(
    (person) =>
      (person.old?.username === old && person.new?.username === next) ||
      person.findings.some(({ kind, others = [] }) => {
        const asks = kind === 'ambiguous-correlation' || kind === 'possible-same-person';
        const [own, other] = person.old === null ? [next, old] : [old, next];
        const side = person.old === null ? 'old' : 'new';
        const isOwn = (person.old ?? person.new)?.username === own;
        return asks && isOwn && others.some((one) => one.side === side && one.username === other);
      }),
  );
}
