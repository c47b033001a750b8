import type { Tenant } from './tenant.ts';

/** People of whom only a human can say which records are theirs. */
export function toDecide(tenant: Tenant): void {
  tenant.plant('hired again, a second record', 6, (story) => {
    const who = story.employee('ambiguous');
    const former = `${who.local}.former@example.com`;
    // Personnel knows the record from before; the one in use was made by hand.
    story.old(who, { login: former, email: former, workEmail: former, status: 'DEPROVISIONED' });
    story.old(who, { employeeNumber: '' });
    story.next(who);
    story.row(who);
  });

  tenant.plant('created twice in the new IdP', 6, (story) => {
    const who = story.employee('ambiguous');
    const early = `${who.local}.early@example.com`;
    story.old(who);
    story.next(who, { employeeId: '' });
    story.next(who, {
      userPrincipalName: early,
      mail: early,
      id: `0a91c2d4-77b0-4e1c-8d35-${who.number.padStart(12, '0')}`,
      accountEnabled: 'False',
    });
    story.row(who);
  });

  tenant.plant('another name, first and last', 5, (story) => {
    const who = story.stranger('name change');
    const [given, family] = NEW_NAMES.shift() ?? [];
    if (given === undefined || family === undefined) throw new Error('no new name is left');
    story.old(who);
    story.next(who, { displayName: `${given} ${family}`, givenName: given, surname: family });
    story.row(who);
  });
}

/** What five people are called since they married, or chose another first name. */
const NEW_NAMES: [given: string, family: string][] = [
  ['Peg', 'Winterbourne'],
  ['Tilda', 'Rosenquarz'],
  ['Lou', 'Marchepied'],
  ['Chelo', 'Torrealba'],
  ['Gosia', 'Wrzosek'],
];
