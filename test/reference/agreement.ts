/** Compares a reconciliation with what the reference expects. */
import type { Policy } from './addresses.ts';
import { FINDING_KINDS } from './findings.ts';
import { closesGate, type ExpectedPerson, expected } from './judge.ts';
import type { Organisation, RefUser } from './records.ts';
import type { Mode } from './simulation.ts';

interface RecordLike {
  line?: number | undefined;
}

/** What is read of a reconciliation that holds everyone. */
export interface ReconciliationLike {
  people: readonly {
    old: RecordLike | null;
    new: RecordLike | null;
    app: RecordLike | null;
    correlation: { tier: string } | null;
    owner: boolean;
    outcome: string;
    findings: readonly { kind: string; severity: string }[];
  }[];
}

export type LibraryRecord = Omit<RefUser, 'ref' | 'person'>;

interface LibraryRow {
  side: 'app';
  line: number;
  sso: string;
  name: string | null;
  active: boolean;
}

export interface LibraryInput {
  old: LibraryRecord[];
  new: LibraryRecord[];
  app?: LibraryRow[];
}

/** The organisation as the library takes it, without the truth. */
export function toRecords(organisation: Organisation): LibraryInput {
  const record = ({ ref: _ref, person: _person, ids, aliases, groups, ...fields }: RefUser): LibraryRecord => ({
    ...fields,
    ids: { ...ids },
    aliases: [...aliases],
    groups: [...groups],
  });
  const sides = { old: organisation.old.map(record), new: organisation.new.map(record) };
  if (organisation.app === null) return sides;
  return {
    ...sides,
    app: organisation.app.map(({ line, email, name, active }) => ({ side: 'app', line, sso: email, name, active })),
  };
}

export interface Refs {
  oldRef: string | null;
  newRef: string | null;
  appRef: string | null;
}

/** Refs of a person of the reconciliation, by the lines of their records. */
export function refsOf(organisation: Organisation, person: ReconciliationLike['people'][number]): Refs {
  const ref = (records: readonly { ref: string; line: number }[], record: RecordLike | null): string | null =>
    record === null ? null : (records.find(({ line }) => line === record.line)?.ref ?? `?${record.line}`);
  return {
    oldRef: ref(organisation.old, person.old),
    newRef: ref(organisation.new, person.new),
    appRef: ref(organisation.app ?? [], person.app),
  };
}

/** For `truthViolations`: what the reconciliation predicts. */
export function predictionsOf(
  organisation: Organisation,
  reconciliation: ReconciliationLike,
): (Refs & { outcome: string })[] {
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

/** Who a person is: their users, or the row if that is all there is. */
function key({ oldRef, newRef, appRef }: Refs): string {
  return oldRef === null && newRef === null ? (appRef ?? '·') : `${oldRef ?? '·'}/${newRef ?? '·'}`;
}

/** Every point in which the reconciliation and the reference differ, in words. Empty: they agree. */
export function compare(
  organisation: Organisation,
  mode: Mode,
  policy: Policy,
  reconciliation: ReconciliationLike,
): string[] {
  const says: string[] = [];
  const wanted = new Map(
    expected(organisation, mode, policy).map((person): [string, ExpectedPerson] => [key(person), person]),
  );
  const seen = new Set<string>();

  for (const person of reconciliation.people) {
    const refs = refsOf(organisation, person);
    const name = key(refs);
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
    if (refs.appRef !== want.appRef) says.push(`${name}: row ${refs.appRef}, expected ${want.appRef}`);
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
