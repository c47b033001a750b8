import { trimWhiteSpace } from '../email/white-space.ts';
import type { Cells, Columns, DerivedColumn } from './columns.ts';
import type { ColumnName, Entries } from './profiles/profile.ts';

/** Columns of one entry of a list; -1 for what it has not. */
interface Entry {
  readonly value: number;
  readonly type: number;
  readonly primary: number;
}

/**
 * The entries of a list that stand in numbered columns, such as `emails.0.value`, `emails.0.type`, `emails.1.value`.
 *
 * @param keys - the header's keys
 * @param name - `emails#value`
 * @param which - the entries that count; default all
 * @param isList - whether all of them are meant, or else the best of them, and equally good ones together
 * @returns null where there are no such columns
 */
export function entriesColumn(
  columns: Columns,
  keys: readonly string[],
  name: ColumnName,
  which: Entries = ALL,
  isList = false,
): DerivedColumn | null {
  const entries = entriesOf(keys, name);
  const [first] = entries;
  if (first === undefined) return null;
  const counted = isList ? (which.inLists ?? which) : which;
  const numbered = (columns.text(first.value) ?? name).replace(/\d+/, 'N');
  return {
    text: isList || which.title === '' ? numbered : which.title,
    from: entries.flatMap(({ value, type, primary }) => [value, type, primary].filter((column) => column >= 0)),
    values: (cells) => {
      const found = entries.flatMap((entry) => {
        const rank = rankOf(cells, entry, counted);
        return rank < 0 ? [] : columns.values(cells, entry.value).map((value) => ({ value, rank }));
      });
      const best = isList ? Number.POSITIVE_INFINITY : Math.min(...found.map(({ rank }) => rank));
      return found.filter(({ rank }) => rank <= best).map(({ value }) => value);
    },
  };
}

const EVERY = '*';
const PRIMARY = 'primary';
const ALL: Entries = { title: '', kinds: [EVERY] };

function entriesOf(keys: readonly string[], name: ColumnName): Entry[] {
  const [stem = '', leaf = ''] = name.split('#');
  const numbers = keys.flatMap((key) => {
    const isOne = key.startsWith(stem) && key.endsWith(leaf) && key.length > stem.length + leaf.length;
    const number = isOne ? key.slice(stem.length, key.length - leaf.length) : '';
    return /^\d+$/.test(number) ? [number] : [];
  });
  return [...new Set(numbers)]
    .sort((a, b) => Number(a) - Number(b))
    .map((number) => {
      const at = (end: string) => keys.indexOf(`${stem}${number}${end}`);
      return { value: at(leaf), type: at('type'), primary: at(PRIMARY) };
    });
}

/** The place of an entry among the kinds that count; -1 where it does not. */
function rankOf(cells: Cells, { type, primary }: Entry, { kinds, except }: Pick<Entries, 'kinds' | 'except'>): number {
  const word = (column: number) => trimWhiteSpace(cells[column] ?? '').toLowerCase();
  // Some write it as the text “True”.
  const kind = word(primary) === 'true' ? PRIMARY : word(type);
  const rank = kinds.indexOf(kind);
  return rank < 0 && except?.includes(kind) !== true ? kinds.indexOf(EVERY) : rank;
}
