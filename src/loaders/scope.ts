import { globTest } from '../email/glob.ts';
import { trimWhiteSpace } from '../email/white-space.ts';
import { PreflightError } from '../errors.ts';
import type { ScopeRuleSeen } from '../model/input.ts';
import { duplicateHeaders, findNamed, type HeaderPlace, headerPlace } from './header.ts';
import { splitList } from './list-cell.ts';
import type { RawTable } from './raw-table.ts';
import { RuleWatch } from './rule-watch.ts';

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
  readonly watch: RuleWatch;
  readonly test: (cell: string) => boolean;
}

/** Tells which records are in scope. */
export class ScopeFilter {
  /** Of each scope, globs by column: one of them has to match. */
  readonly #only: readonly ReadonlyMap<number, readonly ColumnTest['test'][]>[];
  readonly #exclude: readonly ColumnTest[];
  readonly #tests: readonly ColumnTest[];
  readonly #hasLists: boolean;

  /**
   * @param scopes - whoever is in all of them is in scope
   * @throws PreflightError ERR_UNKNOWN_COLUMN
   */
  constructor(scopes: readonly Scope[], place: HeaderPlace & Pick<RawTable, 'hasLists'>, side: string) {
    this.#hasLists = place.hasLists === true;
    const tests = (rules: readonly ScopeRule[], verb: 'only' | 'exclude'): ColumnTest[] =>
      rules.map(({ column, glob }) => {
        const index = onlyColumn(place, column, `--${side}-${verb}`);
        const test = globTest(glob);
        const rule = { verb, said: `${column}=${glob}`, column: place.header[index] ?? '', glob };
        return { index, test, watch: new RuleWatch(rule, test) };
      });
    const only = scopes.map((scope) => tests(scope.only ?? [], 'only'));
    this.#only = only.map((rules) => {
      const byColumn = new Map<number, ColumnTest['test'][]>();
      for (const { index, test } of rules) byColumn.set(index, [...(byColumn.get(index) ?? []), test]);
      return byColumn;
    });
    this.#exclude = scopes.flatMap(({ exclude = [] }) => tests(exclude, 'exclude'));
    this.#tests = [...only.flat(), ...this.#exclude];
  }

  /** The last column that the scope depends on; -1 for none. */
  get lastColumn(): number {
    return Math.max(
      -1,
      ...this.#only.flatMap((columns) => [...columns.keys()]),
      ...this.#exclude.map(({ index }) => index),
    );
  }

  /** What became of each rule in the records that `observe` was shown. */
  get rules(): ScopeRuleSeen[] {
    return this.#tests.map(({ watch }) => watch.seen);
  }

  /** Sees a record that can be read, whether or not anybody else leaves it out: a rule for rooms is not wrong where rooms are no people anyway. */
  observe(cells: readonly string[]): void {
    for (const { index, watch } of this.#tests) {
      // Nothing more is to be seen once it has matched.
      if (!watch.isMatched) watch.look(this.#valuesOf(cells, index));
    }
  }

  includes(cells: readonly string[]): boolean {
    for (const columns of this.#only) {
      for (const [index, tests] of columns) {
        if (!tests.some((test) => this.#valuesOf(cells, index).some(test))) return false;
      }
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
