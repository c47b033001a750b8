import { trimWhiteSpace } from '../email/white-space.ts';
import type { ScopeRuleSeen } from '../model/input.ts';

/** Different values that are kept of a column, to say what a rule may have meant; an id column has one for everybody. */
const MOST_VALUES = 500;
/** Longer ones are no names of departments. */
const LONGEST = 80;

/** Sees whether a rule of scope matches any record and, as long as it matches none, what stands in its column instead. */
export class RuleWatch {
  readonly #rule: Pick<ScopeRuleSeen, 'verb' | 'said' | 'column' | 'glob'>;
  readonly #test: (cell: string) => boolean;
  readonly #values = new Map<string, number>();
  #isMatched = false;

  constructor(rule: Pick<ScopeRuleSeen, 'verb' | 'said' | 'column' | 'glob'>, test: (cell: string) => boolean) {
    this.#rule = rule;
    this.#test = test;
  }

  get isMatched(): boolean {
    return this.#isMatched;
  }

  look(values: readonly string[]): void {
    this.#isMatched = values.some(this.#test);
    if (this.#isMatched) this.#values.clear();
    else for (const value of values) this.#count(trimWhiteSpace(value));
  }

  get seen(): ScopeRuleSeen {
    const values = [...this.#values].map(([value, count]) => ({ value, count }));
    return { ...this.#rule, isMatched: this.#isMatched, values: values.sort((a, b) => b.count - a.count) };
  }

  #count(value: string): void {
    if (value.length > LONGEST) return;
    const count = this.#values.get(value);
    if (count === undefined && this.#values.size >= MOST_VALUES) return;
    this.#values.set(value, (count ?? 0) + 1);
  }
}
