import { LATIN_LOCALES } from '../golden/organisation/identity.ts';
import type { Tenant } from './tenant.ts';

/** What is right as it is, though it looks wrong: somebody has to take responsibility for it. */
export function asTheyAre(tenant: Tenant): void {
  tenant.plant('a mailbox and an account that two share', 1, (story) => {
    const desk = 'reception@example.com';
    const people = [story.employee('waiver', LATIN_LOCALES), story.employee('waiver', LATIN_LOCALES)];
    for (const who of people) {
      story.old(who, { workEmail: desk });
      story.next(who, { mail: desk });
    }
    story.row({ ...(people[0] as (typeof people)[0]), address: desk }, { Name: 'Reception' });
  });

  tenant.plant('leaves on the day of the switch', 1, (story) => {
    const who = story.employee('waiver', LATIN_LOCALES);
    story.old(who);
    story.row(who);
  });

  tenant.plant('the account is listed in other letters', 1, (story) => {
    const who = story.employee('waiver', LATIN_LOCALES);
    const listed = who.address.toUpperCase();
    story.old(who);
    story.before(who, {});
    story.after(who, { userPrincipalName: listed, mail: listed });
    story.row(who, { Email: listed });
  });

  tenant.plant('kept for the auditors', 1, (story) => {
    story.row(story.thing('waiver', 'Audit', '2019', 'audit-2019'));
  });

  tenant.plant('retired service account', 3, (story, index) => {
    const name = ['digest', 'glossary', 'minutes'][index] ?? '';
    story.row(story.thing('waiver', 'Service', name, `svc-${name}`));
  });

  tenant.plant('a record that cannot be read', 1, (story) => {
    const who = story.thing('waiver', 'Scanner', 'Hall B', 'svc-scanner');
    // Its title has a comma, and whoever wrote the export put no quotes around it.
    story.old(who, { department: 'Facilities' }, (record) => record.replace('Facilities', 'Facilities, Hall B'));
  });
}
