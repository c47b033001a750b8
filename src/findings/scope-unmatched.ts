import { defineFinding } from './define-finding.ts';
import { unmatchedRules, unmatchedWords } from './unmatched-rules.ts';

export const scopeUnmatched = defineFinding({
  kind: 'scope-unmatched',
  about: 'input',
  explanation: 'A rule of who is in scope matches no record, so that it leaves nobody out, or lets nobody in.',
  detect: ({ inputs }) =>
    unmatchedRules(inputs).map((rule) => ({
      severity: 'warning' as const,
      side: rule.side,
      ...(rule.file === null ? {} : { file: rule.file }),
      column: rule.column,
      message: unmatchedWords(rule),
      remedy:
        'Correct the rule, or take it out: * stands for any text, ? for one character, and the whole cell has to match, whatever the letter case.',
    })),
});
