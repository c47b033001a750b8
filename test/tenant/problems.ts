import { asciiWord } from '../golden/organisation/identity.ts';
import type { Cells } from '../golden/organisation/story.ts';
import type { Somebody, Story, Tenant } from './tenant.ts';

/** Something that has to be put right in the new IdP. */
interface Problem {
  /** What is the matter. */
  readonly story: string;
  readonly people: number;
  /** What somebody does about it there. */
  readonly remedy: string;
  /** Plants the records of one person, before and after. */
  readonly plant: (story: Story, who: Somebody) => void;
}

const sends = (address: string): Cells => ({ userPrincipalName: address, mail: address });
const titleCase = (text: string) => text.replace(/(^|[.])[a-z]/g, (letter) => letter.toUpperCase());
const aliasOf = ({ latinFamily, serial }: Somebody) => `${asciiWord(latinFamily)}.${serial}@example.com`;
/** A record that was deleted and is kept for a while has its object id before the name. */
const tombstone = ({ guid, address }: Somebody) => `${guid.replaceAll('-', '')}${address}`;

/** The record is as `before` has it; null for none. */
const was =
  (before: (who: Somebody) => Cells | null): Problem['plant'] =>
  (story, who) =>
    story.before(who, before(who));

/** Of people with an employee number, which pairs them whatever the address is. */
const PROBLEMS: readonly Problem[] = [
  {
    story: 'Capital letters in both addresses',
    people: 24,
    remedy: 'written as Okta has them',
    plant: was(({ local }) => sends(`${titleCase(local)}@example.com`)),
  },
  {
    story: 'Both addresses at another domain',
    people: 24,
    remedy: 'back to the domain that Okta sends',
    plant: was(({ local }) => sends(`${local}@example.org`)),
  },
  {
    story: 'No `mail`, for want of a mailbox',
    people: 20,
    remedy: '`mail` filled in: no licence is needed for that',
    plant: was(() => ({ mail: '' })),
  },
  {
    story: 'Invited as a guest, with `#EXT#` in the UPN',
    people: 14,
    remedy: 'converted to an internal user, with the UPN of one',
    plant: was(({ local }) => ({
      userPrincipalName: `${local}_example.com#EXT#@example.onmicrosoft.com`,
      userType: 'Guest',
    })),
  },
  {
    story: 'An alias became the UPN',
    people: 14,
    remedy: 'UPN changed to the address',
    plant: was((who) => ({ userPrincipalName: aliasOf(who) })),
  },
  {
    story: '`mail` is a contact address: SSO and SCIM differ',
    people: 12,
    remedy: '`mail` changed to the address',
    plant: was(({ local }) => ({ mail: `${local}@mail.example.com` })),
  },
  {
    story: 'Both addresses at the fallback domain',
    people: 14,
    remedy: 'moved to the verified domain',
    plant: was(({ local }) => sends(`${local}@example.onmicrosoft.com`)),
  },
  {
    story: 'A space behind `mail`',
    people: 8,
    remedy: 'typed again',
    plant: was(({ address }) => ({ mail: `${address} ` })),
  },
  {
    story: 'An invisible character in `mail`',
    people: 8,
    remedy: 'typed again, not pasted',
    plant: was(({ address }) => ({ mail: `${address}\u200B` })),
  },
  {
    story: '`SMTP:` before `mail`',
    people: 4,
    remedy: 'taken off',
    plant: was(({ address }) => ({ mail: `SMTP:${address}` })),
  },
  {
    story: 'A Cyrillic letter in `mail`',
    people: 4,
    remedy: 'typed again, not pasted',
    plant: was(({ local }) => ({ mail: `${local.replace(/[aeo]/, cyrillic)}@example.com` })),
  },
  {
    story: 'A tag in `mail`',
    people: 2,
    remedy: 'taken off',
    plant: was(({ local }) => ({ mail: `${local}+claude@example.com` })),
  },
  {
    story: 'A dot for the `@` in `mail`',
    people: 4,
    remedy: 'corrected',
    plant: was(({ local }) => ({ mail: `${local}.example.com` })),
  },
  {
    story: 'Deleted by mistake, and exported with the UPN of a deleted user',
    people: 8,
    remedy: 'restored',
    plant: was((who) => ({ userPrincipalName: tombstone(who) })),
  },
  { story: 'Not in Entra yet', people: 10, remedy: 'created', plant: was(() => null) },
  {
    story: 'Not enabled yet',
    people: 10,
    remedy: 'enabled',
    plant: was(() => ({ accountEnabled: 'False' })),
  },
  {
    story: 'Hired again, and given another address',
    people: 8,
    remedy: 'back to the address of the account',
    plant: was(({ local }) => sends(`${local}2@example.com`)),
  },
  {
    story: 'Another address, and no employee id',
    people: 4,
    remedy: 'both filled in from personnel’s list',
    plant: was((who) => ({ ...sends(aliasOf(who)), employeeId: '' })),
  },
];

/** Of people without any. */
const WITHOUT_NUMBER = {
  story: 'Another domain, and no employee id on either side',
  people: 4,
  remedy: 'back to the domain that Okta sends',
  plant: was(({ local }) => sends(`${local}@example.org`)),
} as const satisfies Problem;

/** Of people of whom each two have the same one. */
const NUMBER_TWICE = {
  story: 'The employee id of somebody else',
  people: 4,
  remedy: 'corrected from personnel’s list',
} as const;

/** Every problem in the words of whoever has to put it right, and how many people have it. */
export const PROBLEM_LIST: readonly Pick<Problem, 'story' | 'people' | 'remedy'>[] = [
  ...PROBLEMS,
  WITHOUT_NUMBER,
  NUMBER_TWICE,
];

/** People whom the switch would cost their account, until somebody puts their record right in the new IdP. */
export function problems(tenant: Tenant): void {
  const putRight = (story: Story, who: Somebody) => {
    story.old(who);
    story.after(who);
    story.row(who);
  };
  for (const { story: name, people, plant } of PROBLEMS) {
    tenant.plant(name, people, (story) => {
      const who = story.employee('real problem');
      plant(story, who);
      putRight(story, who);
    });
  }
  tenant.plant(WITHOUT_NUMBER.story, WITHOUT_NUMBER.people, (story) => {
    const who = story.stranger('real problem');
    WITHOUT_NUMBER.plant(story, who);
    putRight(story, who);
  });
  tenant.plant(NUMBER_TWICE.story, NUMBER_TWICE.people / 2, (story) => {
    const [one, other] = [story.employee('real problem'), story.employee('real problem')];
    for (const who of [one, other]) {
      story.before(who, { employeeId: one.number });
      putRight(story, who);
    }
  });
}

function cyrillic(letter: string): string {
  return { a: '\u0430', e: '\u0435', o: '\u043E' }[letter] ?? letter;
}
