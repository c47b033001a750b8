import { detectCrosswalk } from './crosswalk-faults.ts';
import { defineFinding } from './define-finding.ts';

export const crosswalkUnknown = defineFinding({
  kind: 'crosswalk-unknown',
  about: 'input',
  explanation:
    'A decision of the crosswalk is about somebody who is in no export, has another name or id by now, or could be several.',
  detect: detectCrosswalk(
    'unknown',
    'error',
    'Correct whom the row names, by an id or an address as the export has it now; or take the row out, if it is no longer needed.',
  ),
});
