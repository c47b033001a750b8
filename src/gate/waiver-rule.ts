import { globTest } from '../email/glob.ts';
import type { Finding } from '../model/finding.ts';
import type { Outcome } from '../model/person.ts';
import type { Waiver } from '../model/policy.ts';
import type { WaiverMark } from '../model/waiver-mark.ts';
import { nameOf } from './person-names.ts';

/** A glob that matches any address: it names nobody in particular. */
const BLANKET = /^[*?@.\s]*$/;

/** A glob over addresses. */
export interface Pattern {
  readonly text: string;
  readonly test: (address: string) => boolean;
}

/** One waiver, ready to be held against findings and people. */
export class WaiverRule {
  readonly mark: WaiverMark;
  readonly owner: string;
  readonly isExpired: boolean;
  /** The names of people that it gives, in the form of `nameOf`. */
  readonly names: ReadonlySet<string>;
  /** What it waived: findings and outcomes. */
  applied = 0;
  /** It would have waived something of nobody in particular, and does not. */
  isTooBroad = false;
  readonly #waiver: Waiver;
  readonly #kinds: ReadonlySet<string>;
  readonly #outcomes: ReadonlySet<string>;
  readonly #patterns: readonly Pattern[];
  /** The names and patterns by which it waived something. */
  readonly #used = new Set<string>();

  /** @param today - `YYYY-MM-DD`; undefined: every waiver has expired */
  constructor(waiver: Waiver, id: string, today: string | undefined) {
    this.mark = { id, reason: waiver.reason, expires: waiver.expires };
    this.owner = waiver.owner;
    this.isExpired = today === undefined || today > waiver.expires;
    this.names = new Set(listOf(waiver.person).map(nameOf));
    this.#waiver = waiver;
    this.#kinds = new Set(listOf(waiver.kind));
    this.#outcomes = new Set(listOf(waiver.outcome));
    this.#patterns = listOf(waiver.pattern)
      .filter((text) => !BLANKET.test(text))
      .map((text) => ({ text, test: globTest(text) }));
  }

  /** Whether it says of nobody in particular, or of anybody at all, whom it is about. */
  get isBlanket(): boolean {
    const patterns = listOf(this.#waiver.pattern);
    return (this.names.size === 0 && patterns.length === 0) || patterns.some((text) => BLANKET.test(text));
  }

  get hasPatterns(): boolean {
    return this.#patterns.length > 0;
  }

  hasOutcome(outcome: Outcome): boolean {
    return this.#outcomes.has(outcome);
  }

  hasKind(kind: string): boolean {
    return this.#kinds.has(kind);
  }

  /** Whether a finding is of its kinds and, where it names a file, in that place; whose it is, is another question. */
  isOf({ kind, file, line }: Finding): boolean {
    const { file: named, line: namedLine } = this.#waiver;
    if (!this.hasKind(kind)) return false;
    return named === undefined || (named === file && (namedLine === undefined || namedLine === line));
  }

  /** Whether it is about an address by one of its patterns. */
  matches(addresses: readonly string[]): boolean {
    return this.#patterns.some(({ test }) => addresses.some(test));
  }

  /** Whether it is about a finding on an input: one that has a file only where it names that file. */
  isAboutInput(finding: Finding): boolean {
    if (this.names.size > 0 || this.#waiver.pattern !== undefined || !this.isOf(finding)) return false;
    if (finding.file === undefined || this.#waiver.file !== undefined) return true;
    this.isTooBroad = true;
    return false;
  }

  /** Keeps count of what it waived, and by which of its names and patterns. */
  noteUse(names: readonly string[] = [], addresses: readonly string[] = []): void {
    this.applied += 1;
    for (const name of names) if (this.names.has(name)) this.#used.add(name);
    for (const { text, test } of this.#patterns) if (addresses.some(test)) this.#used.add(text);
  }

  /** The people whom it names and of whom it waived nothing, as they are written. */
  get unusedPeople(): string[] {
    return listOf(this.#waiver.person).filter((text) => !this.#used.has(nameOf(text)));
  }

  /** The patterns that it gives and that waived nothing. */
  get unusedPatterns(): Pattern[] {
    return this.#patterns.filter(({ text }) => !this.#used.has(text));
  }

  /** Where the finding stands that it is about; undefined where it does not say. */
  get place(): Pick<Waiver, 'file' | 'line'> {
    return { file: this.#waiver.file, line: this.#waiver.line };
  }
}

/** What is given once or as a list, as a list. */
export function listOf<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}
