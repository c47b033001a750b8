import { splitAddress } from './domain.ts';
import { normalForm } from './normal-form.ts';

/** The domain of an address in its normal form, as a lower-case A-label; null where there is none. */
export function domainOf(address: string | null): string | null {
  const domain = address === null ? undefined : splitAddress(normalForm(address))?.domain;
  return domain === undefined || domain === '' ? null : domain;
}
