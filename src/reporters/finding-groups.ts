import { DIFFERENCE_CLASSES, type Finding, SEVERITIES, type Severity } from '../model/finding.ts';
import type { Person } from '../model/person.ts';
import type { Reconciliation } from '../model/reconciliation.ts';
import type { WaiverMark } from '../model/waiver-mark.ts';

/** What one person has of a group of findings; `person` is null for a finding about the inputs. */
export interface GroupEntry {
  readonly person: Person | null;
  readonly findings: readonly Finding[];
}

/** Findings of one severity and kind; several kinds where they say the same of the same people. */
export interface FindingGroup {
  readonly kinds: readonly string[];
  readonly severity: Severity;
  /** The one waiver that they all have; null where they stand. */
  readonly waiver: WaiverMark | null;
  readonly entries: readonly GroupEntry[];
}

interface Collected {
  readonly kind: string;
  readonly severity: Severity;
  readonly waiver: WaiverMark | null;
  readonly byPerson: Map<Person | Finding, { person: Person | null; findings: Finding[] }>;
}

/** Groups all findings: worst severity first, what is waived behind what stands, then as the summary lists kinds. */
export function groupFindings({ inputFindings, people, summary }: Reconciliation): FindingGroup[] {
  const collected = new Map<string, Collected>();
  const add = (finding: Finding, person: Person | null) => {
    const { kind, severity, waiver = null } = finding;
    const key = JSON.stringify([severity, kind, waiver?.id]);
    const group = collected.get(key) ?? { kind, severity, waiver, byPerson: new Map() };
    collected.set(key, group);
    // Findings about the inputs stand each alone.
    const holder = person ?? finding;
    const entry = group.byPerson.get(holder) ?? { person, findings: [] };
    group.byPerson.set(holder, entry);
    entry.findings.push(finding);
  };
  for (const finding of inputFindings) add(finding, null);
  for (const person of people) for (const finding of person.findings) add(finding, person);
  const kinds = Object.keys(summary.findings);
  const sorted = [...collected.values()].sort(
    (a, b) =>
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
      Number(a.waiver !== null) - Number(b.waiver !== null) ||
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind),
  );
  return fold(sorted);
}

/** Puts a kind beside an earlier one that shows the same differences of the same people: SSO and SCIM from one column. */
function fold(groups: readonly Collected[]): FindingGroup[] {
  const folded: { kinds: string[]; severity: Severity; waiver: WaiverMark | null; entries: GroupEntry[] }[] = [];
  for (const { kind, severity, waiver, byPerson } of groups) {
    const entries = [...byPerson.values()];
    const twin = folded.find(
      (group) => group.severity === severity && group.waiver?.id === waiver?.id && isSame(group.entries, entries),
    );
    if (twin === undefined) folded.push({ kinds: [kind], severity, waiver, entries });
    else twin.kinds.push(kind);
  }
  return folded;
}

function isSame(a: readonly GroupEntry[], b: readonly GroupEntry[]): boolean {
  return a.length === b.length && a.every((entry, index) => isSameEntry(entry, b[index]));
}

function isSameEntry(a: GroupEntry, b: GroupEntry | undefined): boolean {
  const [left, right] = [a.findings[0]?.difference, b?.findings[0]?.difference];
  if (left === undefined || right === undefined || a.person !== b?.person) return false;
  return a.findings.length === 1 && b.findings.length === 1 && left.old === right.old && left.new === right.new;
}

/** Some entries that show as many ways of differing as there are, in the order of the group. */
export function variedFew(entries: readonly GroupEntry[], most: number): GroupEntry[] {
  const first = new Map<string, GroupEntry>();
  for (const entry of entries) {
    const way = entry.findings[0]?.difference?.classes.join(' ') ?? '';
    if (!first.has(way)) first.set(way, entry);
  }
  const chosen = new Set([...first.values()].slice(0, most));
  for (const entry of entries) if (chosen.size < most) chosen.add(entry);
  return entries.filter((entry) => chosen.has(entry));
}

/** How many people differ in which way, commonest first. */
export function classCounts(entries: readonly GroupEntry[]): [name: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { findings } of entries) {
    for (const name of new Set(findings.flatMap(({ difference }) => difference?.classes ?? []))) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const order: readonly string[] = DIFFERENCE_CLASSES;
  return [...counts].sort((a, b) => b[1] - a[1] || order.indexOf(a[0]) - order.indexOf(b[0]));
}
