import { describe, expect, it } from 'vitest';
import type { CrosswalkDecision } from '../../../src/model/crosswalk.ts';
import type { UserRecord } from '../../../src/model/user.ts';
import { type ReconcileOptions, reconcile } from '../../../src/reconcile.ts';

const A = 'ann@example.com';
const B = 'bob@example.com';
const C = 'cem@example.com';

interface Given {
  readonly old: readonly UserRecord[];
  readonly new: readonly UserRecord[];
  readonly app: readonly UserRecord[];
}

const ofOld = (email: string, app: string, decision?: CrosswalkDecision['decision']) => ({
  decision,
  old: { email },
  app,
});
const ofNew = (email: string, app: string, decision?: CrosswalkDecision['decision']) => ({
  decision,
  new: { email },
  app,
});

/** Each person's records by address, outcome, and what has to be decided; then what is wrong with the crosswalk. */
function said(given: Given, crosswalk: readonly CrosswalkDecision[], options: ReconcileOptions = {}): string[] {
  const { people, inputFindings } = reconcile(given, { mode: 'jit', ...options, crosswalk });
  const lines = people.map(({ old, new: next, app, owner, outcome, findings }) => {
    const users = [old?.sso, next?.sso, app?.sso].map((email) => (email ?? '-').replace('@example.com', ''));
    const conflict = findings.some(({ kind }) => kind === 'name-conflict') ? ' name-conflict' : '';
    return `${users.join(' ')} ${owner ? 'owner' : 'nobody'} ${outcome}${conflict}`;
  });
  const faults = inputFindings
    .filter(({ kind }) => kind.startsWith('crosswalk-'))
    .map(({ kind, message }) => `${kind}: ${message.replace(/^.*?: |\.$/g, '')}`);
  return [...lines.sort(), ...faults];
}

describe('the account of somebody who has left', () => {
  const left: Given = {
    old: [{ sso: A, name: 'Ann Lee', active: false }],
    new: [{ sso: A, name: 'Ann Lee' }],
    app: [{ sso: A, name: 'Olga Petrov' }],
  };

  it('is in doubt as long as nobody says anything', () => {
    for (const crosswalk of [[], [ofOld(A, A)]]) {
      expect(said(left, crosswalk)).toEqual(['ann ann ann owner unverified name-conflict']);
    }
  });

  it('is theirs by a human’s word', () => {
    expect(said(left, [ofOld(A, A, 'same')])).toEqual(['ann ann ann owner keeps-account']);
  });

  it('is an orphan at which they arrive, if it is not theirs', () => {
    expect(said(left, [ofOld(A, A, 'different')])).toEqual([
      '- - ann owner keeps-account',
      'ann ann - nobody account-takeover',
    ]);
  });

  it('is decided for all rows at the address, whichever comes first', () => {
    const rows = [
      { sso: A, name: 'Olga Petrov' },
      { sso: A, name: 'Ivan Orlov' },
    ];
    for (const app of [rows, [...rows].reverse()]) {
      expect(said({ ...left, app }, [ofOld(A, A, 'same')])).toEqual(['ann ann ann owner keeps-account']);
    }
  });

  it('still has another row, of one account under the policy, that was not decided on', () => {
    const app = [
      { sso: A, name: 'Olga Petrov' },
      { sso: 'ANN@example.com', name: 'Ivan Orlov' },
    ];
    const options = { compare: 'ascii-ci' } as const;
    expect(said({ ...left, app }, [ofOld(A, A, 'same')], options)).toHaveLength(1);
    expect(said({ ...left, app }, [ofOld(A, A, 'same')], options)[0]).toMatch(/unverified name-conflict$/);
    expect(said({ ...left, app }, [ofOld(A, A, 'same'), ofOld(A, 'ANN@example.com', 'same')], options)).toEqual([
      'ann ann ANN owner keeps-account',
    ]);
    // The account is refused as one: whoever is sure of the other row has to look again.
    expect(said({ ...left, app }, [ofOld(A, A, 'same'), ofOld(A, 'ANN@example.com', 'different')], options)).toContain(
      'crosswalk-conflict: the account is not at an address of theirs, or is that of somebody who comes first',
    );
  });
});

describe('an account that was taken from whoever came first', () => {
  const handedOn: Given = {
    old: [
      { sso: B, scim: A, name: 'Ann Lee', active: false },
      { sso: C, scim: 'Ann@example.com', name: 'Cem Ito', ids: { 'employee-id': '3' } },
    ],
    new: [{ sso: A, name: 'Olga Petrov', ids: { 'employee-id': '4' } }],
    app: [{ sso: A, name: 'Olga Petrov' }],
  };
  const refused = ofOld(B, A, 'different');

  it('falls to nobody unsaid: neither to a near spelling nor to whoever arrives', () => {
    expect(said(handedOn, [{ decision: 'different', old: { email: B }, new: { email: A } }, refused])).toEqual([
      '- - ann owner keeps-account',
      '- ann - nobody account-takeover',
      'bob - - nobody not-provisioned',
      'cem - - nobody not-provisioned',
    ]);
  });

  it('goes to whoever comes next, by a human’s word', () => {
    const apart: CrosswalkDecision = { decision: 'different', old: { email: B }, new: { email: A } };
    expect(said(handedOn, [apart, refused, ofNew(A, A, 'same')])).toEqual([
      '- ann ann owner keeps-account',
      'bob - - nobody not-provisioned',
      'cem - - nobody not-provisioned',
    ]);
    expect(said(handedOn, [apart, refused, ofOld(C, A, 'same')])).toEqual([
      '- ann - nobody account-takeover',
      'bob - - nobody not-provisioned',
      'cem - ann owner loses-access',
    ]);
  });

  it('stays with those who share it and of whom nothing is said', () => {
    const shared = {
      ...handedOn,
      old: [
        { sso: A, name: 'Ann Lee' },
        { sso: A, name: 'Bob Roe' },
      ],
      new: [{ sso: C }],
    };
    const crosswalk: CrosswalkDecision[] = [{ decision: 'different', old: { email: A, name: 'Ann Lee' }, app: A }];
    expect(said(shared, crosswalk)).toEqual([
      '- cem - nobody new-account',
      'ann - - nobody not-provisioned',
      'ann - ann owner loses-access',
    ]);
  });
});

describe('a newcomer', () => {
  const invited: Given = {
    old: [{ sso: B }],
    new: [{ sso: A, name: 'Ann Lee' }],
    app: [{ sso: A, name: 'Olga Petrov' }],
  };

  it('has been invited by hand, or not', () => {
    expect(said(invited, [])).toContain('- ann ann owner unverified name-conflict');
    expect(said(invited, [ofNew(A, A, 'same')])).toContain('- ann ann owner keeps-account');
    expect(said(invited, [ofNew(A, A, 'different')])).toContain('- ann - nobody account-takeover');
  });

  it('of two who arrive is the one whom a human names; of two whom humans name, none', () => {
    const two = {
      ...invited,
      new: [
        { sso: A, name: 'Ann Lee' },
        { sso: A, name: 'Bob Roe' },
      ],
    };
    const is = (name: string): CrosswalkDecision => ({ decision: 'same', new: { email: A, name }, app: A });
    expect(said(two, [])).toEqual([
      '- - ann owner keeps-account',
      '- ann - nobody account-takeover',
      '- ann - nobody account-takeover',
      'bob - - nobody not-provisioned',
    ]);
    expect(said(two, [is('Ann Lee')])).toEqual([
      '- ann - nobody account-takeover',
      '- ann ann owner keeps-account',
      'bob - - nobody not-provisioned',
    ]);
    expect(
      said(two, [is('Ann Lee'), is('Bob Roe')]).filter((line) => line.startsWith('crosswalk-conflict')),
    ).toHaveLength(2);
  });

  it('who is parted from an old user is not thereby invited', () => {
    const ids = { 'employee-id': '1' };
    const parted = { ...invited, old: [{ sso: B, ids }], new: [{ sso: A, ids }], app: [{ sso: A }, { sso: B }] };
    const apart: CrosswalkDecision = { decision: 'different', old: { email: B }, new: { email: A } };
    expect(said(parted, [])).toContain('bob ann bob owner account-takeover');
    expect(said(parted, [apart])).toContain('- ann - nobody account-takeover');
    expect(said(parted, [apart, ofNew(A, A, 'same')])).toContain('- ann ann owner keeps-account');
  });
});

describe('a newcomer who turns out to be somebody of the old IdP', () => {
  const returned: Given = {
    old: [{ sso: B, name: 'Ann Lee' }],
    new: [{ sso: A, name: 'Ann Lee' }],
    app: [{ sso: A, name: 'Olga Petrov' }],
  };
  const one: CrosswalkDecision = { decision: 'same', old: { email: B }, new: { email: A } };

  it('keeps the account that a human says is theirs', () => {
    expect(said(returned, [one])).toEqual(['- - ann owner keeps-account', 'bob ann - nobody account-takeover']);
    expect(said(returned, [one, ofNew(A, A, 'same')])).toEqual(['bob ann ann owner keeps-account']);
    expect(said(returned, [one, ofOld(B, A, 'same')])).toEqual(['bob ann ann owner keeps-account']);
  });

  it('has no account of which a human says of either half that it is not theirs', () => {
    const given = { ...returned, app: [{ sso: B, name: 'Ann Lee' }] };
    expect(said(given, [one])).toEqual(['bob ann bob owner duplicate-account']);
    const nobodys = ['- - bob owner keeps-account', 'bob ann - nobody new-account'];
    expect(said(given, [one, ofNew(A, B, 'different')])).toEqual(nobodys);
    expect(said(given, [one, ofOld(B, B, 'different')])).toEqual(nobodys);
    expect(said(given, [one, ofOld(B, B, 'different'), ofNew(A, B, 'same')])).toEqual([
      'bob ann bob owner duplicate-account',
      'crosswalk-conflict: another row says that the account is theirs',
      'crosswalk-conflict: another row says that the account is somebody else’s',
    ]);
  });
});

describe('what does not fit', () => {
  const plain: Given = { old: [{ sso: A }, { sso: B }], new: [{ sso: A }, { sso: B }], app: [{ sso: A }, { sso: B }] };
  const faults = (crosswalk: readonly CrosswalkDecision[], given = plain) =>
    said(given, crosswalk).filter((line) => line.startsWith('crosswalk-'));

  it('is an account at an address that is not theirs', () => {
    const why = 'the account is not at an address of theirs, or is that of somebody who comes first';
    expect(faults([ofOld(A, B, 'same')])).toEqual([`crosswalk-conflict: ${why}`]);
    expect(faults([ofNew(A, B, 'same')])).toEqual([`crosswalk-conflict: ${why}`]);
  });

  it('is an account that is theirs and is not', () => {
    expect(faults([ofOld(A, A, 'same'), ofOld(A, A, 'different')])).toEqual([
      'crosswalk-conflict: another row says that the account is somebody else’s',
      'crosswalk-conflict: another row says that the account is theirs',
    ]);
  });

  it('is what nobody doubts, and what nobody would think', () => {
    expect(faults([ofOld(A, A, 'same')])).toEqual(['crosswalk-stale: nothing speaks against it any more']);
    expect(faults([ofOld(A, B, 'different')])).toEqual(['crosswalk-stale: nothing takes it for theirs any more']);
  });

  it('is an account that is not on the list, was removed from it, or has no list', () => {
    const gone = "crosswalk-unknown: no account on the app's list has this address";
    expect(faults([ofOld(A, C, 'same')])).toEqual([gone]);
    const removed = { ...plain, app: [...plain.app, { sso: C, active: false }] };
    expect(faults([ofOld(A, C, 'different')], removed)).toEqual([gone]);
    const { app: _, ...unlisted } = plain;
    const { inputFindings } = reconcile(unlisted, { mode: 'jit', crosswalk: [ofOld(A, A, 'same')] });
    expect(inputFindings.map(({ message }) => message)).toEqual([
      "“same” for old ann@example.com and account ann@example.com: it is about an account, and the app's own list was not given.",
    ]);
  });

  it('is a row about one, or about three', () => {
    const two =
      'crosswalk-unknown: a row names a user of the old IdP and one of the new one, or one of them and an account of the app';
    expect(faults([{ decision: 'same', old: { email: A } }])).toEqual([two]);
    expect(faults([{ decision: 'same', app: A }])).toEqual([two]);
    expect(faults([{ decision: 'different', old: { email: A }, new: { email: A }, app: A }])).toEqual([two]);
    expect(faults([{ old: { email: A } }, { app: A }])).toEqual([]);
  });
});
