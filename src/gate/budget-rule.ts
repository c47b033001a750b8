import type { Finding } from '../model/finding.ts';
import type { Person } from '../model/person.ts';
import type { Budget, BudgetPopulation } from '../model/policy.ts';
import type { AppliedBudget, Summary } from '../model/reconciliation.ts';
import type { WaiverMark } from '../model/waiver-mark.ts';
import { budgetId } from './budget-faults.ts';
import { isCeiling, isClosing } from './closing.ts';
import { explains } from './explaining-findings.ts';
import { peopleWords } from './outcome-words.ts';

const POPULATIONS: Readonly<
  Record<BudgetPopulation, { readonly one: string; readonly many: string; count(summary: Summary): number }>
> = {
  owners: { one: 'account owner', many: 'account owners', count: ({ owners }) => owners },
  old: { one: 'active old user', many: 'active old users', count: ({ active }) => active.old },
  new: { one: 'active new user', many: 'active new users', count: ({ active }) => active.new },
  app: { one: "account on the app's list", many: "accounts on the app's list", count: ({ active }) => active.app },
};

/** One budget, ready to be held against people. */
export class BudgetRule {
  readonly mark: WaiverMark;
  readonly isExpired: boolean;
  readonly isCeiling: boolean;
  readonly allowed: number;
  /** How many people it is about. */
  people = 0;
  /** What it waived: findings and outcomes. */
  applied = 0;
  readonly #budget: Budget;
  readonly #allows: string;

  /** @param today - `YYYY-MM-DD`; undefined: every budget has expired */
  constructor(budget: Budget, summary: Summary, today: string | undefined) {
    const { reason, expires } = budget;
    this.mark = { id: budgetId(budget), reason, expires };
    this.isExpired = today === undefined || today > expires;
    this.isCeiling = isCeiling(budget.outcome);
    this.#budget = budget;
    const { allowed, why } = this.isExpired
      ? { allowed: 0, why: `it held until ${expires}` }
      : allowance(budget, summary);
    this.allowed = allowed;
    this.#allows = `allows ${allowed === 0 ? 'nobody' : peopleWords(allowed)}${why === '' ? '' : ` (${why})`}`;
  }

  get owner(): string {
    return this.#budget.owner;
  }

  /**
   * Whether it is about a person: of a ceiling, whoever has the outcome; else an owner of whom something is left for it to
   * waive. Whose outcome alone is waived otherwise is one of these, or a waiver more could close a gate.
   */
  isAbout({ outcome, owner, waiver, findings }: Person): boolean {
    if (outcome !== this.#budget.outcome) return false;
    if (this.isCeiling) return true;
    const isLeft = (finding: Finding) => isClosing(finding) && explains(outcome, finding);
    return owner && (waiver === undefined || findings.some(isLeft));
  }

  /** Whether it waives anything: of one person too many, everybody stays. */
  get isWaiving(): boolean {
    return !this.isCeiling && this.people <= this.allowed;
  }

  /** Whether nobody needs it; one of nobody is there to say so. */
  get isUnused(): boolean {
    return !this.isCeiling && this.people === 0 && this.#budget.count !== 0;
  }

  /** A person whom it is about, with its mark. */
  waive(person: Person): Person {
    const mark = (finding: Finding): Finding => {
      if (finding.waiver !== undefined || !explains(person.outcome, finding)) return finding;
      this.applied += 1;
      return { ...finding, waiver: this.mark };
    };
    const findings = person.findings.map(mark);
    if (person.waiver !== undefined) return { ...person, findings };
    this.applied += 1;
    return { ...person, findings, waiver: this.mark };
  }

  /** What became of it. */
  result(unapplied: string | undefined): AppliedBudget {
    return {
      ...this.mark,
      outcome: this.#budget.outcome,
      owner: this.owner,
      isCeiling: this.isCeiling,
      allowed: this.allowed,
      allows: this.#allows,
      people: this.people,
      applied: this.applied,
      ...(unapplied === undefined ? {} : { unapplied }),
    };
  }
}

function allowance(
  { count, percent = 0, of, minimumPopulation = Number.POSITIVE_INFINITY }: Budget,
  summary: Summary,
): { allowed: number; why: string } {
  if (count !== undefined) return { allowed: count, why: '' };
  if (of === undefined) return { allowed: 0, why: 'it does not say of whom' };
  const { one, many, count: countIn } = POPULATIONS[of];
  const population = countIn(summary);
  const named = `${population} ${population === 1 ? one : many}`;
  if (population < minimumPopulation) {
    return {
      allowed: 0,
      why: `${named} ${population === 1 ? 'is' : 'are'} fewer than the ${minimumPopulation} that it needs`,
    };
  }
  // By whole numbers: 0.29 % of 10,000 are 29, and not 28.999….
  return { allowed: Math.floor((population * Math.round(percent * 100)) / 10_000), why: `${percent} % of ${named}` };
}
