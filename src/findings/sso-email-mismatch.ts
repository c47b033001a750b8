import { defineFinding } from './define-finding.ts';
import { detectMismatch } from './email-mismatch.ts';

export const ssoEmailMismatch = defineFinding({
  kind: 'sso-email-mismatch',
  about: 'person',
  explanation: 'The email asserted at sign-in is not exactly the one the old IdP asserted.',
  detect: (person, evidence) => detectMismatch('sso', person, evidence),
});
