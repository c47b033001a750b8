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

/**
 * Makes the test of whether a record is in scope.
 *
 * @throws PreflightError ERR_UNKNOWN_COLUMN, ERR_USAGE for an empty glob
 */
export function scopeTest(scope: Scope, header: readonly string[], file: string, side: string): (cells: readonly string[]) => boolean {
  const only = new Map<number, RegExp[]>();
  for (const rule of scope.only ?? []) {
    const index = findNamed(header, rule.column, file, `--${side}-only`);
    only.set(index, [...(only.get(index) ?? []), globPattern(rule.glob, `--${side}-only`)]);
  }
  const exclude = (scope.exclude ?? []).map((rule) => ({
    index: findNamed(header, rule.column, file, `--${side}-exclude`),
    pattern: globPattern(rule.glob, `--${side}-exclude`),
  }));
  return (cells) => {
    for (const [index, patterns] of only) if (!patterns.some((pattern) => pattern.test(cells[index] ?? ''))) return false;
    return !exclude.some(({ index, pattern }) => pattern.test(cells[index] ?? ''));
  };
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
