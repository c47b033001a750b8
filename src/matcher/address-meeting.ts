import { splitAddress } from '../email/domain.ts';
import { normalForm } from '../email/normal-form.ts';

/** How two people's addresses meet, closest first. */
export type AddressMeeting = 'email-exact' | 'email-normalized' | 'alias' | 'local-part';

/**
 * The closest way in which addresses of two people meet; null for none.
 *
 * @param isAlias - whether an address of the one is an alias of the other; asked only where nothing closer is found
 */
export function addressMeeting(
  before: readonly string[],
  after: readonly string[],
  isAlias: () => boolean = () => false,
): AddressMeeting | null {
  if (before.some((email) => after.includes(email))) return 'email-exact';
  const [normalBefore, normalAfter] = [before.map(normalForm), after.map(normalForm)];
  if (normalBefore.some((email) => normalAfter.includes(email))) return 'email-normalized';
  if (isAlias()) return 'alias';
  const locals = normalAfter.map(localPart);
  return normalBefore.some((email) => locals.includes(localPart(email))) ? 'local-part' : null;
}

function localPart(email: string): string {
  return splitAddress(email)?.local ?? email;
}
