import { defineFinding } from './define-finding.ts';
import { detectSpecial } from './special-addresses.ts';

const SOFT_DELETED = /^[0-9a-f]{32}[^@]+@/i;

export const tombstone = defineFinding({
  kind: 'tombstone',
  about: 'person',
  explanation: 'The address is what Entra ID makes of the name of a user in its recycle bin.',
  detect: detectSpecial(
    (address) => SOFT_DELETED.test(address),
    (address) => `${address} is the name of a deleted user: 32 hexadecimal digits stand before the old one.`,
    'Restore the user, or leave deleted users out of the export.',
  ),
});
