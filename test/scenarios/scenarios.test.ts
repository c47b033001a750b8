import { describe, expect, it } from 'vitest';
import { checkReport, runCommand } from '../support/command.ts';
import { readFixture } from '../support/csv.ts';
import {
  expectedPeople,
  refsByLine,
  type Scenario,
  type ScenarioSide,
  scenarioArgs,
  scenarioFile,
  scenarioPolicies,
  scenarioSides,
  scenarios,
} from './scenario.ts';

const all = scenarios();
const answered = all.filter(({ exit }) => exit === undefined);

it('has at least thirty scenarios', () => {
  expect(all.length).toBeGreaterThanOrEqual(30);
});

describe.each(answered)('the truth table of $name', (scenario) => {
  it.each(scenario.modes)('says in %s mode what becomes of everybody, why, and of the gate', (mode) => {
    const people = expectedPeople(scenario, mode);
    const found = scenario.inputFindings?.[mode] ?? [];
    const untold = scenarioSides(scenario).flatMap((side) => {
      const told = people.flatMap((person) => person[side]).filter((ref) => ref !== '');
      const records = accountable(scenario, side);
      // Several people may own one account; a record of a person is theirs alone.
      expect(side === 'app' || new Set(told).size === told.length, side).toBe(true);
      expect(told.filter((ref) => !records.includes(ref))).toEqual([]);
      return records.filter((ref) => !told.includes(ref));
    });
    const rejected = found.filter((kind) => kind === 'error:record-rejected').length;
    expect(untold.length, untold.join()).toBeLessThanOrEqual(rejected);
    const severities = [...people.flatMap(({ kinds }) => kinds), ...found];
    const harmed = people.filter(({ outcome }) => HARM.has(outcome));
    const closed = harmed.length > 0 || severities.some((kind) => kind.startsWith('error:'));
    expect(scenario.gate?.[mode]).toBe(closed ? 'closed' : 'open');
    expect(harmed.filter(({ kinds }) => !kinds.some((kind) => kind.startsWith('error:')))).toEqual([]);
    expect(people.filter(({ note }) => note === '')).toEqual([]);
  });
});

const HARM = new Set(['unverified', 'account-takeover', 'duplicate-account', 'sign-in-blocked', 'loses-access']);
const REMOVED = new Set(['removed', 'deleted', 'deactivated']);

/** The records that have to be somebody's: every one, but for rows of the app's list that are no account. */
function accountable(scenario: Scenario, side: ScenarioSide): string[] {
  if (side !== 'app') return [...refsByLine(scenario, side).values()];
  const rows = readFixture(scenarioFile(scenario, 'app.csv'));
  return rows.filter(({ status = '' }) => !REMOVED.has(status.toLowerCase())).map(({ ref = '' }) => ref);
}

describe.each(all)('$name: $title', (scenario) => {
  const runs = scenario.modes.flatMap((mode) =>
    scenarioPolicies(scenario).map((policy) => ({ mode, policy, run: policy ? `${mode} under ${policy}` : mode })),
  );

  it.each(runs)('$run', async ({ mode, policy }) => {
    const args = scenarioArgs(scenario, mode, policy);
    if (scenario.exit !== undefined) {
      const ran = await runCommand(['check', ...args]);
      expect(ran.status).toBe(scenario.exit);
      expect(ran.stderr).toContain(scenario.error);
      expect(ran.stdout).toBe('');
      return;
    }
    const { report, status } = await checkReport(args);
    const refs = new Map(scenarioSides(scenario).map((side) => [side, refsByLine(scenario, side)]));
    const ref = (user: { readonly side: ScenarioSide; readonly line: number } | null) =>
      user === null ? '-' : (refs.get(user.side)?.get(user.line) ?? '?');
    const actual = report.people.map((person) => {
      const kinds = new Set(person.findings.map(({ kind, severity }) => `${severity}:${kind}`));
      const users = [person.old, person.new, person.app].map(ref);
      return `${users.join(' ')} ${person.outcome}: ${[...kinds].sort().join(' ')}`;
    });
    const expected = expectedPeople(scenario, mode).map((person) => {
      const users = [person.old, person.new, person.app[0]].map((label) => label || '-');
      return `${users.join(' ')} ${person.outcome}: ${person.kinds.join(' ')}`;
    });
    expect(actual.sort()).toEqual(expected.sort());
    const found = report.inputFindings.map(({ kind, severity }) => `${severity}:${kind}`);
    expect(found.sort()).toEqual([...(scenario.inputFindings?.[mode] ?? [])].sort());
    expect(report.gate.status).toBe(scenario.gate?.[mode]);
    expect(status).toBe(scenario.gate?.[mode] === 'open' ? 0 : 1);
  });
});
