import { PreflightError } from '../errors.ts';
import { findNamed } from './header.ts';

/** A column, and a glob (`*`, `?`) that its whole cell has to match; letter case does not matter. */
export interface ScopeRule {
  readonly column: string;
  readonly glob: string;
}

/** Who is in scope: every column named in `only` matches one of its globs, and nothing in `exclude` matches. */
export interface Scope {
  readonly only?: readonly ScopeRule[];
  readonly exclude?: readonly ScopeRule[];
}

interface ColumnPattern {
  readonly index: number;
  readonly pattern: RegExp;
}

/** Tells which records are in scope. */
export class ScopeFilter {
  /** Globs by column: one of them has to match. */
  readonly #only = new Map<number, RegExp[]>();
  readonly #exclude: readonly ColumnPattern[];

  /** @throws PreflightError ERR_UNKNOWN_COLUMN, ERR_USAGE for an empty glob */
  constructor(scope: Scope, header: readonly string[], file: string, side: string) {
    const patterns = (rules: readonly ScopeRule[], flag: string): ColumnPattern[] =>
      rules.map(({ column, glob }) => ({
        index: findNamed(header, column, file, flag),
        pattern: globPattern(glob, flag),
      }));
    for (const { index, pattern } of patterns(scope.only ?? [], `--${side}-only`)) {
      this.#only.set(index, [...(this.#only.get(index) ?? []), pattern]);
    }
    this.#exclude = patterns(scope.exclude ?? [], `--${side}-exclude`);
  }

  /** The last column that the scope depends on; -1 for none. */
  get lastColumn(): number {
    return Math.max(-1, ...this.#only.keys(), ...this.#exclude.map(({ index }) => index));
  }

  includes(cells: readonly string[]): boolean {
    for (const [index, patterns] of this.#only) {
      if (!patterns.some((pattern) => pattern.test(cells[index] ?? ''))) return false;
    }
    return !this.#exclude.some(({ index, pattern }) => pattern.test(cells[index] ?? ''));
  }
}

function globPattern(glob: string, flag: string): RegExp {
  if (glob === '') throw new PreflightError('ERR_USAGE', `${flag}: write COLUMN=GLOB, such as department=Sales*.`);
  // One `*` for a run of them: several in a row would backtrack without end.
  const source = glob
    .replace(/\*+/g, '*')
    .replace(/[.+^${}()|[\]\\/]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 'isu');
}
