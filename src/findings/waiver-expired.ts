import { defineFinding } from './define-finding.ts';

export const waiverExpired = defineFinding({
  kind: 'waiver-expired',
  about: 'policy',
  explanation: 'A waiver or a budget whose last day has passed. It is not applied; the budget allows nobody.',
});
