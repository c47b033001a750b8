import { defineFinding } from './define-finding.ts';

export const waiverOverBroad = defineFinding({
  kind: 'waiver-over-broad',
  about: 'policy',
  explanation:
    'A waiver that names neither person, pattern nor file, or several takeovers by one name. It is not applied there.',
});
