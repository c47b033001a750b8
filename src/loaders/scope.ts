import { globTest } from '../email/glob.ts';
import { trimWhiteSpace } from '../email/white-space.ts';
import { PreflightError } from '../errors.ts';
import { duplicateHeaders, findNamed, type HeaderPlace, headerPlace } from './header.ts';
import { splitList } from './list-cell.ts';
import type { RawTable } from './raw-table.ts';

/** A column, and a glob (`*`, `?`) that its whole cell has to match; letter case does not matter. */
export interface ScopeRule {
  /** Header text of the column. */
  readonly column: string;
  /** What its cell has to match, such as `Sales*`; the empty glob matches an empty cell. */
  readonly glob: string;
}

/** Who is in scope: every column named in `only` matches one of its globs, and nothing in `exclude` matches. */
export interface Scope {
  /** Who is in scope; rules of one column are alternatives, several columns all have to match. */
  readonly only?: readonly ScopeRule[];
  /** Who is left out, whatever `only` says. */
  readonly exclude?: readonly ScopeRule[];
}

interface ColumnTest {
  readonly index: number;
  readonly test: (cell: string) => boolean;
}

/** Tells which records are in scope. */
export class ScopeFilter {
  /** Globs by column: one of them has to match. */
  readonly #only = new Map<number, ColumnTest['test'][]>();
  readonly #exclude: readonly ColumnTest[];
  readonly #hasLists: boolean;

  /** @throws PreflightError ERR_UNKNOWN_COLUMN */
  constructor(scope: Scope, place: HeaderPlace & Pick<RawTable, 'hasLists'>, side: string) {
    this.#hasLists = place.hasLists === true;
    const tests = (rules: readonly ScopeRule[], flag: string): ColumnTest[] =>
      rules.map(({ column, glob }) => ({
        index: onlyColumn(place, column, flag),
        test: globTest(glob),
      }));
    for (const { index, test } of tests(scope.only ?? [], `--${side}-only`)) {
      this.#only.set(index, [...(this.#only.get(index) ?? []), test]);
    }
    this.#exclude = tests(scope.exclude ?? [], `--${side}-exclude`);
  }

  /** The last column that the scope depends on; -1 for none. */
  get lastColumn(): number {
    return Math.max(-1, ...this.#only.keys(), ...this.#exclude.map(({ index }) => index));
  }

  includes(cells: readonly string[]): boolean {
    for (const [index, tests] of this.#only) {
      if (!tests.some((test) => this.#valuesOf(cells, index).some(test))) return false;
    }
    return !this.#exclude.some(({ index, test }) => this.#valuesOf(cells, index).some(test));
  }

  /** Of several values any may match. */
  #valuesOf(cells: readonly string[], index: number): string[] {
    const cell = cells[index] ?? '';
    return this.#hasLists ? splitList(cell) : [cell];
  }
}

/** A column that decides on scope must not stand there twice: which of the two is meant is a guess. */
function onlyColumn(place: HeaderPlace, column: string, flag: string): number {
  const index = findNamed(place, column, flag);
  const text = place.header[index] ?? '';
  if (!duplicateHeaders(place.header).has(trimWhiteSpace(text))) return index;
  throw new PreflightError(
    'ERR_UNKNOWN_COLUMN',
    `${flag}: several columns are named "${text}". Rename those that are not meant.`,
    { ...headerPlace(place), column: text },
  );
}
