import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { asksForDecision } from '../../src/findings/index.ts';
import type { CrosswalkDecision, Decision } from '../../src/model/crosswalk.ts';
import type { Person } from '../../src/model/person.ts';
import { MODES, type Reconciliation } from '../../src/model/reconciliation.ts';
import type { User } from '../../src/model/user.ts';
import { type ReconcileOptions, reconcile } from '../../src/reconcile.ts';
import { withLogins } from '../matcher/crosswalk/drawn.ts';
import { toRecords } from '../reference/agreement.ts';
import { organisation } from '../reference/organisation.ts';
import type { Organisation } from '../reference/records.ts';
import { filledIn, type Row, template } from './table.ts';

const RUNS = Number(process.env.ORGANISATIONS ?? 200);
/** For more of them. */
vi.setConfig({ testTimeout: 3_600_000 });

type Run = (crosswalk?: readonly CrosswalkDecision[]) => Reconciliation;

/** Somebody who knows whose each record is, and fills the template in until nothing is asked any more. */
function decideAll(
  drawn: Organisation,
  run: Run,
): { readonly crosswalk: CrosswalkDecision[]; readonly rounds: number } {
  let crosswalk: CrosswalkDecision[] = [];
  for (let round = 0; ; round += 1) {
    const rows = template(run(crosswalk), crosswalk);
    const asked = rows.filter(({ decision }) => decision === '');
    if (asked.length === 0 || round === 4) return { crosswalk, rounds: round };
    crosswalk = filledIn(answered(drawn, rows));
  }
}

/** One old and one new record of each human are one person; another record of theirs is to be decided otherwise. */
function answered(drawn: Organisation, rows: readonly Row[]): Row[] {
  const taken = new Set<string>();
  const isFree = (row: Row) => !taken.has(`old ${row['old username']}`) && !taken.has(`new ${row['new username']}`);
  const take = (row: Row) => taken.add(`old ${row['old username']}`).add(`new ${row['new username']}`);
  for (const row of rows) if (row.decision === 'same' && row['app email'] === '') take(row);
  return rows.map((row) => {
    if (row.decision !== '') return row;
    const isSame = isTrue(drawn, row);
    if (row['app email'] !== '') return { ...row, decision: isSame ? 'same' : 'different' };
    const decision: Decision = isSame && isFree(row) ? 'same' : 'different';
    if (decision === 'same') take(row);
    return { ...row, decision };
  });
}

function isTrue({ old, new: next, app }: Organisation, row: Row): boolean {
  const records = [...old, ...next];
  const humans = [row['old username'], row['new username']]
    .filter((login) => login !== '')
    .map((login) => records.find(({ ref }) => ref === login?.replace(/^'/, ''))?.person);
  const email = filledIn([row])[0]?.app;
  if (email !== undefined) humans.push(app?.find((one) => one.email === email && one.active)?.person);
  expect(humans).toHaveLength(2);
  return humans[0] === humans[1];
}

/** The two records of every doubt, by login or address. */
function doubts({ people }: Reconciliation): string[] {
  const name = (user: User) => user.username ?? user.sso ?? '';
  return people.flatMap((person: Person) =>
    person.findings
      .filter(({ kind }) => asksForDecision(kind))
      .flatMap(({ kind, others = [] }) => {
        const own = [person.old, person.new].filter((user) => user !== null);
        const rows = others.filter(({ side }) => side === 'app');
        if (own.length === 2 && rows.length === 0) return [`${kind}: ${own.map(name).join(' ')}`];
        const opposite = others.filter(({ side }) => side !== own[0]?.side);
        return opposite.map((other) => `${kind}: ${[own[0] as User, other].map(name).sort().join(' ')}`);
      }),
  );
}

describe('a template that is filled in by the truth', () => {
  it('leaves no doubt, and contradicts nothing', () => {
    let asked = 0;
    fc.assert(
      fc.property(organisation, fc.boolean(), fc.constantFrom(...MODES), (drawn, isListed, mode) => {
        const input = withLogins(toRecords(isListed ? drawn : { ...drawn, app: null }));
        const { app, ...sides } = input;
        const options: ReconcileOptions = { mode };
        const run: Run = (crosswalk) =>
          reconcile(app === undefined ? sides : { ...sides, app }, { ...options, ...(crosswalk && { crosswalk }) });
        const { crosswalk, rounds } = decideAll(drawn, run);
        if (rounds > 0) asked += 1;
        const after = run(crosswalk);
        expect(doubts(after)).toEqual([]);
        const faults = after.inputFindings.filter(({ kind }) => /^crosswalk-(?:unknown|conflict)$/.test(kind));
        expect(faults.map(({ message }) => message)).toEqual([]);
        const left = after.people.filter(({ outcome }) => outcome === 'unverified');
        // What is left is not a question of who is who, but of which of two addresses an account is at.
        for (const { old, new: next } of left)
          expect([app, old === null, next === null]).toEqual([undefined, false, false]);
      }),
      { numRuns: RUNS },
    );
    expect(asked).toBeGreaterThan(RUNS / 5);
  });

  it('takes one round where nobody has two doubts', () => {
    const people = (side: string) => [
      { sso: 'ann@example.com', name: side === 'old' ? 'Ann Lee' : 'Cem Ito' },
      { sso: `bob@${side}.example.com`, name: 'Bob Roe' },
    ];
    const lists = { old: people('old'), new: people('new') };
    const rows = template(reconcile(lists, { mode: 'jit' }));
    expect(rows.map(({ why }) => why)).toEqual(['name-conflict', 'unconfirmed-correlation']);
    const filled = filledIn(rows.map((row, index) => ({ ...row, decision: index === 0 ? 'different' : 'same' })));
    const { people: after } = reconcile(lists, { mode: 'jit', crosswalk: filled });
    expect(after.map(({ outcome, correlation }) => [outcome, correlation?.tier])).toEqual([
      ['account-takeover', undefined],
      ['duplicate-account', 'crosswalk'],
      ['loses-access', undefined],
    ]);
  });
});
