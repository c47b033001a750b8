/** Compares a reconciliation with what the reference expects. */
import { closesGate, type ExpectedPerson, expected, FINDING_KINDS } from './judge.ts';
import type { Ids, Organisation, RefUser } from './organisation.ts';
import type { Mode } from './simulation.ts';

/** What is read of a reconciliation that holds everyone. */
export interface ReconciliationLike {
  people: readonly {
    old: { line?: number | undefined } | null;
    new: { line?: number | undefined } | null;
    correlation: { tier: string } | null;
    owner: boolean;
    outcome: string;
    findings: readonly { kind: string; severity: string }[];
  }[];
}

export interface LibraryRecord {
  side: 'old' | 'new';
  line: number;
  sso: string | null;
  scim: string | null;
  name: string | null;
  active: boolean;
  ids: Ids;
}

/** The organisation as the library takes it, without the truth. */
export function toRecords(organisation: Organisation): { old: LibraryRecord[]; new: LibraryRecord[] } {
  const record = ({ side, line, sso, scim, name, active, ids }: RefUser): LibraryRecord => ({
    side,
    line,
    sso,
    scim,
    name,
    active,
    ids: { ...ids },
  });
  return { old: organisation.old.map(record), new: organisation.new.map(record) };
}

/** Refs of a person of the reconciliation, by the lines of their records. */
export function refsOf(
  organisation: Organisation,
  person: ReconciliationLike['people'][number],
): { oldRef: string | null; newRef: string | null } {
  const ref = (users: readonly RefUser[], record: { line?: number | undefined } | null): string | null =>
    record === null ? null : (users.find((user) => user.line === record.line)?.ref ?? `?${record.line}`);
  return { oldRef: ref(organisation.old, person.old), newRef: ref(organisation.new, person.new) };
}

/** For `truthViolations`: what the reconciliation predicts. */
export function predictionsOf(
  organisation: Organisation,
  reconciliation: ReconciliationLike,
): { oldRef: string | null; newRef: string | null; outcome: string }[] {
  return reconciliation.people.map((person) => ({
    ...refsOf(organisation, person),
    outcome: person.outcome,
  }));
}

/**
 * How often a person has one kind of finding is part of the contract, but for these: there, whether is
 * enough.
 */
const UNCOUNTED: readonly string[] = ['address-reused'];

function known(findings: readonly { kind: string; severity: string }[]): string[] {
  const lines = findings
    .filter(({ kind }) => (FINDING_KINDS as readonly string[]).includes(kind))
    .map(({ kind, severity }) => `${kind}:${severity}`)
    .sort();
  return lines.filter((line, i) => !UNCOUNTED.includes(line.split(':')[0] ?? '') || lines.indexOf(line) === i);
}

/** What the one list has more often than the other. */
function surplus(of: readonly string[], over: readonly string[]): string[] {
  const rest = [...over];
  return of.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

/** Every point in which the reconciliation and the reference differ, in words. Empty: they agree. */
export function compare(organisation: Organisation, mode: Mode, reconciliation: ReconciliationLike): string[] {
  const says: string[] = [];
  const key = (refs: { oldRef: string | null; newRef: string | null }): string =>
    `${refs.oldRef ?? '·'}/${refs.newRef ?? '·'}`;
  const wanted = new Map(expected(organisation, mode).map((person): [string, ExpectedPerson] => [key(person), person]));
  const seen = new Set<string>();

  for (const person of reconciliation.people) {
    const name = key(refsOf(organisation, person));
    if (seen.has(name)) says.push(`${name}: is there twice`);
    seen.add(name);

    if (closesGate(person) && !person.findings.some((finding) => finding.severity === 'error')) {
      says.push(`${name}: ${person.outcome} closes the gate, and no finding of severity error says why`);
    }
    const want = wanted.get(name);
    if (want === undefined) {
      says.push(`${name}: is no person of the reference`);
      continue;
    }
    const tier = person.correlation?.tier ?? null;
    if (tier !== want.tier) says.push(`${name}: tier ${tier}, expected ${want.tier}`);
    if (person.owner !== want.owner) says.push(`${name}: owner ${person.owner}, expected ${want.owner}`);
    if (person.outcome !== want.outcome) says.push(`${name}: outcome ${person.outcome}, expected ${want.outcome}`);
    const [got, due] = [known(person.findings), known(want.findings)];
    for (const line of surplus(due, got)) says.push(`${name}: finding ${line} is missing`);
    for (const line of surplus(got, due)) says.push(`${name}: finding ${line} is not expected`);
  }
  for (const [name, person] of wanted) {
    if (!seen.has(name)) says.push(`${name}: is missing (${person.tier ?? 'alone'}, ${person.outcome})`);
  }
  return says;
}
