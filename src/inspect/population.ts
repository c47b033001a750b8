import type { Side } from '../model/user.ts';
import { type ColumnFacts, holdsAddresses, isIdKind } from './column-facts.ts';
import type { Look } from './look.ts';

/** One file, and what its columns hold. */
export interface Inspected {
  readonly look: Look;
  readonly columns: readonly ColumnFacts[];
}

/** The files of one list, inspected. */
export interface InspectedSide {
  readonly side: Side | null;
  readonly files: readonly Inspected[];
}

/** A column of all files of one side. */
export type SideColumn = Pick<ColumnFacts, 'text' | 'kind' | 'readAs' | 'values' | 'forms'>;

/** The users of one side, which may be in several files. */
export interface Population {
  readonly files: readonly string[];
  readonly active: readonly boolean[];
  readonly emails: readonly SideColumn[];
  readonly ids: readonly SideColumn[];
}

/** Puts the files of one side one behind the other; a column that one of them has not is empty there. */
export function populationOf(inspected: readonly Inspected[]): Population {
  const [only] = inspected;
  const columns = inspected.length === 1 && only !== undefined ? only.columns : joined(inspected);
  return {
    files: inspected.map(({ look }) => look.table.file),
    active: inspected.flatMap(({ look }) => look.active),
    emails: columns.filter(holdsAddresses),
    ids: columns.filter(({ kind }) => isIdKind(kind)),
  };
}

function joined(inspected: readonly Inspected[]): (SideColumn & Pick<ColumnFacts, 'addresses'>)[] {
  const firsts = new Map<string, ColumnFacts>();
  for (const { columns } of inspected) {
    for (const column of columns) if (!firsts.has(column.text)) firsts.set(column.text, column);
  }
  return [...firsts].map(([text, first]) => {
    const parts = inspected.map(({ look, columns }) => {
      const found = columns.find((column) => column.text === text);
      const none = () => Array.from({ length: look.rows.length }, () => null);
      return { values: found?.values ?? none(), forms: found?.forms ?? none(), addresses: found?.addresses ?? 0 };
    });
    return {
      text,
      kind: first.kind,
      readAs: first.readAs,
      values: parts.flatMap(({ values }) => values),
      forms: parts.flatMap(({ forms }) => forms),
      addresses: parts.reduce((sum, { addresses }) => sum + addresses, 0),
    };
  });
}
