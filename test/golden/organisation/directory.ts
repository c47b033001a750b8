import { anchorOf } from './identity.ts';
import { both, type Organisation, sends, sent } from './story.ts';

/** What is peculiar to a directory: guests, fallback addresses, deleted users, renamed domains, empty attributes, groups. */
export function directory(organisation: Organisation): void {
  internalNames(organisation);
  domains(organisation);
  values(organisation);
  groups(organisation);
}

function internalNames(organisation: Organisation): void {
  organisation.plant('guest', 5, (story) => {
    const person = story.stranger();
    story.tell(
      {
        old: story.old(person),
        new: story.next(person, {
          ...sends(person.address, `${person.address.replace('@', '_')}#EXT#@example.onmicrosoft.com`),
          givenName: '',
          surname: '',
          userType: 'Guest',
        }),
        app: story.row(person),
        tier: 'email-exact',
        differs: { scim: 'domain+local-part' },
      },
      'SCIM pushes the internal name of a guest',
      [
        'duplicate-account',
        'error:scim-email-mismatch',
        'error:sso-scim-divergence',
        'warning:guest-account',
        'warning:fallback-domain',
        'warning:domain-not-in-baseline',
      ],
      ['keeps-account'],
    );
  });

  organisation.plant('guest without mail', 2, (story) => {
    const person = story.stranger();
    const old = story.old(person);
    story.tell(
      { old, app: story.row(person) },
      'came back as a guest of whom nothing but the name is known',
      ['loses-access', 'error:missing-in-new', 'error:possible-same-person'],
      ['loses-access', 'error:missing-in-new', 'error:possible-same-person'],
    );
    story.tell(
      {
        new: story.next(person, {
          ...sends('', `${person.address.replace('@', '_')}#EXT#@example.onmicrosoft.com`),
          alternateEmailAddress: person.address,
          userType: 'Guest',
        }),
      },
      'a guest without mail: SCIM creates an account at the internal name; without SCIM nothing is sent at all',
      [
        'new-account',
        'warning:unexpected-in-new',
        'warning:email-missing',
        'info:possible-same-person',
        'warning:guest-account',
        'warning:fallback-domain',
        'warning:domain-not-in-baseline',
      ],
      ['not-provisioned', 'warning:unexpected-in-new', 'warning:email-missing', 'info:possible-same-person'],
    );
  });

  organisation.plant('fallback domain', 4, (story) => {
    const person = story.employee();
    story.tell(
      {
        old: story.old(person),
        new: story.next(person, sends(`${person.local}@example.onmicrosoft.com`)),
        app: story.row(person),
        tier: 'employee-id',
        differs: both('domain'),
      },
      'no address was set, so the tenant’s own domain stands there',
      [
        'duplicate-account',
        'error:sso-email-mismatch',
        'error:scim-email-mismatch',
        'warning:fallback-domain',
        'warning:domain-not-in-baseline',
      ],
      ['duplicate-account', 'error:sso-email-mismatch', 'warning:fallback-domain', 'warning:domain-not-in-baseline'],
    );
  });

  organisation.plant('from the recycle bin', 3, (story) => {
    const person = story.employee();
    story.tell(
      {
        old: story.old(person),
        new: story.next(person, sends(person.address, `${person.guid.replaceAll('-', '')}${person.address}`)),
        app: story.row(person),
        tier: 'employee-id',
        differs: { scim: 'local-part' },
      },
      'the name of a deleted user: 32 hexadecimal digits before the old one',
      ['duplicate-account', 'error:scim-email-mismatch', 'error:sso-scim-divergence', 'warning:tombstone'],
      ['keeps-account'],
    );
  });
}

function domains(organisation: Organisation): void {
  organisation.plant('company renamed', 8, (story, index) => {
    const person = story.employee();
    const isNew = index % 2 === 0;
    const domain = isNew ? 'renamed.example.com' : person.address.endsWith('.com') ? 'example.net' : 'example.com';
    const unknown = isNew ? (['warning:domain-not-in-baseline'] as const) : [];
    story.tell(
      {
        old: story.old(person),
        new: story.next(person, sends(`${person.local}@${domain}`)),
        app: story.row(person),
        tier: 'employee-id',
        differs: both('domain'),
      },
      isNew ? 'moves to a domain that the old IdP never sent' : 'moves to another domain of the company',
      ['duplicate-account', 'error:sso-email-mismatch', 'error:scim-email-mismatch', ...unknown],
      ['duplicate-account', 'error:sso-email-mismatch', ...unknown],
    );
  });
}

function values(organisation: Organisation): void {
  organisation.plant('no mailbox', 5, (story, index) => {
    const person = index % 2 === 0 ? story.employee() : story.stranger();
    story.tell(
      {
        old: story.old(person),
        new: story.next(person, sends('', person.address)),
        app: story.row(person),
        tier: index % 2 === 0 ? 'employee-id' : 'email-exact',
      },
      'mail is empty without a mailbox: SCIM links the account, and sign-in sends nothing',
      ['sign-in-blocked', 'error:email-missing'],
      ['sign-in-blocked', 'error:email-missing'],
    );
  });

  organisation.plant('no principal name', 2, (story) => {
    const person = story.employee();
    story.tell(
      {
        old: story.old(person),
        new: story.next(person, sends(person.address, '')),
        app: story.row(person),
        tier: 'employee-id',
      },
      'SCIM has nothing to push, so nothing links the account',
      ['sign-in-blocked', 'error:email-missing'],
      ['keeps-account'],
    );
  });

  organisation.plant('no address at all in new', 2, (story) => {
    const person = story.stranger();
    story.tell(
      {
        old: story.old(person, { immutableId: person.guid }),
        new: story.next(person, { ...sends('', ' '), onPremisesImmutableId: anchorOf(person) }),
        app: story.row(person),
        tier: 'immutable-id',
      },
      'neither attribute holds anything; a space is nothing',
      ['sign-in-blocked', 'error:email-missing'],
      ['sign-in-blocked', 'error:email-missing'],
    );
  });

  organisation.plant('no login in old', 3, (story) => {
    const person = story.employee();
    story.tell(
      {
        old: story.old(person, sent(person.address, '')),
        new: story.next(person),
        app: story.row(person),
        tier: 'employee-id',
      },
      'the old SCIM value is not known; the SSO value stands for it',
      ['keeps-account', 'warning:email-missing'],
      ['keeps-account', 'warning:email-missing'],
    );
  });

  organisation.plant('invalid address', 3, (story) => {
    const person = story.employee();
    const broken = person.address.replace('@', '.at.');
    story.tell(
      {
        old: story.old(person),
        new: story.next(person, sends(broken)),
        app: story.row(person),
        tier: 'employee-id',
        differs: both('domain+local-part'),
      },
      'no @ in what is sent',
      ['duplicate-account', 'error:sso-email-mismatch', 'error:scim-email-mismatch', 'error:email-invalid'],
      ['duplicate-account', 'error:sso-email-mismatch', 'error:email-invalid'],
    );
  });

  organisation.plant('joiner with an invalid address', 2, (story) => {
    const person = story.employee();
    story.tell(
      { new: story.next(person, sends(person.address.replace('@', '@@'))) },
      'an @ too many, and no account to lose',
      ['new-account', 'warning:unexpected-in-new', 'warning:email-invalid'],
      ['new-account', 'warning:unexpected-in-new', 'warning:email-invalid'],
    );
  });
}

function groups(organisation: Organisation): void {
  organisation.plant('group lost', 6, (story) => {
    const person = story.anybody();
    story.tell(
      {
        old: story.old(person, { groups: 'Everyone;Claude Enterprise;Engineering' }),
        new: story.next(person, { groups: 'everyone;Engineering' }),
        app: story.row(person),
        tier: 'employee-id',
      },
      'is not in the group that grants the app in the new IdP',
      ['keeps-account', 'warning:group-missing'],
      ['keeps-account', 'warning:group-missing'],
    );
  });
}
