import { shown } from '../email/shown.ts';
import type { Finding } from '../model/finding.ts';
import type { Person } from '../model/person.ts';
import type { Reconciliation } from '../model/reconciliation.ts';
import { nearest } from '../nearest.ts';
import { isError, wouldClose } from './closing.ts';
import { NearNames } from './near-names.ts';
import { addressesOf, nameOf, namesOf } from './person-names.ts';
import type { WaiverRule } from './waiver-rule.ts';

/** Lines and kinds that are told of more. */
const FEW = 3;

type World = Pick<Reconciliation, 'people' | 'inputs' | 'inputFindings'>;

/** Tells of what in a waiver nothing was waived, and why; made ready when it is first asked, which is seldom. */
export class UnusedReasons {
  readonly #world: World;
  #known: { readonly byName: ReadonlyMap<string, readonly Person[]>; readonly near: NearNames } | undefined;

  constructor(world: World) {
    this.#world = world;
  }

  /** In words, each name with why nothing of it is waived; none where all of it is. */
  of(rule: WaiverRule): string[] {
    const people = rule.unusedPeople.map((text) => `${quoted(text)} (${this.#whyNot(rule, text)})`);
    const patterns = rule.unusedPatterns.map(({ text, test }) => {
      const fits = this.#world.people.some((person) => addressesOf(person).some(test));
      return `${quoted(text)} (${fits ? 'whoever fits it has none of what is waived' : 'nobody fits it'})`;
    });
    const told = [...people, ...patterns];
    return told.length > 0 || rule.applied > 0 ? told : [this.#whyNowhere(rule)];
  }

  #whyNot(rule: WaiverRule, text: string): string {
    this.#known ??= { byName: byName(this.#world.people), near: new NearNames(this.#world.people) };
    const called = this.#known.byName.get(nameOf(text)) ?? [];
    if (called.length === 0) return `nobody is called that${meant(this.#known.near.of(text).map(shown))}`;
    const marks = called.flatMap((person) => waiversOf(rule, person));
    if (marks[0] !== undefined) return `${quoted(marks[0])} waives it already`;
    const has = [...new Set(called.flatMap(closingThingsOf))];
    if (has.length === 0) return 'nothing of theirs closes the gate';
    return `has none of what is waived, but ${has.slice(0, FEW).join(', ')}${has.length > FEW ? ' and more' : ''}`;
  }

  /** Why a waiver that names nobody is about nothing. */
  #whyNowhere(rule: WaiverRule): string {
    const { file, line } = rule.place;
    const { inputs, inputFindings, people } = this.#world;
    if (file === undefined) return 'there is none of it in this report';
    const files = [...new Set(inputs.map((input) => input.file))];
    if (!files.includes(file)) return `no file ${quoted(file)} was read${meant(nearFiles(file, files).map(shown))}`;
    const lines = [...inputFindings, ...people.flatMap(({ findings }) => findings)]
      .filter((finding) => rule.hasKind(finding.kind) && finding.file === file)
      .flatMap((finding) => finding.line ?? []);
    if (line === undefined || lines.length === 0) return `there is none of it in ${quoted(file)}`;
    return `there is none of it in line ${line} of ${quoted(file)}, but in line ${[...new Set(lines)].slice(0, FEW).join(', ')}`;
  }
}

function byName(people: readonly Person[]): Map<string, Person[]> {
  const found = new Map<string, Person[]>();
  for (const person of people) {
    for (const name of namesOf(person)) {
      const known = found.get(name);
      if (known === undefined) found.set(name, [person]);
      else known.push(person);
    }
  }
  return found;
}

/** Other waivers that are applied to what a rule would waive of somebody. */
function waiversOf(rule: WaiverRule, { outcome, waiver, findings }: Person): string[] {
  const marks = findings.filter((finding) => rule.isOf(finding)).map((finding) => finding.waiver);
  return [rule.hasOutcome(outcome) ? waiver : undefined, ...marks].flatMap((mark) => mark?.id ?? []);
}

/** What of somebody could be waived, in the words of a waiver. */
function closingThingsOf(person: Person): string[] {
  const kinds = person.findings.filter((finding: Finding) => isError(finding)).map(({ kind }) => kind);
  return [...kinds, ...(wouldClose(person) ? [`outcome ${person.outcome}`] : [])];
}

/** The same file by another path, or one that is spelt alike. */
function nearFiles(file: string, files: readonly string[]): string[] {
  const nameIn = (path: string) => path.split(/[\\/]/).at(-1);
  const same = files.filter((other) => nameIn(other) === nameIn(file));
  return same.length > 0 ? same : nearest(file, files);
}

function meant(near: readonly string[]): string {
  return near.length === 0 ? '' : `; did you mean ${near.map(quoted).join(' or ')}?`;
}

function quoted(text: string): string {
  return `“${text}”`;
}
