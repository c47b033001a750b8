import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import * as core from '../../src/index.ts';
import * as node from '../../src/node.ts';
import { ROOT } from '../architecture/sources.ts';

/** Everything a door exports, with its type as a caller sees it. */
function surface(door: string): string {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const file = join(ROOT, 'src', door);
  const program = ts.createProgram([file], options);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`no module ${door}`);
  const format =
    ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias | ts.TypeFormatFlags.MultilineObjectLiterals;
  const lines = checker.getExportsOfModule(module).map((exported) => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0;
    const type = isValue ? checker.getTypeOfSymbol(symbol) : checker.getDeclaredTypeOfSymbol(symbol);
    const members = isValue ? [] : checker.getPropertiesOfType(type).map((member) => memberLine(checker, member));
    const shape =
      members.length > 0 && type.isClassOrInterface()
        ? `{\n${members.join('\n')}\n}`
        : checker.typeToString(type, undefined, format);
    return `${isValue ? 'value' : 'type'} ${exported.name}: ${shape}`;
  });
  return `${lines.sort().join('\n')}\n`;
}

function memberLine(checker: ts.TypeChecker, member: ts.Symbol): string {
  const optional = member.flags & ts.SymbolFlags.Optional ? '?' : '';
  const type = checker.typeToString(checker.getTypeOfSymbol(member), undefined, ts.TypeFormatFlags.NoTruncation);
  return `  ${member.name}${optional}: ${type}`;
}

describe('the public API (npx vitest run test/public-api --update writes it)', () => {
  it('of idp-preflight is what it was', async () => {
    await expect(surface('index.ts')).toMatchFileSnapshot('index.api.txt');
  });

  it('of idp-preflight/node is what it was', async () => {
    await expect(surface('node.ts')).toMatchFileSnapshot('node.api.txt');
  });

  it('has in idp-preflight/node everything of idp-preflight', () => {
    expect(Object.keys(node)).toEqual(expect.arrayContaining(Object.keys(core)));
  });
});
