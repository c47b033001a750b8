import { PreflightError } from '../errors.ts';
import type { Finding } from '../model/finding.ts';
import { USUAL_COVERAGE } from '../model/policy.ts';
import type { AppliedPolicy, CoverageMeasure, GateReason, Reconciliation } from '../model/reconciliation.ts';

const KIND = 'coverage-low';

/** Findings on the inputs as another threshold has them. */
export interface JudgedCoverage {
  /** Those that stay as they are, and what is too little besides. */
  readonly findings: readonly Finding[];
  /** What is enough by the threshold of the policy alone, each made a warning. */
  readonly accepted: readonly Finding[];
  readonly applied: Pick<AppliedPolicy, 'coverage'>;
}

/**
 * Holds what was measured against the threshold of a policy.
 *
 * @throws PreflightError ERR_POLICY where nothing is known of what was measured: an old report cannot be held to more
 */
export function judgeCoverage(
  { inputFindings, coverage }: Pick<Reconciliation, 'inputFindings' | 'coverage'>,
  threshold: number | undefined,
): JudgedCoverage {
  if (threshold === undefined) return { findings: inputFindings, accepted: [], applied: {} };
  if (coverage === undefined) {
    throw new PreflightError(
      'ERR_POLICY',
      'This reconciliation does not say which coverage was measured: make it anew.',
    );
  }
  const isLow = ({ found, of }: CoverageMeasure, least: number) => found * 100 < of * least;
  const lower = coverage.filter((measure) => isLow(measure, USUAL_COVERAGE) && !isLow(measure, threshold));
  const higher = coverage.filter((measure) => !isLow(measure, USUAL_COVERAGE) && isLow(measure, threshold));
  const isAccepted = ({ kind, side, message }: Finding) =>
    kind === KIND && lower.some((measure) => measure.side === side && measure.message === message);
  const more = higher.map(
    ({ side, message, remedy }): Finding => ({
      kind: KIND,
      severity: 'error',
      side,
      message: `${message} The policy asks for ${threshold} %.`,
      remedy,
    }),
  );
  return {
    findings: [...inputFindings.filter((finding) => !isAccepted(finding)), ...more],
    accepted: inputFindings.filter(isAccepted).map((finding) => ({
      ...finding,
      severity: 'warning',
      message: `${finding.message} The policy asks for no more than ${threshold} %.`,
    })),
    applied: { coverage: { threshold, accepted: lower } },
  };
}

/** What an open gate says of a coverage that is enough by the policy alone. */
export function acceptedCoverage(policy: AppliedPolicy | undefined): GateReason[] {
  const { threshold = USUAL_COVERAGE, accepted = [] } = policy?.coverage ?? {};
  return accepted.map(({ message, of, found }) => ({
    code: 'coverage',
    count: of - found,
    message: `a coverage of ${threshold} % is enough to the policy, not ${USUAL_COVERAGE} %: ${message.replace(/\.$/, '')}`,
  }));
}
