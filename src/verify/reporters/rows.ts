import type { Finding } from '../../model/finding.ts';
import type { User } from '../../model/user.ts';
import type { Verification, VerifiedPerson } from '../../model/verification.ts';
import type { RenderOptions } from '../../reporters/reporter.ts';
import { sentenceCell, shownCell, valueCell } from '../../reporters/spreadsheet-cell.ts';
import { reportedOf } from './reported.ts';

/** A finding and whose it is; a person without one has a row too. */
interface Row {
  readonly finding: Finding | null;
  readonly person: VerifiedPerson | null;
}

const COLUMNS: Readonly<Record<string, (row: Row) => string>> = {
  severity: ({ finding }) => sentenceCell(finding?.severity),
  kind: ({ finding }) => sentenceCell(finding?.kind),
  account: ({ person }) => sentenceCell(person?.account ?? undefined),
  sync: ({ person }) => sentenceCell(person?.sync ?? undefined),
  predicted: ({ person }) => sentenceCell(person?.predicted ?? undefined),
  owner: ({ person }) => (person === null ? '' : person.owner ? 'yes' : 'no'),
  waiver: ({ person }) => valueCell(person?.waiver?.id),
  list: ({ finding }) => (finding?.side === undefined ? '' : finding.side === 'app' ? 'app' : 'scim'),
  file: ({ finding }) => valueCell(finding?.file),
  line: ({ finding }) => (finding?.line === undefined ? '' : String(finding.line)),
  'old value': ({ finding }) => valueCell(finding?.old),
  'new value': ({ finding }) => valueCell(finding?.new),
  difference: ({ finding }) => sentenceCell(finding?.difference?.classes.join(' ')),
  'shown old': ({ finding }) => shownCell(finding?.difference?.old),
  'shown new': ({ finding }) => shownCell(finding?.difference?.new),
  message: ({ finding }) => sentenceCell(finding?.message),
  remedy: ({ finding }) => sentenceCell(finding?.remedy),
  'old name': ({ person }) => valueCell(person?.old?.name),
  'old sso': ({ person }) => valueCell(person?.old?.sso),
  'old scim': ({ person }) => valueCell(person?.old?.scim),
  'new name': ({ person }) => valueCell(person?.new?.name),
  'new sso': ({ person }) => valueCell(person?.new?.sso),
  'new scim': ({ person }) => valueCell(person?.new?.scim),
  'account before': ({ person }) => valueCell(person?.app?.sso),
  'accounts now': ({ person }) => (person === null ? '' : String(person.accounts.length)),
  'first account': ({ person }) => valueCell(person?.accounts[0]?.sso),
  'second account': ({ person }) => valueCell(otherThan(person?.accounts, 'sso')),
  'first synced': ({ person }) => valueCell(person?.synced[0]?.scim),
  'second synced': ({ person }) => valueCell(otherThan(person?.synced, 'scim')),
};

/** The names of the columns, in order. */
export const VERIFICATION_HEADER: readonly string[] = Object.keys(COLUMNS);
const READERS = Object.values(COLUMNS);

/** The cells of every finding: about the lists first, then of each person; with `all`, of people without one too. */
export function* verificationRows(verification: Verification, options: RenderOptions): Generator<string[]> {
  const cells = (row: Row) => READERS.map((cell) => cell(row));
  for (const finding of verification.inputFindings) yield cells({ finding, person: null });
  for (const person of reportedOf(verification, options)) {
    for (const finding of person.findings) yield cells({ finding, person });
    if (person.findings.length === 0) yield cells({ finding: null, person });
  }
}

/** The first with another address than the first. */
function otherThan(users: readonly User[] | undefined, attribute: 'sso' | 'scim'): string | null {
  return users?.find((user) => user[attribute] !== users[0]?.[attribute])?.[attribute] ?? null;
}
