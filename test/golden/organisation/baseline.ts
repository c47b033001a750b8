import type { Identity } from './identity.ts';
import { both, type Organisation, SUSPENDED, sends, sent } from './story.ts';

/** A short login at the person's own domain. */
const loginOf = ({ serial, address }: Identity) => `u${serial}${address.slice(address.indexOf('@'))}`;

/** Old values that differ from each other, and accounts that stand at neither of them. */
export function baseline(organisation: Organisation): void {
  organisation.plant('two old values, kept', 4, (story, index) => {
    const person = story.employee();
    const login = loginOf(person);
    story.tell(
      {
        old: story.old(person, sent(person.address, login)),
        new: story.next(person, sends(person.address, login)),
        // The account may stand at either.
        app: story.row(person, { Email: index % 2 === 0 ? login : person.address }),
        tier: 'employee-id',
      },
      'SSO and SCIM differ before and after in the same way: nothing changes',
      ['keeps-account', 'warning:baseline-divergence', 'warning:sso-scim-divergence'],
      ['keeps-account', 'warning:baseline-divergence'],
    );
  });

  organisation.plant('two old values, two accounts', 2, (story) => {
    const person = story.employee();
    const login = loginOf(person);
    const app = [story.row(person, { Email: login }), story.row(person, { Status: 'Pending' })];
    story.tell(
      {
        old: story.old(person, sent(person.address, login)),
        new: story.next(person, sends(login)),
        app,
        tier: 'employee-id',
        differs: { sso: 'local-part' },
      },
      'an account at each old value; the new IdP is aligned on the SCIM value. Without the list, sign-in arrives at the other old value',
      ['keeps-account', 'warning:baseline-divergence', 'error:sso-email-mismatch'],
      ['unverified', 'warning:baseline-divergence', 'error:sso-email-mismatch'],
    );
  });

  organisation.plant('two old values, aligned on SSO', 4, (story) => {
    const person = story.employee();
    const login = loginOf(person);
    story.tell(
      {
        old: story.old(person, sent(person.address, login)),
        new: story.next(person),
        app: story.row(person, { Email: login }),
        tier: 'employee-id',
        differs: { scim: 'local-part' },
      },
      'the account stands at the SCIM value, which nothing sends any more',
      ['duplicate-account', 'warning:baseline-divergence', 'error:scim-email-mismatch'],
      ['keeps-account', 'warning:baseline-divergence'],
    );
  });

  organisation.plant('two old values, aligned on SCIM', 4, (story) => {
    const person = story.employee();
    const login = loginOf(person);
    story.tell(
      {
        old: story.old(person, sent(person.address, login)),
        new: story.next(person, sends(login)),
        app: story.row(person, { Email: login }),
        tier: 'employee-id',
        differs: { sso: 'local-part' },
      },
      'the account stands at the SCIM value, and both channels send it; without the list it could stand at the other one',
      ['keeps-account', 'warning:baseline-divergence', 'error:sso-email-mismatch'],
      ['unverified', 'warning:baseline-divergence', 'error:sso-email-mismatch'],
    );
  });

  organisation.plant('login is no address', 3, (story) => {
    const person = story.employee();
    story.tell(
      {
        old: story.old(person, sent(person.address, `${person.local}.${person.serial}`)),
        new: story.next(person),
        app: story.row(person),
        tier: 'employee-id',
        differs: { scim: 'domain+local-part' },
      },
      'the old login is a short name; the account stands at the address, which both channels send now',
      ['keeps-account', 'warning:baseline-divergence', 'warning:email-invalid', 'error:scim-email-mismatch'],
      ['keeps-account', 'warning:baseline-divergence', 'warning:email-invalid'],
    );
  });

  organisation.plant('account drifted', 4, (story, index) => {
    const person = index % 2 === 0 ? story.employee() : story.stranger();
    const drifted =
      index < 2 ? person.address.toUpperCase() : person.address.replace(person.local, `\u200B${person.local}`);
    story.tell(
      {
        old: story.old(person),
        new: story.next(person),
        app: story.row(person, { Email: drifted }),
        tier: index % 2 === 0 ? 'employee-id' : 'email-exact',
      },
      'nothing changed between the IdPs, yet the account is listed under another spelling',
      ['duplicate-account', 'error:account-email-drift'],
      ['keeps-account'],
    );
  });

  organisation.plant('account drifted, and the new IdP knows', 2, (story) => {
    const person = story.employee();
    const listed = person.address.toUpperCase();
    story.tell(
      {
        old: story.old(person),
        new: story.next(person, sends(listed)),
        app: story.row(person, { Email: listed }),
        tier: 'employee-id',
        differs: both('case'),
      },
      'the new IdP sends the very spelling that is listed, which the old one never did',
      ['keeps-account', 'error:sso-email-mismatch', 'error:scim-email-mismatch', 'error:account-email-drift'],
      ['duplicate-account', 'error:sso-email-mismatch'],
    );
  });

  organisation.plant('listed twice, once drifted', 2, (story) => {
    const person = story.employee();
    story.row(person, { Email: person.address.toUpperCase(), Status: 'Inactive' });
    story.tell(
      { old: story.old(person), new: story.next(person), app: story.row(person), tier: 'employee-id' },
      'two accounts, of which the exact one is kept; the other is left behind',
      ['keeps-account', 'error:account-email-drift'],
      ['keeps-account'],
    );
  });

  organisation.plant('listed twice in the same words', 2, (story) => {
    const person = story.employee();
    const app = [story.row(person), story.row(person, { Role: 'Admin' })];
    story.tell(
      { old: story.old(person), new: story.next(person), app, tier: 'employee-id' },
      'two rows of one address are one account',
      ['keeps-account'],
      ['keeps-account'],
    );
  });

  organisation.plant('leaver, account drifted', 2, (story) => {
    const person = story.employee();
    story.tell(
      {
        old: story.old(person, SUSPENDED),
        app: story.row(person, { Email: person.address.toUpperCase(), Status: 'Inactive' }),
      },
      'a leaver whose account is still listed, under another spelling',
      ['loses-access', 'error:missing-in-new', 'error:account-email-drift'],
      ['not-provisioned'],
    );
  });

  organisation.plant('back again, two old values', 2, (story) => {
    const person = story.employee();
    const login = loginOf(person);
    story.tell(
      {
        old: story.old(person, { ...sent(person.address, login), ...SUSPENDED }),
        new: story.next(person, sends(person.address, login)),
        app: story.row(person, { Status: 'Inactive' }),
        tier: 'employee-id',
      },
      'was inactive, so "nothing changes" cannot be said: SCIM creates an account beside the one at the SSO value',
      ['duplicate-account', 'warning:reactivated-in-new', 'warning:sso-scim-divergence', 'error:account-email-drift'],
      ['new-account', 'warning:reactivated-in-new'],
    );
  });
}
