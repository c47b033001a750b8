import { defineFinding } from './define-finding.ts';

export const waiverUnused = defineFinding({
  kind: 'waiver-unused',
  about: 'policy',
  explanation: 'A waiver or a budget that waived nothing: what it was for is gone, or it names nobody who is there.',
});
