import { domainOf } from '../email/domain-of.ts';
import { defineFinding } from './define-finding.ts';
import { detectSpecial } from './special-addresses.ts';

/** Nearly every address is passed by without a look at its domain. */
const HINT = /onmicrosoft|test-google/i;
const FALLBACK = /(?:^|\.)(?:onmicrosoft\.com|test-google-a\.com)$/;

export const fallbackDomain = defineFinding({
  kind: 'fallback-domain',
  about: 'person',
  explanation:
    'The address is at a domain that the provider gives every tenant; it stands where a real address was not set.',
  detect: detectSpecial(
    (address) => HINT.test(address) && FALLBACK.test(domainOf(address) ?? ''),
    (address) => `${address} is at a fallback domain of the provider.`,
    "Set the person's primary address at your own domain in the IdP.",
  ),
});
