import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

export const ROOT = new URL('../../', import.meta.url).pathname;
const SRC = join(ROOT, 'src');

/** One source file: its path from `src/`, and what it imports. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Paths from `src/` for files of ours, the specifier for anything else. */
  readonly imports: readonly string[];
}

export function sources(): SourceFile[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(SRC, path), 'utf8');
      const imports = ts.preProcessFile(text).importedFiles.map(({ fileName }) => resolve(path, fileName));
      return { path, text, imports };
    });
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith('.') ? relative(SRC, join(SRC, dirname(from), specifier)) : specifier;
}

/** Everything outside `node/` and `cli/`, and the door of `node/`. */
export function isCore(path: string): boolean {
  return !path.startsWith('node/') && !path.startsWith('cli/') && path !== 'node.ts';
}

/** The room a file is in: its first folder, or the file itself at the top of `src/`. */
export function roomOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : path;
}
