import { defineBaselineVerification } from './define-verification.ts';

export const baselineClosed = defineBaselineVerification({
  kind: 'baseline-closed',
  explanation: 'The gate of the baseline was closed: the switch was made all the same, or not as the report has it.',
  worst: 'warning',
  detectIn({ gate }) {
    if (gate.status === 'open') return [];
    const why = gate.reasons.map(({ message }) => message).join('; ');
    return [
      {
        severity: 'warning',
        message: `The gate of the baseline was closed${why === '' ? '' : `: ${why}`}. What was predicted of those people was harm.`,
        remedy:
          'Read the findings here all the more closely. If things were corrected before the switch, verify against the report made after that.',
      },
    ];
  },
});
