import { detectCrosswalk } from './crosswalk-faults.ts';
import { defineFinding } from './define-finding.ts';

export const crosswalkStale = defineFinding({
  kind: 'crosswalk-stale',
  about: 'input',
  explanation: 'A decision of the crosswalk changes nothing any more.',
  detect: detectCrosswalk('stale', 'warning', 'Take the row out, or leave it as a record.'),
});
