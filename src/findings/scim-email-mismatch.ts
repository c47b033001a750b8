import { defineFinding } from './define-finding.ts';
import { detectMismatch } from './email-mismatch.ts';

export const scimEmailMismatch = defineFinding({
  kind: 'scim-email-mismatch',
  about: 'person',
  explanation: 'The email pushed by SCIM is not exactly the one the old IdP pushed.',
  detect: (person, evidence) => detectMismatch('scim', person, evidence),
});
