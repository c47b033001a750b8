import type { Person } from '../model/person.ts';
import { addressesOf, namesOf } from './person-names.ts';
import type { WaiverRule } from './waiver-rule.ts';

/** What waivers know a person by. */
export interface KnownPerson {
  readonly names: readonly string[];
  readonly addresses: readonly string[];
  /** The rules that are about this person, in the order of the policy. */
  readonly rules: readonly WaiverRule[];
}

/** Finds the rules about a person by name: thousands of waivers of one person each are not tried one after the other. */
export class WaiverIndex {
  readonly #byName = new Map<string, number[]>();
  readonly #patterned: readonly number[];
  readonly #rules: readonly WaiverRule[];

  constructor(rules: readonly WaiverRule[]) {
    this.#rules = rules;
    this.#patterned = rules.flatMap((rule, index) => (rule.hasPatterns ? [index] : []));
    rules.forEach((rule, index) => {
      for (const name of rule.names) this.#byName.set(name, [...(this.#byName.get(name) ?? []), index]);
    });
  }

  know(person: Person): KnownPerson {
    const names = namesOf(person);
    const addresses = addressesOf(person);
    const found = new Set(names.flatMap((name) => this.#byName.get(name) ?? []));
    for (const index of this.#patterned) if (this.#rules[index]?.matches(addresses)) found.add(index);
    const rules = [...found].sort((a, b) => a - b).flatMap((index) => this.#rules[index] ?? []);
    return { names, addresses, rules };
  }
}
