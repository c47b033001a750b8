import { describe, expect, it } from 'vitest';
import { checkReport, runCommand } from '../support/command.ts';
import { expectedPeople, refsByLine, scenarioArgs, scenarios } from './scenario.ts';

const all = scenarios();

it('has at least thirty scenarios', () => {
  expect(all.length).toBeGreaterThanOrEqual(30);
});

describe.each(all)('$name: $title', (scenario) => {
  it.each(scenario.modes)('%s', async (mode) => {
    if (scenario.exit !== undefined) {
      const ran = await runCommand(['check', ...scenarioArgs(scenario, mode)]);
      expect(ran.status).toBe(scenario.exit);
      expect(ran.stderr).toContain(scenario.error);
      expect(ran.stdout).toBe('');
      return;
    }
    const { report, status } = await checkReport(scenarioArgs(scenario, mode));
    const refs = { old: refsByLine(scenario, 'old'), new: refsByLine(scenario, 'new') };
    const row = (old: string, next: string, outcome: string, kinds: readonly string[]) =>
      `${old || '-'} ${next || '-'} ${outcome}: ${kinds.join(' ')}`;
    const actual = report.people.map((person) => {
      const kinds = new Set(person.findings.map(({ kind, severity }) => `${severity}:${kind}`));
      return row(
        person.old === null ? '' : (refs.old.get(person.old.line) ?? '?'),
        person.new === null ? '' : (refs.new.get(person.new.line) ?? '?'),
        person.outcome,
        [...kinds].sort(),
      );
    });
    const expected = expectedPeople(scenario, mode).map((person) =>
      row(person.old, person.new, person.outcome, person.kinds),
    );
    expect(actual.sort()).toEqual(expected.sort());
    const found = report.inputFindings.map(({ kind, severity }) => `${severity}:${kind}`);
    expect(found.sort()).toEqual([...(scenario.inputFindings?.[mode] ?? [])].sort());
    expect(report.gate.status).toBe(scenario.gate?.[mode]);
    expect(status).toBe(scenario.gate?.[mode] === 'open' ? 0 : 1);
  });
});
