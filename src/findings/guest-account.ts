import { defineFinding } from './define-finding.ts';
import { detectSpecial } from './special-addresses.ts';

export const guestAccount = defineFinding({
  kind: 'guest-account',
  about: 'person',
  explanation: 'The address is the internal name of an Entra guest, which no mail system knows.',
  detect: detectSpecial(
    (address) => /#ext#/i.test(address),
    (address) => `${address} is the user principal name of a guest, not an address anybody writes to.`,
    'Send mail (or another attribute that holds the real address) for guests, or leave them out of the app.',
  ),
});
