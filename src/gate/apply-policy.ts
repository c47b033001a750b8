import { PreflightError } from '../errors.ts';
import { type Finding, SEVERITIES, type Severity } from '../model/finding.ts';
import type { Person } from '../model/person.ts';
import type { GatePolicy } from '../model/policy.ts';
import type { Reconciliation, Summary } from '../model/reconciliation.ts';
import { applyBudgets, budgetFinding } from './apply-budgets.ts';
import { BudgetRule } from './budget-rule.ts';
import { checkPolicy, waiverId } from './check-policy.ts';
import { isError, wouldClose } from './closing.ts';
import { judgeCoverage } from './coverage.ts';
import { missingOf } from './requirements.ts';
import { SoleNames } from './sole-names.ts';
import { verifiedJudge } from './verified-domains.ts';
import { waiverFaults } from './waiver-findings.ts';
import { WaiverIndex } from './waiver-index.ts';
import { WaiverRule } from './waiver-rule.ts';

/**
 * Applies what the organisation decided: severities by kind, waivers, budgets, how much coverage is enough, which domains
 * are verified, and what has to be there. Nothing is taken out: what is waived is marked, and waivers that are expired,
 * unused or about nobody in particular are findings of their own.
 *
 * @param reconciliation - what `reconcile` returned; to what `check` returned its own policy has been applied
 * @param policy - what was decided; waivers and budgets need `now`, since they expire
 * @returns the same reconciliation with severities, marks and findings about the policy, for `evaluateGate` and `render`
 * @throws PreflightError ERR_POLICY where the policy is not as documented, waives a takeover by pattern, has a budget for
 *   what cannot have one, or is the second
 */
export function applyPolicy(reconciliation: Reconciliation, policy: GatePolicy): Reconciliation {
  if (reconciliation.policy !== undefined) {
    // What the first one lowered would no longer be known as an error.
    throw new PreflightError(
      'ERR_POLICY',
      'A policy has been applied to this reconciliation already. Apply another to what reconcile() returned.',
    );
  }
  const { now, ...given } = checkPolicy(policy);
  const { severities = {}, waivers = [], budgets = [], coverage, require = [], verifiedDomains } = given;
  const today = now?.slice(0, 10);
  const rules = waivers.map((waiver, index) => new WaiverRule(waiver, waiverId(waiver, index), today));
  const valid = rules.filter((rule) => !rule.isExpired);
  const judge = new Judge(severities, verifiedJudge(verifiedDomains));
  const waived = applyToPeople(reconciliation.people, valid, judge);
  const covered = judgeCoverage(reconciliation, coverage?.threshold);
  const ofInputs = [...covered.findings.map((finding) => judge.judge(finding)), ...covered.accepted].map((finding) => {
    const rule = valid.find((candidate) => candidate.isAboutInput(finding));
    rule?.noteUse();
    return marked(finding, rule);
  });
  for (const rule of valid) if (rule.isBlanket && isAboutAnybody(rule, waived)) rule.isTooBroad = true;
  const faults = waiverFaults(rules, { ...reconciliation, people: waived, inputFindings: ofInputs });
  const limits = budgets.map((budget) => new BudgetRule(budget, reconciliation.summary, today));
  const people = applyBudgets(waived, limits);
  const ofBudgets = limits.map(budgetFinding);
  const inputFindings = worstFirst([
    ...ofInputs,
    ...[...faults, ...ofBudgets].flatMap((fault) => (fault === null ? [] : [judge.judge(fault.finding)])),
  ]);
  return {
    ...reconciliation,
    people,
    inputFindings,
    summary: recounted(reconciliation.summary, people, inputFindings),
    policy: {
      given,
      lowered: judge.lowered,
      waivers: rules.map((rule) => {
        const why = faults.find((fault) => fault.rule === rule)?.why;
        return {
          ...rule.mark,
          owner: rule.owner,
          applied: rule.applied,
          ...(why === undefined ? {} : { unapplied: why }),
        };
      }),
      budgets: limits.map((rule, index) => rule.result(ofBudgets[index]?.why)),
      ...covered.applied,
      missing: missingOf(require, reconciliation),
    },
  };
}

function applyToPeople(people: readonly Person[], rules: readonly WaiverRule[], judge: Judge): Person[] {
  const index = new WaiverIndex(rules);
  const soleNames = new SoleNames(people);
  return people.map((person): Person => {
    const closes = wouldClose(person);
    if (person.findings.length === 0 && !closes) return person;
    const { names, addresses, rules: about } = index.know(person);
    const use = (fits: (rule: WaiverRule) => boolean, what: string): WaiverRule | undefined => {
      const rule = about.find((candidate) => fits(candidate) && soleNames.allow(candidate, names, what));
      rule?.noteUse(names, addresses);
      return rule;
    };
    const findings = person.findings.map((finding) =>
      marked(
        judge.judge(finding),
        use((rule) => rule.isOf(finding), finding.kind),
      ),
    );
    const waiving = closes ? use((rule) => rule.hasOutcome(person.outcome), person.outcome) : undefined;
    return {
      ...person,
      findings: worstFirst(findings),
      ...(waiving === undefined ? {} : { waiver: waiving.mark }),
    };
  });
}

/** Gives findings the severity that the policy has for their kind, and keeps count of errors that it makes less of. */
class Judge {
  readonly #severities: NonNullable<GatePolicy['severities']>;
  /** What a finding is where its kind has no severity of its own. */
  readonly #usual: (finding: Finding) => Finding;
  readonly #lowered = new Map<string, { readonly kind: string; readonly to: Severity; count: number }>();

  constructor(severities: NonNullable<GatePolicy['severities']>, usual: (finding: Finding) => Finding) {
    this.#severities = severities;
    this.#usual = usual;
  }

  judge(found: Finding): Finding {
    const finding = this.#usual(found);
    const { kind } = finding;
    const to = Object.hasOwn(this.#severities, kind) ? this.#severities[kind] : undefined;
    if (to === undefined || to === finding.severity) return finding;
    const judged = { ...finding, severity: to };
    if (isError(finding) && !isError(judged)) {
      const lowered = this.#lowered.get(kind) ?? { kind, to, count: 0 };
      lowered.count += 1;
      this.#lowered.set(kind, lowered);
    }
    return judged;
  }

  get lowered(): { readonly kind: string; readonly to: Severity; readonly count: number }[] {
    return [...this.#lowered.values()];
  }
}

function marked(finding: Finding, rule: WaiverRule | undefined): Finding {
  return rule === undefined ? finding : { ...finding, waiver: rule.mark };
}

/** Whether a rule that names nobody has a kind or outcome that people have. */
function isAboutAnybody(rule: WaiverRule, people: readonly Person[]): boolean {
  return people.some(
    ({ outcome, findings }) => rule.hasOutcome(outcome) || findings.some((finding) => rule.isOf(finding)),
  );
}

function worstFirst(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

function recounted(summary: Summary, people: readonly Person[], inputFindings: readonly Finding[]): Summary {
  const severities = { error: 0, warning: 0, info: 0 } satisfies Record<Severity, number>;
  const byKind = new Map(Object.keys(summary.findings).map((kind) => [kind, 0]));
  const count = ({ kind, severity }: Finding) => {
    severities[severity] += 1;
    byKind.set(kind, (byKind.get(kind) ?? 0) + 1);
  };
  inputFindings.forEach(count);
  for (const { findings } of people) findings.forEach(count);
  return { ...summary, findings: Object.fromEntries(byKind), severities };
}
