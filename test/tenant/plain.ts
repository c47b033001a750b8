import type { Tenant } from './tenant.ts';

const LEAVERS = 40;
const JOINERS = 12;
const WITHOUT_APP = 700;
/** Of people without the app: every so-manieth is not in the new IdP, or not enabled there. */
const NOT_THERE = 5;
const NOT_ENABLED = 14;
/** People who came with a firm that was bought; Okta has their former address still. */
const BOUGHT = 600;

/** People with whom nothing is the matter. */
export function plain(tenant: Tenant, people: number): void {
  tenant.plant('leaver', LEAVERS, (story) => story.old(story.employee('leaver'), { status: 'DEPROVISIONED' }));

  tenant.plant('joiner', JOINERS, (story) => story.next(story.employee('joiner')));

  tenant.plant('without the app', WITHOUT_APP, (story, index) => {
    const who = story.employee('without the app');
    story.old(who);
    if (index % NOT_THERE === 0) return;
    story.next(who, index % NOT_ENABLED === 0 ? { accountEnabled: 'False' } : {});
  });

  tenant.plant('keeper', people - tenant.everybody.length, (story, index) => {
    const who = story.employee('keeps');
    story.old(who, index < BOUGHT ? { email: `${who.local}@brambleworks.example.net` } : {});
    story.next(who);
    story.row(who);
  });
}

/** Who came between the first export of the new IdP and the second; they are not among the 3,000. */
export function laterJoiners(tenant: Tenant, people: number): void {
  tenant.plant('joined later', people, (story) => story.after(story.employee('joiner')));
}
