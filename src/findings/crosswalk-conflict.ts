import { detectCrosswalk } from './crosswalk-faults.ts';
import { defineFinding } from './define-finding.ts';

export const crosswalkConflict = defineFinding({
  kind: 'crosswalk-conflict',
  about: 'input',
  explanation:
    'Decisions of the crosswalk contradict each other, would take away the partner of somebody of whom it says nothing, or give somebody an account that is not at an address of theirs. None of them is applied.',
  detect: detectCrosswalk(
    'conflict',
    'error',
    'Say what holds for everybody concerned: for each two records one row, “same” or “different”.',
  ),
});
