import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyPolicy,
  evaluateGate,
  type Finding,
  type GatePolicy,
  type Person,
  type Reconciliation,
  type Waiver,
} from '../../src/index.ts';
import { globMatches, NOW, namesOf, severities, TODAY, waivers, worlds } from './world.ts';

const DELICATE = ['account-takeover', 'unverified'];
const isDelicate = ({ outcome }: Person) => DELICATE.includes(outcome);

/** Policies whose waivers may stand. */
function policies(each: fc.Arbitrary<Waiver> = waivers): fc.Arbitrary<Waiver[]> {
  const mayStand = each.filter(({ kind, outcome, person, pattern }) => {
    const about = [kind ?? [], outcome ?? []].flat();
    return (
      about.length > 0 &&
      !(about.some((name) => DELICATE.includes(name)) && (person === undefined || pattern !== undefined))
    );
  });
  return fc.array(mayStand, { maxLength: 5 });
}

function allFindings({ inputFindings, people }: Reconciliation): Finding[] {
  return [...inputFindings, ...people.flatMap(({ findings }) => findings)];
}

const status = (world: Reconciliation, policy: GatePolicy) => evaluateGate(world, policy).status;

describe('any policy', () => {
  it('takes nothing out, and changes nobody’s outcome', () => {
    fc.assert(
      fc.property(worlds, policies(), severities, (world, list, levels) => {
        const applied = applyPolicy(world, { waivers: list, severities: levels, now: NOW });
        const bare = (people: readonly Person[]) =>
          people.map(({ waiver: _, findings, ...person }) => ({
            ...person,
            findings: findings
              .map(({ kind, message, file, line }) => JSON.stringify({ kind, message, file, line }))
              .sort(),
          }));
        expect(bare(applied.people)).toEqual(bare(world.people));
        const others = applied.inputFindings.filter(({ kind }) => !kind.startsWith('waiver-'));
        expect(others.map(({ message }) => message).sort()).toEqual(
          world.inputFindings.map(({ message }) => message).sort(),
        );
        expect(applied.summary.outcomes).toEqual(world.summary.outcomes);
        const { error, warning, info } = applied.summary.severities;
        expect(error + warning + info).toBe(allFindings(applied).length);
      }),
    );
  });

  it('waives only what it names', () => {
    fc.assert(
      fc.property(worlds, policies(), (world, list) => {
        const applied = applyPolicy(world, { waivers: list, now: NOW });
        const byId = new Map(list.map((waiver, index) => [`waiver-${index + 1}`, waiver]));
        const isNamed = (person: Person, { person: names = [], pattern = [] }: Waiver) =>
          namesOf(person).some((name) => names.includes(name)) ||
          [pattern].flat().some((glob) => namesOf(person).some((name) => globMatches(glob, name)));
        for (const person of applied.people) {
          const marks = [
            ...person.findings.map(({ kind, waiver }) => ({ what: kind, by: 'kind' as const, waiver })),
            { what: person.outcome, by: 'outcome' as const, waiver: person.waiver },
          ];
          for (const { what, by, waiver } of marks) {
            if (waiver === undefined) continue;
            const given = byId.get(waiver.id);
            if (given === undefined) throw new Error('a waiver that nobody gave');
            expect([given[by] ?? []].flat()).toContain(what);
            expect(given.expires >= TODAY).toBe(true);
            expect(isNamed(person, given)).toBe(true);
          }
        }
        for (const { waiver } of applied.inputFindings) {
          const given = byId.get(waiver?.id ?? '');
          expect([given?.person, given?.pattern]).toEqual([undefined, undefined]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('waives whoever is delicate only by a name that is theirs alone', () => {
    fc.assert(
      fc.property(worlds, policies(), (world, list) => {
        const applied = applyPolicy(world, { waivers: list, now: NOW });
        const delicate = applied.people.filter(isDelicate);
        for (const person of delicate.filter(({ waiver }) => waiver !== undefined)) {
          const given = list[Number(person.waiver?.id.replace('waiver-', '')) - 1];
          const names = [given?.person ?? []].flat().filter((name) => namesOf(person).includes(name));
          const alone = names.filter((name) => delicate.filter((other) => namesOf(other).includes(name)).length === 1);
          expect(alone).not.toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is named by the gate that it opens', () => {
    let opened = 0;
    fc.assert(
      fc.property(worlds, policies(), severities, (world, list, levels) => {
        const applied = applyPolicy(world, { waivers: list, severities: levels, now: NOW });
        const { status: answer, reasons } = evaluateGate(applied);
        if (answer !== 'open') return;
        const said = reasons.map(({ message }) => message).join('\n');
        if (evaluateGate(world).status === 'closed') {
          opened += 1;
          expect(reasons.filter(({ code }) => code === 'waiver' || code === 'severity')).not.toEqual([]);
        }
        for (const { kind, severity, waiver } of allFindings(applied)) {
          if (severity === 'error') expect(said).toContain(`waived by ${waiver?.id} `);
          if (severity === 'error') expect(said).toContain(`${kind} `);
        }
        for (const { outcome, waiver } of applied.people) {
          if (waiver !== undefined) expect(said).toContain(`outcome ${outcome} `);
        }
        const before = (kind: string) =>
          allFindings(world).some((one) => one.kind === kind && one.severity === 'error');
        for (const [kind, level] of Object.entries(levels)) {
          if (level !== 'error' && before(kind)) expect(said).toContain(`of kind ${kind} made`);
        }
      }),
      { numRuns: 1000 },
    );
    expect(opened).toBeGreaterThan(10);
  });
});

describe('waivers', () => {
  it('that have expired change nothing, and are each a finding', () => {
    fc.assert(
      fc.property(worlds, policies(waivers.map((waiver) => ({ ...waiver, expires: '2026-05-31' }))), (world, list) => {
        const applied = applyPolicy(world, { waivers: list, now: NOW });
        expect(applied.people).toEqual(world.people);
        expect(applied.inputFindings.filter(({ kind }) => kind !== 'waiver-expired')).toEqual(world.inputFindings);
        expect(applied.inputFindings.filter(({ kind }) => kind === 'waiver-expired')).toHaveLength(list.length);
        expect(evaluateGate(applied)).toEqual(evaluateGate(world));
      }),
    );
  });

  it('have all expired where nobody says what time it is', () => {
    fc.assert(
      fc.property(worlds, policies(), (world, list) => {
        expect(evaluateGate(world, { waivers: list })).toEqual(evaluateGate(world));
      }),
    );
  });

  it('by pattern, by kind or by file never open a gate to a takeover or to somebody of whom nothing is known', () => {
    const nameless = waivers.map(({ person: _, ...waiver }) => waiver);
    fc.assert(
      fc.property(worlds, policies(nameless), severities, (world, list, levels) => {
        fc.pre(world.people.some(isDelicate));
        expect(status(world, { waivers: list, severities: levels, now: NOW })).toBe('closed');
      }),
    );
  });

  it('never open a gate by being taken out', () => {
    fc.assert(
      fc.property(worlds, policies(), fc.nat(), (world, list, which) => {
        fc.pre(list.length > 0);
        const fewer = list.filter((_, index) => index !== which % list.length);
        const named = (waivers: Waiver[]): GatePolicy => ({ waivers, now: NOW });
        if (status(world, named(fewer)) === 'open') expect(status(world, named(list))).toBe('open');
      }),
      { numRuns: 400 },
    );
  });

  it('are each applied, or a finding', () => {
    fc.assert(
      fc.property(worlds, policies(), (world, list) => {
        const applied = applyPolicy(world, { waivers: list, now: NOW });
        const said = applied.inputFindings
          .filter(({ kind }) => kind.startsWith('waiver-'))
          .map(({ message }) => message);
        for (const { id, applied: count } of applied.policy?.waivers ?? []) {
          if (count === 0) expect(said.filter((message) => message.includes(`“${id}”`))).toHaveLength(1);
        }
      }),
    );
  });
});
