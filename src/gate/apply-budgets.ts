import type { Finding } from '../model/finding.ts';
import type { Person } from '../model/person.ts';
import type { BudgetRule } from './budget-rule.ts';

/**
 * Holds budgets against people whose waivers are marked already.
 *
 * @returns the same people; those within a budget with its mark
 */
export function applyBudgets(people: readonly Person[], rules: readonly BudgetRule[]): readonly Person[] {
  if (rules.length === 0) return people;
  const ruleOf = (person: Person) => rules.find((rule) => rule.isAbout(person));
  for (const person of people) {
    const rule = ruleOf(person);
    if (rule !== undefined) rule.people += 1;
  }
  return people.map((person) => {
    const rule = ruleOf(person);
    return rule?.isWaiving === true ? rule.waive(person) : person;
  });
}

/** What is wrong with a budget: in words that follow its name, and as a warning. */
export function budgetFinding(rule: BudgetRule): { readonly why: string; readonly finding: Finding } | null {
  const { mark, owner } = rule;
  const told = (kind: string, why: string, remedy: string) => ({
    why,
    finding: {
      kind,
      severity: 'warning' as const,
      message: `The budget “${mark.id}” (${mark.reason}; ${owner}) ${why}.`,
      remedy,
    },
  });
  if (rule.isExpired) {
    return told(
      'waiver-expired',
      `held until ${mark.expires}, and allows nobody since`,
      `Look again at how many may be concerned. If it still may be so, have ${owner} set a later day; if not, take it out.`,
    );
  }
  if (!rule.isUnused) return null;
  return told(
    'waiver-unused',
    'waived nothing: there is nobody whom it would be about',
    'Take it out: a budget that lies about lets something through later.',
  );
}
