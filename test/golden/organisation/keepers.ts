import { anchorOf, type Identity, latinNameOf, nameOf, spelledOut } from './identity.ts';
import type { Cells, Organisation } from './story.ts';

/** One way of being exported that changes nothing. */
interface Variety {
  readonly note: string;
  readonly tier: string;
  /** Where external ids are not read. */
  readonly jitTier?: string;
  readonly hasNumber?: boolean;
  readonly cells: (
    person: Identity,
    index: number,
  ) => { readonly old?: Cells; readonly new?: Cells; readonly app?: Cells };
}

const NUMBER = 'employee-id';
const PLAIN: Variety = { note: 'the same on both sides', tier: NUMBER, cells: () => ({}) };
const everywhere = (address: string) => ({
  old: { email: address, login: address },
  new: { mail: address, userPrincipalName: address },
  app: { Email: address },
});
const named = (displayName: string): Cells => ({ displayName, givenName: '', surname: '' });
const word = (text: string) => text.replace(/[^\p{L}\p{M}]/gu, '').toLowerCase();
const domainOf = ({ address }: Identity) => address.slice(address.indexOf('@'));

const VARIETIES: readonly Variety[] = [
  PLAIN,
  {
    note: 'no id: the address pairs, and the name agrees',
    tier: 'email-exact',
    hasNumber: false,
    cells: () => ({}),
  },
  {
    note: 'leading zeros of the number are lost',
    tier: NUMBER,
    cells: ({ number }) => ({ old: { employeeNumber: `000${number}` } }),
  },
  {
    note: 'the number in another case, and space around it',
    tier: NUMBER,
    cells: ({ number }) => ({ old: { employeeNumber: `EMP-${number}` }, new: { employeeId: ` emp-${number} ` } }),
  },
  {
    note: 'family name first',
    tier: 'email-exact',
    hasNumber: false,
    cells: (person) => ({ new: named(`${person.family}, ${person.given}`) }),
  },
  PLAIN,
  {
    note: 'an initial in place of the given name',
    tier: 'email-exact',
    hasNumber: false,
    cells: (person) => ({ new: named(`${person.given.charAt(0)}. ${person.family}`) }),
  },
  {
    note: 'a middle name on one side',
    tier: 'email-exact',
    hasNumber: false,
    cells: (person) => ({ new: named(`${person.given} Noor ${person.family}`) }),
  },
  {
    note: 'the name in Latin letters on one side',
    tier: 'email-exact',
    hasNumber: false,
    cells: (person) => ({ new: named(latinNameOf(person)) }),
  },
  {
    note: 'the name without its marks on one side',
    tier: 'email-exact',
    hasNumber: false,
    cells: (person) => ({ new: named(nameOf(person).normalize('NFD').replace(/\p{M}/gu, '')) }),
  },
  {
    note: 'umlauts spelled out on one side: the number pairs, whatever the name',
    tier: NUMBER,
    cells: (person) => ({
      new: named(
        nameOf(person)
          .normalize('NFC')
          .replace(/[äöüåø]/gu, spelledOut),
      ),
    }),
  },
  {
    note: 'no name in the new IdP',
    tier: 'email-exact',
    hasNumber: false,
    cells: () => ({ new: named('') }),
  },
  PLAIN,
  {
    note: 'capital letters in the address, and the same ones everywhere',
    tier: NUMBER,
    cells: (person) =>
      everywhere(person.local.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()) + domainOf(person)),
  },
  {
    note: 'a tag in the address, and the same one everywhere',
    tier: NUMBER,
    cells: (person) => everywhere(`${person.local}+work${domainOf(person)}`),
  },
  {
    note: 'an internationalised address',
    tier: NUMBER,
    cells: (person) => everywhere(`${word(person.given)}.${word(person.family)}${domainOf(person)}`),
  },
  {
    note: 'at a laboratory’s own domain',
    tier: NUMBER,
    cells: (person) => everywhere(`${person.local}@lab.example.org`),
  },
  {
    note: 'a domain that is written in letters of the country',
    tier: NUMBER,
    cells: (person) => everywhere(`${person.local}@münchen.example.org`),
  },
  PLAIN,
  {
    note: 'no number, but an AD anchor: GUID text there, base64 here',
    tier: 'immutable-id',
    hasNumber: false,
    cells: (person) => ({ old: { immutableId: person.guid }, new: { onPremisesImmutableId: anchorOf(person) } }),
  },
  {
    note: 'an external id and nothing else',
    tier: 'external-id',
    jitTier: 'email-exact',
    hasNumber: false,
    // Every badge carries the external id of the next person: whoever maps that column maps the wrong one.
    cells: (_, index) => {
      const id = 70_000 + index;
      return { old: { externalId: `${id}` }, new: { externalId: `${id}`, badgeNumber: `${id + VARIETIES.length}` } };
    },
  },
  {
    note: 'all ids agree',
    tier: NUMBER,
    cells: (person) => ({
      old: { immutableId: `{${person.guid.toUpperCase()}}` },
      new: { onPremisesImmutableId: anchorOf(person) },
    }),
  },
  {
    note: 'a number that is none',
    tier: 'email-exact',
    hasNumber: false,
    cells: (_, index) => ({
      old: { employeeNumber: ['n/a', 'TBD', '-', '000'][index % 4] ?? '' },
      new: { employeeId: ['unknown', 'none', '00', 'N/A'][index % 4] ?? '' },
    }),
  },
  {
    note: 'a number on one side only',
    tier: 'email-exact',
    cells: () => ({ new: { employeeId: '' } }),
  },
  PLAIN,
  {
    note: 'locked out for the moment, or with an expired password: active all the same',
    tier: NUMBER,
    cells: (_, index) => ({
      old: { status: ['LOCKED_OUT', 'PASSWORD_EXPIRED', 'RECOVERY', 'PROVISIONED'][index % 4] ?? '' },
    }),
  },
  {
    note: 'invited to the app and not there yet: the account holds the address',
    tier: NUMBER,
    cells: () => ({ app: { Status: 'Pending', Name: '' } }),
  },
  {
    note: 'more groups than before, in another order and case',
    tier: NUMBER,
    cells: () => ({
      old: { groups: 'Everyone;Claude Enterprise' },
      new: { groups: 'CLAUDE ENTERPRISE;Pilots;Everyone' },
    }),
  },
  {
    note: 'aliases besides the address',
    tier: NUMBER,
    cells: ({ address, local }) => ({
      new: { proxyAddresses: `SMTP:${address};smtp:${local}@mail.example.net;X500:/o=Example/cn=${local}` },
    }),
  },
  {
    note: 'line breaks, quotes, and a formula in cells that nothing reads',
    tier: NUMBER,
    cells: (_, index) => ({
      old: {
        postalAddress: 'Quillmere Instruments\n14 Lamplighter Way\nLeeds LS99 4QT',
        title: '=Head "Optics", EMEA',
      },
      new: { streetAddress: `1200 Tidewater Plaza\nSuite ${index}`, jobTitle: 'Buyer, "Optics"' },
    }),
  },
  {
    note: 'a private second address, which is evidence for nothing',
    tier: NUMBER,
    cells: ({ serial }) => ({ old: { secondEmail: `private.${serial}@post.example.net` } }),
  },
  {
    note: 'an administrator of the app',
    tier: NUMBER,
    cells: (_, index) => ({ app: { Role: index % 2 === 0 ? 'Admin' : 'Owner', 'Seat Tier': 'Premium' } }),
  },
];

/** People for whom nothing changes, exported in as many ways as do no harm. */
export function keepers(organisation: Organisation, count: number): void {
  organisation.plant('keeper', count, (story, index) => {
    const variety = VARIETIES[index % VARIETIES.length] ?? PLAIN;
    const person = story.anybody(variety.hasNumber ?? true);
    const cells = variety.cells(person, index);
    const who = {
      old: story.old(person, { groups: 'Everyone', ...cells.old }),
      new: story.next(person, { groups: 'Everyone', ...cells.new }),
      app: story.row(person, cells.app),
    };
    story.tellScim({ ...who, tier: variety.tier }, variety.note, ['keeps-account']);
    story.tellJit({ ...who, tier: variety.jitTier ?? variety.tier }, variety.note, ['keeps-account']);
  });
}
