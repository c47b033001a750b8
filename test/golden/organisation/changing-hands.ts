import type { Identity } from './identity.ts';
import { both, type Cells, type Entry, type Organisation, type Story, SUSPENDED, sends, sent } from './story.ts';

/** Addresses that go from one person to another. */
export function changingHands(organisation: Organisation): void {
  withIds(organisation);
  withoutIds(organisation);
  ofLeavers(organisation);
  ofColleagues(organisation);
}

/** A local part at example.com that belongs to a planting of a story, for addresses that go around in it. */
const shared = (story: Story, name: string) =>
  `${name}.${story.scope.replace(/[^a-z0-9]+/gi, '-').toLowerCase()}@example.com`;

function withIds(organisation: Organisation): void {
  organisation.plant('swap', 3, (story) => {
    const [one, other] = [story.employee(), story.employee()];
    const swapped = (person: Identity, colleague: Identity) =>
      story.tell(
        {
          old: story.old(person),
          new: story.next(person, sends(colleague.address)),
          app: story.row(person),
          tier: 'employee-id',
          differs: both(localOrMore(person, colleague)),
        },
        'two people swap addresses: each is signed in to the other’s account',
        ['account-takeover', 'error:account-takeover', 'error:sso-email-mismatch', 'error:scim-email-mismatch'],
        ['account-takeover', 'error:account-takeover', 'error:sso-email-mismatch'],
      );
    swapped(one, other);
    swapped(other, one);
  });

  organisation.plant('chain', 2, (story) => {
    const people = [story.employee(), story.employee(), story.employee()];
    const addresses = ['a', 'b', 'c', 'd'].map((name) => shared(story, name));
    people.forEach((person, index) => {
      const [from = '', to = ''] = addresses.slice(index);
      const who = {
        old: story.old(person, sent(from)),
        new: story.next(person, sends(to)),
        app: story.row(person, { Email: from }),
        tier: 'employee-id',
        differs: both('local-part'),
      };
      if (index < 2) {
        story.tell(
          who,
          'a chain of addresses, each going on to the next person',
          ['account-takeover', 'error:account-takeover', 'error:sso-email-mismatch', 'error:scim-email-mismatch'],
          ['account-takeover', 'error:account-takeover', 'error:sso-email-mismatch'],
        );
      } else {
        story.tell(
          who,
          'the end of the chain goes on to an address that nobody has',
          ['duplicate-account', 'error:sso-email-mismatch', 'error:scim-email-mismatch'],
          ['duplicate-account', 'error:sso-email-mismatch'],
        );
      }
    });
  });
}

function withoutIds(organisation: Organisation): void {
  organisation.plant('reassigned', 4, (story) => {
    const [holder, other] = [story.stranger(), story.stranger()];
    story.tell(
      {
        old: story.old(holder),
        new: story.next(other, sends(holder.address)),
        app: story.row(holder),
        tier: 'email-exact',
      },
      'only the address says that they are one person, and no part of the names agrees',
      ['unverified', 'error:name-conflict'],
      ['unverified', 'error:name-conflict'],
    );
  });

  organisation.plant('umlauts spelled out, no id', 2, (story, index) => {
    const [given, family, plain] = [
      ['Günther', 'Möhrenschläger', 'Guenther Moehrenschlaeger'] as const,
      ['Käthe', 'Böttcherling', 'Kaethe Boettcherling'] as const,
    ][index % 2] as readonly [string, string, string];
    const person: Identity = { ...story.stranger(), given, family, latinGiven: given, latinFamily: family };
    story.tell(
      {
        old: story.old(person),
        new: story.next(person, { displayName: plain, givenName: '', surname: '' }),
        app: story.row(person),
        tier: 'email-exact',
      },
      'one person, likely; but without marks no part of the names is the same, and only the address pairs them',
      ['unverified', 'error:name-conflict'],
      ['unverified', 'error:name-conflict'],
    );
  });

  organisation.plant('swap of half-namesakes', 2, (story) => {
    const [one, third] = [story.stranger(), story.stranger()];
    // The given name is the same: it takes the other's full name to see that the addresses were swapped.
    const other: Identity = { ...third, given: one.given, latinGiven: one.latinGiven };
    const told = (old: Entry, next: Entry, app: Entry) =>
      story.tell(
        { old, new: next, app, tier: 'email-exact' },
        'the name at each address is that of the person who has the other one',
        ['unverified', 'error:name-conflict'],
        ['unverified', 'error:name-conflict'],
      );
    told(story.old(one), story.next(other, sends(one.address)), story.row(one));
    told(story.old(other), story.next(one, sends(other.address)), story.row(other));
  });

  organisation.plant('chain without ids', 1, (story) => {
    const [first, second, third] = [story.stranger(), story.stranger(), story.stranger()];
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => shared(story, name)) as [string, string, string, string];
    story.tell(
      { old: story.old(first, sent(a)), app: story.row(first, { Email: a }) },
      'the chain begins with them: their own record is at the next address',
      ['loses-access', 'error:missing-in-new'],
      ['loses-access', 'error:missing-in-new'],
    );
    const passedOn = (old: Identity, next: Identity, address: string) =>
      story.tell(
        {
          old: story.old(old, sent(address)),
          new: story.next(next, sends(address)),
          app: story.row(old, { Email: address }),
          tier: 'email-exact',
        },
        'the address has gone on to the next person of the chain',
        ['unverified', 'error:name-conflict'],
        ['unverified', 'error:name-conflict'],
      );
    passedOn(second, first, b);
    passedOn(third, second, c);
    story.tell(
      { new: story.next(third, sends(d)) },
      'the end of the chain, at an address that nobody had; their old record is paired with somebody else’s',
      ['new-account', 'warning:unexpected-in-new'],
      ['new-account', 'warning:unexpected-in-new'],
    );
  });

  organisation.plant('leaver’s address to a stranger', 2, (story) => {
    const [leaver, joiner] = [story.stranger(), story.stranger()];
    story.tell(
      { old: story.old(leaver, SUSPENDED), new: story.next(joiner, sends(leaver.address)), tier: 'email-exact' },
      'the old user need not be active for the address to have been reassigned',
      ['unverified', 'error:name-conflict', 'warning:reactivated-in-new'],
      ['unverified', 'error:name-conflict', 'warning:reactivated-in-new'],
    );
  });
}

function ofLeavers(organisation: Organisation): void {
  organisation.plant('leaver’s address to a namesake', 4, (story, index) => {
    const [leaver, colleague] = [story.employee(), story.employee()];
    const namesake: Identity = { ...leaver, number: colleague.number };
    const own = leaver.address.replace('@', '2@');
    const isListed = index % 2 === 0;
    const old = story.old(leaver, SUSPENDED);
    const who = {
      old: story.old(namesake, sent(own)),
      new: story.next(namesake),
      app: story.row(namesake, { Email: own }),
      tier: 'employee-id',
      differs: both('local-part'),
    };
    const told = ['error:sso-email-mismatch', 'error:scim-email-mismatch', 'warning:address-reused'] as const;
    story.tell(
      who,
      isListed
        ? 'takes the address of a namesake who left, whose account is still there'
        : 'takes the address of a namesake who left, whose account is gone',
      isListed ? ['account-takeover', 'error:account-takeover', ...told] : ['duplicate-account', ...told],
      ['duplicate-account', 'error:sso-email-mismatch', 'error:address-reused'],
    );
    if (isListed) {
      story.tell(
        { old, app: story.row(leaver) },
        'has left; the account is still listed, and a namesake arrives at it',
        ['loses-access', 'error:missing-in-new'],
        ['not-provisioned'],
      );
    } else {
      story.tell({ old }, 'has left, and the account is gone', ['not-provisioned'], ['not-provisioned']);
    }
  });

  organisation.plant('leaver’s address to a joiner', 4, (story, index) => {
    const [leaver, joiner] = [story.employee(), story.employee()];
    const isListed = index % 2 === 0;
    const old = story.old(leaver, SUSPENDED);
    story.tell(
      { new: story.next(joiner, sends(leaver.address)) },
      isListed
        ? 'a joiner is given the address of somebody who left, whose account is still there'
        : 'a joiner is given the address of somebody who left, whose account is gone',
      isListed
        ? ['account-takeover', 'error:account-takeover', 'warning:address-reused', 'warning:unexpected-in-new']
        : ['new-account', 'warning:address-reused', 'warning:unexpected-in-new'],
      ['new-account', 'error:address-reused', 'warning:unexpected-in-new'],
    );
    if (isListed) {
      story.tell(
        { old, app: story.row(leaver, { Status: 'Inactive' }) },
        'has left; the account is still listed, and a joiner arrives at it',
        ['loses-access', 'error:missing-in-new'],
        ['not-provisioned'],
      );
    } else {
      story.tell({ old }, 'has left, and the account is gone', ['not-provisioned'], ['not-provisioned']);
    }
  });
}

function ofColleagues(organisation: Organisation): void {
  organisation.plant('active namesakes, one address', 2, (story) => {
    const [holder, other] = [story.employee(), story.employee()];
    const namesake: Identity = { ...holder, number: other.number };
    story.tell(
      { old: story.old(holder), app: story.row(holder) },
      'the new record at this address carries another employee number: a namesake, not this person',
      ['loses-access', 'error:missing-in-new'],
      ['loses-access', 'error:missing-in-new'],
    );
    story.tell(
      { new: story.next(namesake) },
      'a namesake of another employee number arrives at the account of the person who has the address',
      ['account-takeover', 'error:account-takeover', 'warning:unexpected-in-new'],
      ['account-takeover', 'error:account-takeover', 'warning:unexpected-in-new'],
    );
  });

  /** Somebody sends a colleague's address, which the colleague goes on sending. */
  const joins = (name: string, cells: (colleague: Identity, own: Identity) => Cells, isBoth: boolean) =>
    organisation.plant(name, 2, (story) => {
      const [person, colleague] = [story.employee(), story.employee()];
      const classes = localOrMore(person, colleague);
      story.tell(
        {
          old: story.old(person),
          new: story.next(person, cells(colleague, person)),
          app: story.row(person),
          tier: 'employee-id',
          differs: isBoth ? both(classes) : { sso: classes },
        },
        'arrives at the account of a colleague, who still has the address',
        [
          'account-takeover',
          'error:account-takeover',
          'error:sso-email-mismatch',
          isBoth ? 'error:scim-email-mismatch' : 'error:sso-scim-divergence',
          'error:duplicate-email',
        ],
        ['account-takeover', 'error:account-takeover', 'error:sso-email-mismatch', 'error:duplicate-email'],
      );
      story.tell(
        { old: story.old(colleague), new: story.next(colleague), app: story.row(colleague), tier: 'employee-id' },
        'keeps the account, in which somebody else arrives',
        ['keeps-account', 'error:duplicate-email'],
        ['keeps-account', 'error:duplicate-email'],
      );
    });
  joins('sends a colleague’s address', (colleague) => sends(colleague.address), true);
  joins('signs in with a colleague’s address', (colleague, own) => sends(colleague.address, own.address), false);

  organisation.plant('two move to one free address', 2, (story) => {
    const desk = shared(story, 'desk');
    for (const person of [story.employee(), story.employee()]) {
      story.tell(
        {
          old: story.old(person),
          new: story.next(person, sends(desk)),
          app: story.row(person),
          tier: 'employee-id',
          differs: both(person.address.endsWith('@example.com') ? 'local-part' : 'domain+local-part'),
        },
        'two people move to one free address, and would share the account that is created there',
        [
          'account-takeover',
          'error:account-takeover',
          'error:sso-email-mismatch',
          'error:scim-email-mismatch',
          'error:duplicate-email',
        ],
        ['account-takeover', 'error:account-takeover', 'error:sso-email-mismatch', 'error:duplicate-email'],
      );
    }
  });

  organisation.plant('shared mailbox', 2, (story) => {
    const desk = shared(story, 'desk');
    const people = [story.employee(), story.employee()];
    const app = story.row(people[0] as Identity, { Email: desk });
    for (const person of people) {
      story.tell(
        { old: story.old(person, sent(desk)), new: story.next(person, sends(desk)), app, tier: 'employee-id' },
        'two people share an address and an account, before and after',
        ['keeps-account', 'warning:duplicate-email', 'error:duplicate-email'],
        ['keeps-account', 'warning:duplicate-email', 'error:duplicate-email'],
      );
    }
  });
}

/** How the addresses of two people differ. */
function localOrMore(one: Identity, other: Identity): string {
  const domain = ({ address }: Identity) => address.slice(address.indexOf('@'));
  return domain(one) === domain(other) ? 'local-part' : 'domain+local-part';
}
