import type { Finding } from '../model/finding.ts';
import type { Outcome, Person } from '../model/person.ts';
import { namesOf } from './person-names.ts';
import type { WaiverRule } from './waiver-rule.ts';

const TAKEOVER = 'account-takeover' satisfies Outcome;

/**
 * Kinds and outcomes that are waived person by person. Of whoever is unverified nothing is known, not even that they
 * take over no account: a pattern over them could waive takeovers unseen.
 */
export const NEEDS_A_NAME: ReadonlySet<string> = new Set<Outcome>([TAKEOVER, 'unverified']);

/** Whose name has to be theirs alone: an address that several of them arrive at names nobody in particular. */
function isDelicate({ outcome, findings }: Person): boolean {
  return NEEDS_A_NAME.has(outcome) || findings.some(({ kind }) => NEEDS_A_NAME.has(kind));
}

/** Tells which names are those of one person alone, among all who take over an account or are unverified. */
export class SoleNames {
  readonly #counts = new Map<string, number>();

  constructor(people: readonly Person[]) {
    for (const person of people) {
      if (!isDelicate(person)) continue;
      for (const name of namesOf(person)) this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    }
  }

  /** Whether a rule that is about a person may waive this of them; where its names fit others as well, it is too broad. */
  allow(rule: WaiverRule, names: readonly string[], what: Finding['kind'] | Outcome): boolean {
    if (!NEEDS_A_NAME.has(what)) return true;
    const given = names.filter((name) => rule.names.has(name));
    if (given.some((name) => this.#counts.get(name) === 1)) return true;
    rule.isTooBroad = true;
    return false;
  }
}
