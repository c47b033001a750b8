/** How many different values two columns have, together and each alone. */
export interface CommonValues {
  readonly inBoth: number;
  readonly onlyOld: number;
  readonly onlyNew: number;
}

type Column = readonly (string | null)[];

/**
 * Compares the values of every old column with those of every new one. Each value is looked at once for each column it
 * is in, however many columns there are on the other side.
 *
 * @returns by old column, then by new column
 */
export function commonValues(old: readonly Column[], next: readonly Column[]): CommonValues[][] {
  const holders = new Map<string, number[]>();
  const newSizes = next.map((column, index) => {
    const values = distinct(column);
    for (const value of values) {
      const columns = holders.get(value);
      if (columns === undefined) holders.set(value, [index]);
      else columns.push(index);
    }
    return values.size;
  });
  return old.map((column) => {
    const values = distinct(column);
    const inBoth = next.map(() => 0);
    for (const value of values)
      for (const index of holders.get(value) ?? NONE) inBoth[index] = (inBoth[index] ?? 0) + 1;
    return inBoth.map((both, index) => ({
      inBoth: both,
      onlyOld: values.size - both,
      onlyNew: (newSizes[index] ?? 0) - both,
    }));
  });
}

function distinct(column: Column): Set<string> {
  const values = new Set<string>();
  for (const value of column) if (value !== null) values.add(value);
  return values;
}

const NONE: readonly number[] = [];
