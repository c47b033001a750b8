import type { Somebody, Story, Tenant } from './tenant.ts';

/** Records that no person signs in to the app with: the new IdP does not assign the app to them. */
export function outOfScope(tenant: Tenant): void {
  tenant.plant('room', 70, (story, index) => {
    const room = story.thing('out of scope', 'Room', `No. ${101 + index}`, `room-${101 + index}`);
    const cells = { department: 'Facilities: rooms' };
    story.old(room, { ...cells, userType: 'Resource' });
    // Nobody signs in as a room.
    story.next(room, { ...cells, accountEnabled: 'False' });
  });

  tenant.plant('kiosk', 25, (story, index) => {
    const kiosk = story.thing('out of scope', 'Kiosk', `Gate ${index + 1}`, `kiosk-${index + 1}`);
    forwarded(story, kiosk, index < 10, 'Facilities: kiosks', 'Kiosk');
  });

  tenant.plant('contractor of another app', 45, (story, index) => {
    const contractor = story.stranger('out of scope');
    forwarded(
      story,
      contractor,
      index < 6,
      `Vendors: ${['cleaning', 'catering', 'security'][index % 3]}`,
      'Contractor',
    );
  });

  tenant.plant('test account', 10, (story, index) => {
    const account = story.thing('out of scope', 'Test', `Account ${index + 1}`, `test-${index + 1}`);
    forwarded(story, account, index < 8, 'Engineering', 'Test');
  });
}

/** Mail for it goes to a person who has an account: whoever counts it as somebody sees two at one address. */
function forwarded(story: Story, who: Somebody, isForwarded: boolean, department: string, userType: string): void {
  const colleague = isForwarded ? keeper(story) : undefined;
  const mail = colleague?.address ?? who.address;
  story.old(who, { department, userType, workEmail: mail });
  story.next(who, { department, mail });
}

function keeper(story: Story): Somebody {
  const who = story.employee('keeps');
  story.old(who);
  story.next(who);
  story.row(who);
  return who;
}
