import type { MatchedPerson } from '../matcher/people.ts';
import type { PairedSide } from '../matcher/sides.ts';
import type { Finding } from '../model/finding.ts';
import type { Evidence } from './evidence.ts';

/** A finding without its kind, which its definition adds. */
export type Draft = Omit<Finding, 'kind'>;

interface Meta<Kind extends string> {
  readonly kind: Kind;
  /** What it is about, in a sentence for somebody who meets it for the first time. */
  readonly explanation: string;
  /** A human has to say who is whom: the crosswalk asks about it. */
  readonly asksForDecision?: true;
}

/** A kind of finding that one person has. */
export interface PersonFinding<Kind extends string = string> extends Meta<Kind> {
  readonly about: 'person';
  /** What this person has; sees the same evidence as every other detector, in any order. */
  detect(person: MatchedPerson, evidence: Evidence): readonly Draft[];
}

/** A kind of finding about the inputs, or about a side as a whole; of some, the inputs are all that it looks at. */
export interface InputFinding<Kind extends string = string, Seen = Evidence> extends Meta<Kind> {
  readonly about: 'input';
  detect(evidence: Seen): readonly Draft[];
}

/** What a kind sees that looks at nothing but the inputs: any lists have it, whether or not anybody was paired. */
export type InputsOnly = Pick<Evidence, 'inputs'>;

/** A kind of finding about what humans decided: the gate finds it, once it applies their decisions. */
export interface PolicyFinding<Kind extends string = string> extends Meta<Kind> {
  readonly about: 'policy';
}

export type FindingDefinition<Kind extends string = string> =
  | PersonFinding<Kind>
  | InputFinding<Kind>
  | PolicyFinding<Kind>;

/** Declares a kind of finding. It carries its own wording: nothing else switches on its kind. */
export function defineFinding<const Kind extends string>(definition: PersonFinding<Kind>): PersonFinding<Kind>;
export function defineFinding<const Kind extends string, Seen = Evidence>(
  definition: InputFinding<Kind, Seen>,
): InputFinding<Kind, Seen>;
export function defineFinding<const Kind extends string>(definition: PolicyFinding<Kind>): PolicyFinding<Kind>;
export function defineFinding<const Kind extends string>(definition: FindingDefinition<Kind>): FindingDefinition<Kind> {
  return definition;
}

/** What a detector returns where there is nothing. */
export const NOTHING: readonly Draft[] = [];

/** Makes a detector of what either user of a person may have. */
export function onBothSides(
  detect: (side: PairedSide, index: number, evidence: Evidence, person: MatchedPerson) => readonly Draft[],
): PersonFinding['detect'] {
  return (person, evidence) => {
    const old = person.old < 0 ? NOTHING : detect('old', person.old, evidence, person);
    const next = person.new < 0 ? NOTHING : detect('new', person.new, evidence, person);
    if (old.length === 0) return next;
    return next.length === 0 ? old : [...old, ...next];
  };
}
