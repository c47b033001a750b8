import { type Organisation, sends, sent } from './story.ts';

const REJECTED = { side: 'new', finding: 'error:record-rejected' } as const;

/** Exports that lost something on their way, and records that are left out. */
export function damage(organisation: Organisation): void {
  lostCells(organisation);
  unreadable(organisation);
  words(organisation);
  leftOut(organisation);
  wholeExports(organisation);
}

function lostCells(organisation: Organisation): void {
  organisation.plant('mail lost in a spreadsheet', 2, (story) => {
    const person = story.employee();
    story.tell(
      {
        old: story.old(person),
        new: story.next(person, sends('#N/A', person.address)),
        app: story.row(person),
        tier: 'employee-id',
      },
      'a spreadsheet error is no value',
      ['sign-in-blocked', 'error:email-missing'],
      ['sign-in-blocked', 'error:email-missing'],
    );
  });

  organisation.plant('both old values lost', 2, (story, index) => {
    const person = story.employee();
    const old = story.old(person, sent('#REF!', '#N/A'));
    if (index === 0) {
      story.tell(
        { old, new: story.next(person), tier: 'employee-id' },
        'it cannot be known which address was sent, so no account is known to be theirs',
        ['new-account', 'error:email-missing'],
        ['new-account', 'error:email-missing'],
      );
    } else {
      story.tell(
        { old },
        'it cannot be known which address was sent, and nobody in the new IdP has this number',
        ['not-provisioned', 'error:email-missing', 'warning:missing-in-new'],
        ['loses-access', 'error:email-missing', 'warning:missing-in-new'],
      );
    }
  });

  organisation.plant('object written as its type', 2, (story) => {
    const person = story.employee();
    story.tell(
      {
        old: story.old(person, { managedSystems: 'System.String[]', title: 'Aide-m\uFFFDcanicien' }),
        new: story.next(person),
        app: story.row(person),
        tier: 'employee-id',
      },
      'the cells that were lost are none that anything reads',
      ['keeps-account'],
      ['keeps-account'],
    );
  });

  organisation.plant('name lost in an encoding', 2, (story) => {
    const person = story.employee();
    const displayName = `${person.given} ${person.family.slice(0, 2)}\uFFFD${person.family.slice(3)}`;
    story.tell(
      {
        old: story.old(person),
        new: story.next(person, { displayName, givenName: '', surname: '' }),
        app: story.row(person),
        tier: 'employee-id',
      },
      'a letter of the name is lost; the number says who it is',
      ['keeps-account'],
      ['keeps-account'],
    );
  });
}

function unreadable(organisation: Organisation): void {
  const note = 'the new record cannot be read, so nobody is there';
  organisation.plant('record with a cell too many', 1, (story) => {
    const person = story.employee();
    const entry = story.next(
      person,
      { jobTitle: 'Buyer; Optics', groups: 'Everyone' },
      { damage: (record) => record.replace('Buyer; Optics', 'Buyer, Optics') },
    );
    organisation.tellInputs({ ...REJECTED, entry, note: 'a comma that is not quoted makes a cell too many' });
    story.tell(
      { old: story.old(person), app: story.row(person) },
      note,
      ['loses-access', 'error:missing-in-new'],
      ['loses-access', 'error:missing-in-new'],
    );
  });

  organisation.plant('record cut off', 1, (story) => {
    const person = story.employee();
    const entry = story.next(person, {}, { damage: (record) => record.slice(0, record.indexOf(',True')) });
    organisation.tellInputs({ ...REJECTED, entry, note: 'what is mapped is missing from where the record is cut off' });
    story.tell(
      { old: story.old(person), app: story.row(person) },
      note,
      ['loses-access', 'error:missing-in-new'],
      ['loses-access', 'error:missing-in-new'],
    );
  });

  organisation.plant('quote never closed', 1, (story) => {
    const [person, next] = [story.employee(), story.employee()];
    const entry = story.next(
      person,
      { jobTitle: 'UNCLOSED' },
      { isLast: true, damage: (record) => record.replace('UNCLOSED', '"Lens grinder') },
    );
    organisation.tellInputs({ ...REJECTED, entry, note: 'a quote that is never closed swallows the next record' });
    story.next(next, {}, { isLast: true, damage: (record) => record });
    for (const lost of [person, next]) {
      story.tell(
        { old: story.old(lost), app: story.row(lost) },
        note,
        ['loses-access', 'error:missing-in-new'],
        ['loses-access', 'error:missing-in-new'],
      );
    }
  });
}

function words(organisation: Organisation): void {
  organisation.plant('status nobody knows', 2, (story, index) => {
    const person = story.employee();
    if (index === 0) {
      story.tell(
        {
          old: story.old(person, { status: 'ON_LEAVE' }),
          new: story.next(person),
          app: story.row(person, { Status: 'Hibernating' }),
          tier: 'employee-id',
        },
        'a status that nobody knows counts as active on the old side, and its row as an account',
        ['keeps-account'],
        ['keeps-account'],
      );
    } else {
      story.tell(
        {
          old: story.old(person),
          new: story.next(person, { accountEnabled: 'Unknown' }),
          app: story.row(person),
          tier: 'employee-id',
        },
        'a status that nobody knows counts as inactive on the new side',
        ['loses-access', 'error:inactive-in-new'],
        ['loses-access', 'error:inactive-in-new'],
      );
    }
  });
}

function leftOut(organisation: Organisation): void {
  organisation.plant('record twice', 2, (story) => {
    const person = story.employee();
    const next = story.next(person);
    story.again(next);
    story.tell(
      { old: story.old(person), new: next, app: story.row(person), tier: 'employee-id' },
      'the same record again, identical in every cell, is left out',
      ['keeps-account'],
      ['keeps-account'],
    );
  });

  organisation.plant('room', 6, (story, index) => {
    const address = `room-${index + 1}@example.com`;
    const name = { displayName: `Meeting room ${index + 1}`, givenName: '', surname: '' };
    story.next(story.stranger(), { ...sends(address), ...name, department: 'Rooms' });
  });
}

/** What must be said of the exports, besides the records that cannot be read. */
function wholeExports(organisation: Organisation): void {
  organisation.tellInputs(
    { side: 'old', finding: 'warning:round-count', note: 'exactly 1,000 records: a company, or a page?' },
    { side: 'old', finding: 'error:lossy-cell', column: 'email', note: '#REF! where the SSO value was' },
    { side: 'old', finding: 'error:lossy-cell', column: 'login', note: '#N/A where the SCIM value was' },
    {
      side: 'old',
      finding: 'warning:lossy-cell',
      column: 'managedSystems',
      note: 'a type name, where nothing is read',
    },
    { side: 'old', finding: 'warning:encoding-lossy', column: 'title', note: 'a letter lost, where nothing is read' },
    { side: 'old', finding: 'warning:duplicate-header', column: 'badgeColour', note: 'twice, and nothing reads it' },
    { side: 'old', finding: 'error:status-unknown', column: 'status', note: 'ON_LEAVE' },
    { side: 'new', finding: 'error:lossy-cell', column: 'mail', note: '#N/A where the SSO value was' },
    { side: 'new', finding: 'error:encoding-lossy', column: 'displayName', note: 'a letter of a name lost' },
    { side: 'new', finding: 'error:status-unknown', column: 'accountEnabled', note: 'Unknown' },
    { mode: 'scim', side: 'app', finding: 'error:status-unknown', column: 'Status', note: 'Hibernating' },
    {
      mode: 'jit',
      side: 'new',
      finding: 'warning:scope-unmatched',
      column: 'department',
      note: 'vehicles were to be left out, and there are none',
    },
    {
      mode: 'jit',
      side: 'new',
      finding: 'error:mapping-assumed',
      column: 'mail',
      note: 'nobody said that sign-in reads mail, and userPrincipalName differs for some',
    },
    {
      mode: 'jit',
      side: '',
      finding: 'error:id-kind-ignored',
      note: 'badge numbers were named as external ids: they disagree for everybody, and occur on both sides',
    },
  );
}
