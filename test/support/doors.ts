import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from '../architecture/sources.ts';

/** What a caller imports from, and the source file behind it. */
export const DOORS = { 'idp-preflight': 'src/index.ts', 'idp-preflight/node': 'src/node.ts' } as const;
export type Door = keyof typeof DOORS;

/** One name that a door exports, and what it stands for. */
export interface Exported {
  readonly name: string;
  readonly symbol: ts.Symbol;
}

/** The doors as the compiler sees them. */
export interface Doors {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly exported: Readonly<Record<Door, readonly Exported[]>>;
}

/** Reads both doors; what they export is sorted by name. */
export function openDoors(): Doors {
  const options = compilerOptions();
  const files = Object.values(DOORS).map((file) => join(ROOT, file));
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const names = Object.keys(DOORS) as Door[];
  const exported = Object.fromEntries(names.map((door) => [door, exportsOf(door, program, checker)]));
  return { program, checker, exported: exported as Record<Door, Exported[]> };
}

/** The options of this project's tsconfig.json, with the doors found under their public names. */
export function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const paths = Object.fromEntries(Object.entries(DOORS).map(([door, file]) => [door, [join(ROOT, file)]]));
  return { ...options, paths };
}

function exportsOf(door: Door, program: ts.Program, checker: ts.TypeChecker): Exported[] {
  const source = program.getSourceFile(join(ROOT, DOORS[door]));
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`no module ${door}`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => ({
      name: symbol.name,
      symbol: symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
