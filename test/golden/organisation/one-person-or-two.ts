import { anchorOf, type Identity } from './identity.ts';
import { both, DISABLED, type Organisation, SUSPENDED, sends, sent } from './story.ts';

/** Records of which it has to be found out whether they are one person. */
export function onePersonOrTwo(organisation: Organisation): void {
  byOtherEvidence(organisation);
  ambiguous(organisation);
  rehired(organisation);
  repeatedIds(organisation);
}

const married = (person: Identity) => `${person.local.split('.')[0]}.n${person.serial}@example.com`;

function byOtherEvidence(organisation: Organisation): void {
  organisation.plant('new address, AD anchor', 3, (story) => {
    const person = story.stranger();
    story.tell(
      {
        old: story.old(person, { immutableId: person.guid }),
        new: story.next(person, { ...sends(married(person)), onPremisesImmutableId: anchorOf(person) }),
        app: story.row(person),
        tier: 'immutable-id',
        differs: both(person.address.endsWith('@example.com') ? 'local-part' : 'domain+local-part'),
      },
      'another address, and the same AD anchor: GUID text there, base64 here',
      ['duplicate-account', 'error:sso-email-mismatch', 'error:scim-email-mismatch'],
      ['duplicate-account', 'error:sso-email-mismatch'],
    );
  });

  organisation.plant('new address, external id', 3, (story) => {
    const person = story.stranger();
    const externalId = `ext-${person.serial}`;
    const old = story.old(person, { externalId });
    const next = story.next(person, { ...sends(married(person)), externalId: externalId.toUpperCase() });
    const app = story.row(person);
    const differs = both(person.address.endsWith('@example.com') ? 'local-part' : 'domain+local-part');
    story.tellScim({ old, new: next, app, tier: 'external-id', differs }, 'another address, and the same external id', [
      'duplicate-account',
      'error:sso-email-mismatch',
      'error:scim-email-mismatch',
    ]);
    const note = 'external ids are read from the wrong column, and a name alone never pairs';
    story.tellJit({ old }, note, ['loses-access', 'error:missing-in-new', 'error:possible-same-person']);
    story.tellJit({ new: next }, note, ['new-account', 'warning:unexpected-in-new', 'info:possible-same-person']);
  });

  organisation.plant('new address, same name', 4, (story) => {
    const person = story.stranger();
    story.tell(
      { old: story.old(person), app: story.row(person) },
      'nothing pairs the record with the one of the same name in the new IdP: a name alone never does',
      ['loses-access', 'error:missing-in-new', 'error:possible-same-person'],
      ['loses-access', 'error:missing-in-new', 'error:possible-same-person'],
    );
    story.tell(
      { new: story.next(person, sends(married(person))) },
      'the only other record of this name is that of a user of the old IdP whom nothing pairs either',
      ['new-account', 'warning:unexpected-in-new', 'info:possible-same-person'],
      ['new-account', 'warning:unexpected-in-new', 'info:possible-same-person'],
    );
  });

  organisation.plant('company renamed, no id', 5, (story) => {
    const person = story.stranger();
    const moved = `${person.local}@${person.address.endsWith('.com') ? 'example.net' : 'example.com'}`;
    story.tell(
      {
        old: story.old(person),
        // An initial will do where the local part is the same.
        new: story.next(person, {
          ...sends(moved),
          ...(story.scope.endsWith('1')
            ? { displayName: `${person.given.charAt(0)}. ${person.family}`, givenName: '' }
            : {}),
        }),
        app: story.row(person),
        tier: 'local-part-and-name',
        differs: both('domain'),
      },
      'the same local part at another domain, and the same name: likely one person, to be confirmed',
      ['duplicate-account', 'error:unconfirmed-correlation', 'error:sso-email-mismatch', 'error:scim-email-mismatch'],
      ['duplicate-account', 'error:unconfirmed-correlation', 'error:sso-email-mismatch'],
    );
  });

  organisation.plant('old address is an alias', 5, (story) => {
    const person = story.stranger();
    const address = married(person);
    story.tell(
      {
        old: story.old(person),
        new: story.next(person, { ...sends(address), proxyAddresses: `SMTP:${address};smtp:${person.address}` }),
        app: story.row(person),
        tier: 'alias',
        differs: both(person.address.endsWith('@example.com') ? 'local-part' : 'domain+local-part'),
      },
      'the address became an alias of a new primary one',
      ['duplicate-account', 'error:sso-email-mismatch', 'error:scim-email-mismatch'],
      ['duplicate-account', 'error:sso-email-mismatch'],
    );
  });

  organisation.plant('old address is an alias of somebody else', 2, (story) => {
    const [person, other] = [story.stranger(), story.stranger()];
    story.tell(
      {
        old: story.old(person),
        new: story.next(other, { proxyAddresses: `smtp:${person.address};SMTP:${other.address}` }),
        app: story.row(person),
        tier: 'alias',
        differs: both(
          person.address.split('@')[1] === other.address.split('@')[1] ? 'local-part' : 'domain+local-part',
        ),
      },
      'the address is an alias of somebody whose name shares no part: their successor?',
      ['unverified', 'error:name-conflict', 'error:sso-email-mismatch', 'error:scim-email-mismatch'],
      ['unverified', 'error:name-conflict', 'error:sso-email-mismatch'],
    );
  });
}

function ambiguous(organisation: Organisation): void {
  organisation.plant('created twice', 3, (story) => {
    const person = story.stranger();
    const second = person.address.replace('@', '2@');
    story.tell(
      { old: story.old(person), app: story.row(person) },
      'two new records send this address',
      ['unverified', 'error:ambiguous-correlation'],
      ['unverified', 'error:ambiguous-correlation'],
    );
    story.tell(
      { new: story.next(person) },
      'one of two new records of this address',
      ['unverified', 'error:ambiguous-correlation', 'warning:duplicate-email'],
      ['unverified', 'error:ambiguous-correlation', 'warning:duplicate-email'],
    );
    story.tell(
      { new: story.next(person, sends(person.address, second)) },
      'one of two new records of this address; SCIM pushes another one',
      ['unverified', 'error:ambiguous-correlation', 'warning:duplicate-email', 'warning:sso-scim-divergence'],
      ['unverified', 'error:ambiguous-correlation', 'warning:duplicate-email'],
    );
  });

  organisation.plant('shared mailbox without ids', 1, (story) => {
    const people = [story.stranger(), story.stranger()];
    const desk = `reception.${people[0]?.serial}@example.com`;
    const app = story.row(people[0] as Identity, { Email: desk });
    for (const person of people) {
      story.tell(
        { old: story.old(person, sent(desk)), app },
        'two people on each side have this address, and no id to tell who is who',
        ['unverified', 'error:ambiguous-correlation', 'warning:duplicate-email'],
        ['unverified', 'error:ambiguous-correlation', 'warning:duplicate-email'],
      );
      story.tell(
        { new: story.next(person, sends(desk)) },
        'two people on each side have this address, and no id to tell who is who',
        ['unverified', 'error:ambiguous-correlation', 'warning:duplicate-email'],
        ['unverified', 'error:ambiguous-correlation', 'warning:duplicate-email'],
      );
    }
  });

  organisation.plant('the id says one record, the address another', 2, (story) => {
    const person = story.employee();
    const former = person.address.replace('@', '.former@');
    const told = ['unverified', 'error:ambiguous-correlation'] as const;
    const note =
      'the new user has the number of an inactive old record, and the address of an active one without a number';
    story.tell({ old: story.old(person, { ...sent(former), ...SUSPENDED }) }, note, told, told);
    story.tell({ old: story.old(person, { employeeNumber: '' }), app: story.row(person) }, note, told, told);
    story.tell({ new: story.next(person) }, note, told, told);
  });
}

function rehired(organisation: Organisation): void {
  organisation.plant('rehired, two records', 3, (story, index) => {
    const person = story.employee();
    const former = person.address.replace('@', '.former@');
    const old = story.old(person, { ...sent(former), ...SUSPENDED });
    story.tell(
      { old: story.old(person), new: story.next(person), app: story.row(person), tier: 'employee-id' },
      'an inactive record of the same number does not spoil the pair of two active ones',
      ['keeps-account'],
      ['keeps-account'],
    );
    if (index === 0) {
      story.tell(
        { old, app: story.row(person, { Email: former, Status: 'Inactive' }) },
        'the account from before is listed still, and would be deprovisioned',
        ['loses-access', 'error:missing-in-new'],
        ['not-provisioned'],
      );
    } else {
      story.tell({ old }, 'the record from before, without an account', ['not-provisioned'], ['not-provisioned']);
    }
  });

  organisation.plant('rehired at the same address', 2, (story) => {
    const person = story.employee();
    const old = story.old(person, { employeeNumber: `${person.number}7`, status: 'DEPROVISIONED' });
    story.tell(
      { old: story.old(person), new: story.next(person), app: story.row(person), tier: 'employee-id' },
      'the inactive record from before has the same address: active ones come first',
      ['keeps-account'],
      ['keeps-account'],
    );
    story.tell({ old }, 'the record from before, under another number', ['not-provisioned'], ['not-provisioned']);
  });

  organisation.plant('record re-used', 4, (story, index) => {
    const person = story.employee();
    const isListed = index % 2 === 0;
    const address = `${person.local}${person.serial}@lab.example.org`;
    const who = {
      old: story.old(person, SUSPENDED),
      new: story.next(person, sends(address)),
      tier: 'employee-id',
    };
    if (isListed) {
      story.tell(
        { ...who, app: story.row(person, { Status: 'Inactive' }), differs: both('domain+local-part') },
        'back under a new address, while the account is at the former one',
        ['duplicate-account', 'warning:reactivated-in-new', 'error:sso-email-mismatch', 'error:scim-email-mismatch'],
        ['new-account', 'warning:reactivated-in-new'],
      );
    } else {
      story.tell(
        who,
        'back under a new address, without an account from before',
        ['new-account', 'warning:reactivated-in-new'],
        ['new-account', 'warning:reactivated-in-new'],
      );
    }
  });

  organisation.plant('second record disabled', 2, (story) => {
    const person = story.employee();
    story.tell(
      { old: story.old(person), new: story.next(person), app: story.row(person), tier: 'employee-id' },
      'a disabled second record in the new IdP does not spoil the pair of two active ones',
      ['keeps-account'],
      ['keeps-account'],
    );
    story.tell(
      { new: story.next(person, { ...DISABLED, userType: 'Guest' }) },
      'a disabled second record, which sends nothing',
      ['not-provisioned'],
      ['not-provisioned'],
    );
  });
}

function repeatedIds(organisation: Organisation): void {
  organisation.plant('number given twice in new', 2, (story) => {
    const [one, other] = [story.employee(), story.employee()];
    for (const person of [one, other]) {
      story.tell(
        {
          old: story.old(person),
          new: story.next(person, { employeeId: one.number }),
          app: story.row(person),
          tier: 'email-exact',
        },
        'two active new users carry one number, which an old user has: it is not used',
        ['keeps-account', 'error:duplicate-id'],
        ['keeps-account', 'error:duplicate-id'],
      );
    }
  });

  organisation.plant('number given twice in old', 1, (story) => {
    const [one, other] = [story.employee(), story.employee()];
    for (const person of [one, other]) {
      story.tell(
        {
          old: story.old(person, { employeeNumber: one.number }),
          new: story.next(person),
          app: story.row(person),
          tier: 'email-exact',
        },
        'two active old users carry one number: it is not used, and vetoes nothing',
        ['keeps-account', 'warning:duplicate-id'],
        ['keeps-account', 'warning:duplicate-id'],
      );
    }
  });

  organisation.plant('number given twice to joiners', 1, (story) => {
    const [one, other] = [story.employee(), story.employee()];
    for (const person of [one, other]) {
      story.tell(
        { new: story.next(person, { employeeId: one.number }) },
        'two joiners carry one number, which nobody in the old IdP has',
        ['new-account', 'warning:unexpected-in-new', 'warning:duplicate-id'],
        ['new-account', 'warning:unexpected-in-new', 'warning:duplicate-id'],
      );
    }
  });

  organisation.plant('addresses alike but for case', 2, (story) => {
    const people = [story.employee(), story.employee()];
    const [one] = people;
    people.forEach((person, index) => {
      const address = index === 0 ? (one?.address ?? '') : (one?.address.toUpperCase() ?? '');
      story.tell(
        {
          old: story.old(person, sent(address)),
          new: story.next(person, sends(address)),
          app: story.row(person, { Email: address }),
          tier: 'employee-id',
        },
        'two people whose addresses differ in case only, before and after',
        ['keeps-account', 'warning:near-duplicate-email'],
        ['keeps-account', 'warning:near-duplicate-email'],
      );
    });
  });

  organisation.plant('near duplicate in new', 2, (story) => {
    const person = story.employee();
    story.tell(
      { old: story.old(person), new: story.next(person), app: story.row(person), tier: 'employee-id' },
      'a second record of the new IdP has the same address but for a space',
      ['keeps-account', 'warning:near-duplicate-email'],
      ['keeps-account', 'warning:near-duplicate-email'],
    );
    story.tell(
      { new: story.next(person, { ...sends(`${person.address} `), employeeId: '' }) },
      'a second record of somebody who is paired already: SCIM creates an account for it',
      ['new-account', 'warning:unexpected-in-new', 'warning:near-duplicate-email'],
      ['new-account', 'warning:unexpected-in-new', 'warning:near-duplicate-email'],
    );
  });
}
