import type { CrosswalkDecision } from '../model/crosswalk.ts';
import { coupleOf } from './crosswalk-faults.ts';
import { defineFinding } from './define-finding.ts';
import { lineRuns } from './line-runs.ts';

/** Decisions of which is said whom they are about. */
const FEW = 3;

export const crosswalkStale = defineFinding({
  kind: 'crosswalk-stale',
  about: 'input',
  explanation: 'Decisions of the crosswalk change nothing any more; those that are so for one reason are one finding.',
  detect: ({ world }) => {
    const alike = new Map<string, { readonly decisions: CrosswalkDecision[]; readonly why: string }>();
    for (const { kind, decision, why } of world.crosswalkFaults) {
      if (kind !== 'stale') continue;
      const key = JSON.stringify([decision.file, decision.decision, why]);
      const known = alike.get(key) ?? { decisions: [], why };
      alike.set(key, known);
      known.decisions.push(decision);
    }
    return [...alike.values()].map(({ decisions, why }) => {
      const [first] = inOrder(decisions);
      return {
        severity: 'warning' as const,
        ...(first?.file === undefined ? {} : { file: first.file }),
        ...(first?.line === undefined ? {} : { line: first.line }),
        message: `“${first?.decision}” for ${couples(inOrder(decisions))}: ${why}.`,
        remedy: `Take the ${decisions.length === 1 ? 'row' : 'rows'} out, or leave ${decisions.length === 1 ? 'it' : 'them'} as a record.`,
      };
    });
  },
});

/** Whoever hands in a whole table of who is whom is not told of each row. */
function couples(decisions: readonly CrosswalkDecision[]): string {
  const [first] = decisions;
  if (first === undefined) return 'nobody';
  if (decisions.length === 1) return coupleOf(first);
  const lines = lineRuns(decisions.flatMap(({ line }) => line ?? []));
  const named = decisions.slice(0, FEW).map(coupleOf).join('; ');
  const more = decisions.length > FEW ? '; …' : '';
  return `${decisions.length} couples${lines === '' ? '' : `, in lines ${lines}`} (${named}${more})`;
}

function inOrder(decisions: readonly CrosswalkDecision[]): CrosswalkDecision[] {
  return [...decisions].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}
