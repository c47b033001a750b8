import { latinNameOf } from './identity.ts';
import { both, DISABLED, type Organisation, SUSPENDED, sends } from './story.ts';

/** People without a user on one of the sides, and accounts that nobody claims. */
export function leaversAndJoiners(organisation: Organisation): void {
  organisation.plant('missing', 8, (story) => {
    const person = story.employee();
    story.tell(
      { old: story.old(person), app: story.row(person) },
      'was not provisioned to the new IdP',
      ['loses-access', 'error:missing-in-new'],
      ['loses-access', 'error:missing-in-new'],
    );
  });

  organisation.plant('missing, without the app', 4, (story) => {
    const person = story.stranger();
    story.tell(
      { old: story.old(person) },
      'is not in the new IdP, and is no member of the app either; without the list every active old user is one',
      ['not-provisioned', 'warning:missing-in-new'],
      ['loses-access', 'error:missing-in-new'],
    );
  });

  organisation.plant('inactive in new', 6, (story, index) => {
    const person = index % 2 === 0 ? story.employee() : story.stranger();
    story.tell(
      {
        old: story.old(person),
        new: story.next(person, DISABLED),
        app: story.row(person),
        tier: index % 2 === 0 ? 'employee-id' : 'email-exact',
      },
      'still disabled in the new IdP',
      ['loses-access', 'error:inactive-in-new'],
      ['loses-access', 'error:inactive-in-new'],
    );
  });

  organisation.plant('inactive in new, without the app', 3, (story) => {
    const person = story.employee();
    story.tell(
      { old: story.old(person), new: story.next(person, DISABLED), tier: 'employee-id' },
      'disabled in the new IdP, and no member of the app',
      ['not-provisioned', 'warning:inactive-in-new'],
      ['loses-access', 'error:inactive-in-new'],
    );
  });

  organisation.plant('inactive owner', 4, (story) => {
    const person = story.employee();
    story.tell(
      { old: story.old(person, SUSPENDED), app: story.row(person, { Status: 'Inactive' }) },
      'has left, and the account is still listed: SCIM would deprovision it',
      ['loses-access', 'error:missing-in-new'],
      ['not-provisioned'],
    );
  });

  organisation.plant('inactive owner, disabled in new', 3, (story) => {
    const person = story.employee();
    story.tell(
      {
        old: story.old(person, { status: 'DEPROVISIONED' }),
        new: story.next(person, DISABLED),
        app: story.row(person),
        tier: 'employee-id',
      },
      'inactive on both sides, and the account is still listed',
      ['loses-access', 'error:inactive-in-new'],
      ['not-provisioned'],
    );
  });

  organisation.plant('inactive owner, row is somebody else', 2, (story) => {
    const [person, other] = [story.employee(), story.stranger()];
    story.tell(
      { old: story.old(person, SUSPENDED), app: story.row(person, { Name: latinNameOf(other) }) },
      'the only old user at the account has left, and the list names somebody else',
      ['unverified', 'error:name-conflict', 'error:missing-in-new'],
      ['not-provisioned'],
    );
  });

  organisation.plant('back again', 4, (story) => {
    const person = story.stranger();
    story.tell(
      { old: story.old(person, SUSPENDED), new: story.next(person), tier: 'email-exact' },
      'was inactive, is active now, and has no account yet',
      ['new-account', 'warning:reactivated-in-new'],
      ['new-account', 'warning:reactivated-in-new'],
    );
  });

  organisation.plant('back again, account still there', 3, (story) => {
    const person = story.employee();
    story.tell(
      {
        old: story.old(person, { status: 'STAGED' }),
        new: story.next(person),
        app: story.row(person, { Status: 'Suspended' }),
        tier: 'employee-id',
      },
      'was inactive, is active now, and finds the suspended account again',
      ['keeps-account', 'warning:reactivated-in-new'],
      ['new-account', 'warning:reactivated-in-new'],
    );
  });

  organisation.plant('joiner', 16, (story) => {
    const person = story.anybody();
    story.tell(
      { new: story.next(person) },
      'a seat that nobody has today',
      ['new-account', 'warning:unexpected-in-new'],
      ['new-account', 'warning:unexpected-in-new'],
    );
  });

  organisation.plant('joiner, not yet enabled', 4, (story) => {
    const person = story.employee();
    story.tell({ new: story.next(person, DISABLED) }, 'sends nothing yet', ['not-provisioned'], ['not-provisioned']);
  });

  organisation.plant('invited by hand', 6, (story, index) => {
    const person = story.employee();
    story.tell(
      { new: story.next(person), app: story.row(person, index % 2 === 0 ? { Status: 'Pending', Name: '' } : {}) },
      'no user of the old IdP, but the app lists them already, and they arrive with that address',
      ['keeps-account'],
      ['new-account', 'warning:unexpected-in-new'],
    );
  });

  organisation.plant('invited by hand, somebody else arrives', 2, (story) => {
    const [invited, person] = [story.stranger(), story.employee()];
    story.tell(
      { new: story.next(person, sends(invited.address)), app: story.row(invited, { Status: 'Pending' }) },
      'arrives at an account of nobody in the old IdP, which the list gives to somebody of another name',
      ['unverified', 'error:name-conflict'],
      ['new-account', 'warning:unexpected-in-new'],
    );
  });

  organisation.plant('invited by hand, two arrive', 1, (story) => {
    const [invited, one, other] = [story.stranger(), story.employee(), story.employee()];
    const app = story.row(invited, { Status: 'Pending' });
    for (const person of [one, other]) {
      story.tell(
        { new: story.next(person, sends(invited.address)) },
        'two new users arrive with the address of an account that is neither’s; without the list, one they would both create',
        ['account-takeover', 'error:account-takeover', 'warning:unexpected-in-new', 'warning:duplicate-email'],
        ['account-takeover', 'error:account-takeover', 'warning:unexpected-in-new', 'warning:duplicate-email'],
      );
    }
    story.tell({ app }, 'two arrive at it, so nobody claims it', ['loses-access', 'error:orphan-account']);
  });

  organisation.plant('orphan', 7, (story) => {
    const person = story.anybody();
    story.tell({ app: story.row(person) }, 'an account of nobody on either side: SCIM will deprovision it', [
      'loses-access',
      'error:orphan-account',
    ]);
  });

  organisation.plant('orphan with a namesake', 3, (story) => {
    const person = story.employee();
    story.tell(
      { old: story.old(person), new: story.next(person), tier: 'employee-id' },
      'signed up for the app with a private address, so the address of both IdPs leads to a new account',
      ['new-account'],
      ['keeps-account'],
    );
    story.tell(
      { app: story.row(person, { Email: `${person.local}@post.example.net` }) },
      'the private address of somebody who is in both IdPs under the same name',
      ['loses-access', 'error:orphan-account'],
    );
  });

  organisation.plant('orphan taken over', 2, (story) => {
    const [orphan, person] = [story.stranger(), story.employee()];
    story.tell(
      {
        old: story.old(person),
        new: story.next(person, sends(orphan.address)),
        app: story.row(person),
        tier: 'employee-id',
        differs: both(sameDomain(orphan.address, person.address) ? 'local-part' : 'domain+local-part'),
      },
      'moves to the address of an account that nobody claims',
      ['account-takeover', 'error:account-takeover', 'error:sso-email-mismatch', 'error:scim-email-mismatch'],
      ['duplicate-account', 'error:sso-email-mismatch'],
    );
    story.tell({ app: story.row(orphan) }, 'nobody’s, and somebody moves to it', [
      'loses-access',
      'error:orphan-account',
    ]);
  });

  organisation.plant('without the app', 36, (story, index) => {
    const person = story.anybody(index % 3 > 0);
    // A row that says removed is no account any more.
    if (index % 9 === 0) story.row(person, { Status: 'Removed' });
    story.tell(
      { old: story.old(person), new: story.next(person), tier: index % 3 > 0 ? 'employee-id' : 'email-exact' },
      'in both IdPs, and no member of the app yet; without the list everybody active is one',
      ['new-account'],
      ['keeps-account'],
    );
  });

  organisation.plant('gone from both', 20, (story, index) => {
    const person = story.anybody();
    const old = story.old(person, { status: ['DEPROVISIONED', 'SUSPENDED', 'STAGED'][index % 3] ?? '' });
    story.tell(
      index % 2 === 0 ? { old } : { old, new: story.next(person, DISABLED), tier: 'employee-id' },
      'inactive wherever there is a record',
      ['not-provisioned'],
      ['not-provisioned'],
    );
  });
}

function sameDomain(one: string, other: string): boolean {
  return one.slice(one.indexOf('@')) === other.slice(other.indexOf('@'));
}
