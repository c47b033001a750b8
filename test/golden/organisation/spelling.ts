import type { Identity } from './identity.ts';
import { both, type Organisation, sends } from './story.ts';

/** How an address comes out of the new IdP, and what that difference is called. */
interface Spelling {
  readonly classes: string;
  readonly of: (person: Identity) => string;
  /** Where the old address is not the ordinary one. */
  readonly from?: (person: Identity) => string;
  /** Further kinds that the spelling raises. */
  readonly invalid?: boolean;
}

const domainOf = ({ address }: Identity) => address.slice(address.indexOf('@') + 1);
const titleCase = (text: string) => text.replace(/(^|[.])[a-z]/g, (letter) => letter.toUpperCase());
/** The local part with a letter that Unicode can write in two ways, a ligature, or a Cyrillic double. */
const spell = (change: (local: string) => string) => (person: Identity) =>
  `${change(person.local)}@${domainOf(person)}`;

/** Those that nfkc-lower-strip, the A-label or taking off a wrapper undoes: they pair without any id. */
const FOLDED: readonly Spelling[] = [
  { classes: 'case', of: spell(titleCase) },
  { classes: 'case', of: ({ local, address }) => address.replace(`${local}@e`, `${local}@E`) },
  { classes: 'whitespace', of: ({ address }) => `${address} ` },
  { classes: 'whitespace', of: ({ address }) => `\u00A0${address}` },
  { classes: 'invisible', of: ({ address }) => `${address}\u200B` },
  { classes: 'invisible', of: spell((local) => local.replace('.', '.\u00AD')) },
  { classes: 'unicode-form', from: spell((local) => `ñ${local}`), of: spell((local) => `n\u0303${local}`) },
  { classes: 'compatibility', from: spell((local) => `fi.${local}`), of: spell((local) => `\uFB01.${local}`) },
  {
    classes: 'idn',
    from: ({ local }) => `${local}@münchen.example.org`,
    of: ({ local }) => `${local}@xn--mnchen-3ya.example.org`,
  },
  { classes: 'wrapper', of: ({ address }) => `SMTP:${address}` },
  { classes: 'wrapper', of: ({ address }) => `<${address}>` },
  { classes: 'case+whitespace', of: ({ address }) => `${address.toUpperCase()}\u2003` },
  // A tab is white space, and a control character besides: no mailbox.
  { classes: 'whitespace', of: ({ address }) => `${address}\t`, invalid: true },
];

/** Those that only an id can see through. */
const COARSE: readonly Spelling[] = [
  { classes: 'confusable', from: spell((local) => `a.${local}`), of: spell((local) => `\u0430.${local}`) },
  { classes: 'plus-tag', of: spell((local) => `${local}+claude`) },
  { classes: 'dots', of: spell((local) => local.replace('.', '')) },
  {
    classes: 'domain',
    of: ({ local, address }) => `${local}@${address.endsWith('.com') ? 'example.org' : 'example.com'}`,
  },
  { classes: 'local-part', of: spell((local) => local.split('.').reverse().join('_')) },
  {
    classes: 'case+domain',
    of: ({ local, address }) => `${titleCase(local)}@${address.endsWith('.net') ? 'example.com' : 'example.net'}`,
  },
  { classes: 'domain+local-part', of: ({ local, serial }) => `u${serial}${local.slice(0, 2)}@lab.example.org` },
];

const TIMES = 2;

/** One address spelled two ways: to the service provider, two addresses. */
export function spelling(organisation: Organisation): void {
  const plant = (kind: string, list: readonly Spelling[], tier: string) =>
    organisation.plant(kind, list.length * TIMES, (story, index) => {
      const { classes, of, from, invalid } = list[index % list.length] as Spelling;
      const person = tier === 'employee-id' ? story.employee() : story.stranger();
      const before = from?.(person) ?? person.address;
      const old = story.old(person, { email: before, login: before });
      const next = story.next(person, sends(of(person)));
      const app = story.row(person, { Email: before });
      story.tell(
        { old, new: next, app, tier, differs: both(classes) },
        `both channels send another spelling (${classes}): SCIM creates a second account beside the old one`,
        [
          'duplicate-account',
          'error:sso-email-mismatch',
          'error:scim-email-mismatch',
          ...(invalid ? (['error:email-invalid'] as const) : []),
        ],
        ['duplicate-account', 'error:sso-email-mismatch', ...(invalid ? (['error:email-invalid'] as const) : [])],
      );
    });
  plant('spelled otherwise, id', [...FOLDED, ...COARSE], 'employee-id');
  plant('spelled otherwise, no id', FOLDED, 'email-normalized');

  organisation.plant('SCIM alone differs', 5, (story) => {
    const person = story.employee();
    const other = titleCase(person.local) + person.address.slice(person.local.length);
    story.tell(
      {
        old: story.old(person),
        new: story.next(person, sends(person.address, other)),
        app: story.row(person),
        tier: 'employee-id',
        differs: { scim: 'case' },
      },
      'SCIM creates an account at the other spelling; sign-in alone would have been right',
      ['duplicate-account', 'error:scim-email-mismatch', 'error:sso-scim-divergence'],
      ['keeps-account'],
    );
  });

  organisation.plant('SSO alone differs', 5, (story) => {
    const person = story.stranger();
    const other = titleCase(person.local) + person.address.slice(person.local.length);
    story.tell(
      {
        old: story.old(person),
        new: story.next(person, sends(other, person.address)),
        app: story.row(person),
        tier: 'email-exact',
        differs: { sso: 'case' },
      },
      'SCIM links the account, and nobody can sign in to it; just-in-time provisioning would make a second one',
      ['sign-in-blocked', 'error:sso-email-mismatch', 'error:sso-scim-divergence'],
      ['duplicate-account', 'error:sso-email-mismatch'],
    );
  });
}
