import { cellValue } from '../email/white-space.ts';
import { resolveMapping, type UserMap } from '../loaders/mapping.ts';
import type { Attribute } from '../model/user.ts';
import { type ColumnFacts, holdsAddresses } from './column-facts.ts';
import type { Inspected } from './population.ts';

/** The column that a command should name for an attribute. */
export interface SentColumn {
  /** Its title; null where no column holds an address. */
  readonly text: string | null;
  /** Whether it is what is read where nobody says anything. */
  readonly isDefault: boolean;
  /** Whether naming it leads to that very column, in every file of the side. */
  readonly canBeNamed: boolean;
}

/** The column of the profile's choice if anybody has a value there, else the one that holds most addresses. */
export function sentColumn(side: readonly Inspected[], attribute: Attribute): SentColumn {
  const byDefault = side.flatMap(({ columns }) => columns.filter(({ readAs }) => readAs.includes(attribute)));
  const found = byDefault.find(hasValue);
  const isFoundByHeader = side.every(({ look }) => look.emailFoundBy === 'header');
  const chosen = isFoundByHeader ? found : (mostAddresses(side) ?? undefined);
  const text = (chosen ?? mostAddresses(side))?.text ?? null;
  const isDefault = isFoundByHeader && found !== undefined && found.text === text;
  return { text, isDefault, canBeNamed: text !== null && side.every((one) => leadsTo(one, attribute, text)) };
}

/** A column that somebody chose: whether naming it leads to it in every file of the side. */
export function namedColumn(side: readonly Inspected[], attribute: Attribute, text: string): SentColumn {
  return { text, isDefault: false, canBeNamed: side.every((one) => leadsTo(one, attribute, text)) };
}

function hasValue({ values }: ColumnFacts): boolean {
  return values.some((value) => value !== null);
}

function mostAddresses(side: readonly Inspected[]): ColumnFacts | null {
  const columns = side.flatMap((one) => one.columns.filter(holdsAddresses));
  return columns.reduce<ColumnFacts | null>(
    (best, column) => (best === null || column.addresses > best.addresses ? column : best),
    null,
  );
}

/** A header text may stand there twice, or mean “not sent”. */
function leadsTo({ look, columns }: Inspected, attribute: Attribute, text: string): boolean {
  if (text === '-' || cellValue(text) === null) return false;
  const meant = columns.find((column) => column.text === text)?.column;
  const map: UserMap = { [attribute]: text };
  try {
    const side = look.isApp ? 'app' : 'old';
    const { columns: mapped } = resolveMapping(look.table, look.profile, look.isApp ? { email: text } : map, side);
    return meant !== undefined && mapped[attribute] === meant;
  } catch {
    return false;
  }
}
