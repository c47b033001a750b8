import { LATIN_LOCALES } from '../golden/organisation/identity.ts';
import type { Tenant } from './tenant.ts';

/** Two who would be signed in to somebody else's account. */
export function takeovers(tenant: Tenant): void {
  tenant.plant('a leaver’s address given to a namesake', 1, (story) => {
    const leaver = story.employee('leaver', LATIN_LOCALES);
    story.old(leaver, { status: 'DEPROVISIONED' });
    story.rowBefore(leaver, { Status: 'Inactive' });
    const namesake = story.employee('takeover', LATIN_LOCALES);
    const { given, family, local, address } = leaver;
    story.next({ ...namesake, given, family, local, address });
  });

  tenant.plant('an address that goes with the office', 1, (story) => {
    const desk = { local: 'press', address: 'press@example.com' };
    const holder = story.employee('waiver', LATIN_LOCALES);
    story.old({ ...holder, ...desk });
    story.row({ ...holder, ...desk });
    const successor = story.employee('takeover', LATIN_LOCALES);
    story.next({ ...successor, ...desk });
  });
}
