import ts from 'typescript';
import type { Doors } from '../../support/doors.ts';
import { type DocText, docText } from './doc-text.ts';
import { type Value, valuesOf } from './values.ts';

/** A field of a type, or a parameter of a function. */
export interface Part {
  readonly name: string;
  readonly type: string;
  readonly isOptional: boolean;
  readonly text: string;
}

interface Named {
  readonly name: string;
  /** Its name, and its door where both doors have something of that name. */
  readonly heading: string;
  readonly docs: DocText;
}

export interface FunctionEntry extends Named {
  readonly kind: 'function';
  readonly declaration: ts.FunctionDeclaration;
  readonly parameters: readonly Part[];
  readonly returns: string;
}

export interface ClassEntry extends Named {
  readonly kind: 'class';
  /** Its own class above it. */
  readonly base: string;
  readonly construction: { readonly docs: DocText; readonly parameters: readonly Part[] } | null;
  readonly fields: readonly Part[];
}

export interface ConstantEntry extends Named {
  readonly kind: 'constant';
  readonly type: string;
}

export interface TypeEntry extends Named {
  readonly kind: 'type';
  /** A type as written, where it is neither a list of words nor a shape with fields. */
  readonly definition: string | null;
  readonly values: readonly Value[] | null;
  /** Types whose fields it has besides its own. */
  readonly bases: readonly string[];
  readonly fields: readonly Part[];
}

export type Entry = FunctionEntry | ClassEntry | ConstantEntry | TypeEntry;

const printer = ts.createPrinter({ removeComments: true });

/** Makes entries of symbols, and remembers every type of ours that they name. */
export class EntryReader {
  /** Types named so far that are declared in this project. */
  readonly named = new Set<ts.Symbol>();
  readonly #program: ts.Program;
  readonly #checker: ts.TypeChecker;
  readonly #exported: ReadonlySet<ts.Symbol>;

  constructor({ program, checker, exported }: Doors) {
    this.#program = program;
    this.#checker = checker;
    this.#exported = new Set(Object.values(exported).flatMap((names) => names.map(({ symbol }) => symbol)));
  }

  entry(name: string, symbol: ts.Symbol, heading = name): Entry {
    const [declaration] = symbol.declarations ?? [];
    const named = { name, heading, docs: docText(symbol, this.#checker) };
    if (declaration === undefined) throw new Error(`${name} is declared nowhere`);
    if (ts.isFunctionDeclaration(declaration)) return this.#function(named, declaration);
    if (ts.isClassDeclaration(declaration)) return this.#class(named, symbol, declaration);
    if (ts.isVariableDeclaration(declaration)) {
      return { kind: 'constant', ...named, type: this.#typeText(declaration, symbol) };
    }
    if (ts.isInterfaceDeclaration(declaration)) return this.#interface(named, symbol, declaration);
    if (ts.isTypeAliasDeclaration(declaration)) return this.#alias(named, declaration);
    throw new Error(`${name} is of a kind that the page does not know`);
  }

  #function(named: Named, declaration: ts.FunctionDeclaration): FunctionEntry {
    const { type } = declaration;
    if (type === undefined) throw new Error(`${named.name} does not say what it returns`);
    const parameters = this.#parameters(declaration, named.docs);
    return { kind: 'function', ...named, declaration, parameters, returns: this.#written(type) };
  }

  #class(named: Named, symbol: ts.Symbol, declaration: ts.ClassDeclaration): ClassEntry {
    const construction = declaration.members.find(ts.isConstructorDeclaration);
    const signature = construction && this.#checker.getSignatureFromDeclaration(construction);
    const docs = signature && docText(signature, this.#checker);
    const own = this.#checker
      .getPropertiesOfType(this.#checker.getDeclaredTypeOfSymbol(symbol))
      .filter((field) => field.valueDeclaration?.parent === declaration);
    return {
      kind: 'class',
      ...named,
      base: declaration.heritageClauses?.[0]?.types[0]?.expression.getText() ?? '',
      construction: construction && docs ? { docs, parameters: this.#parameters(construction, docs) } : null,
      fields: own.map((field) => this.#field(field)),
    };
  }

  #interface(named: Named, symbol: ts.Symbol, declaration: ts.InterfaceDeclaration): TypeEntry {
    const above = (declaration.heritageClauses ?? []).flatMap(({ types }) => types);
    // A base that nobody can import is no help: its fields are shown as the type's own.
    const bases = above.map(({ expression }) => this.#resolved(expression)).filter((base) => this.#exported.has(base));
    const fields = this.#checker
      .getPropertiesOfType(this.#checker.getDeclaredTypeOfSymbol(symbol))
      .filter((field) => !bases.some((base) => isDeclaredIn(field, base)));
    return {
      kind: 'type',
      ...named,
      definition: null,
      values: null,
      bases: bases.map((base) => base.name),
      fields: fields.map((field) => this.#field(field)),
    };
  }

  #alias(named: Named, { type }: ts.TypeAliasDeclaration): TypeEntry {
    const values = valuesOf(type, this.#checker);
    const definition = values === null ? this.#written(type) : null;
    return { kind: 'type', ...named, definition, values, bases: [], fields: [] };
  }

  #parameters({ parameters }: ts.SignatureDeclarationBase, docs: DocText): Part[] {
    return parameters.map((parameter) => {
      const name = parameter.name.getText();
      const isOptional = parameter.questionToken !== undefined || parameter.initializer !== undefined;
      const type = parameter.type === undefined ? 'unknown' : this.#written(parameter.type);
      return { name, type, isOptional, text: docs.params.get(name) ?? '' };
    });
  }

  #field(symbol: ts.Symbol): Part {
    const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
    const type = this.#typeText(symbol.valueDeclaration, symbol);
    return {
      name: symbol.name,
      type: isOptional ? type.replace(/ \| undefined$/, '') : type,
      isOptional,
      text: docText(symbol, this.#checker).text,
    };
  }

  /** The type as the source writes it, with its names; what the checker infers, where the source does not say. */
  #typeText(declaration: ts.Declaration | undefined, symbol: ts.Symbol): string {
    const holder = declaration as (ts.Declaration & { type?: ts.TypeNode; initializer?: ts.Expression }) | undefined;
    if (holder?.type !== undefined) return this.#written(holder.type);
    if (holder?.initializer && ts.isAsExpression(holder.initializer)) return this.#written(holder.initializer.type);
    return this.#checker.typeToString(
      this.#checker.getTypeOfSymbol(symbol),
      undefined,
      ts.TypeFormatFlags.NoTruncation,
    );
  }

  #written(node: ts.TypeNode): string {
    this.#remember(node);
    return printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()).replaceAll('    ', '  ');
  }

  /** Names of types anywhere in a type. */
  #remember(node: ts.Node): void {
    if (ts.isTypeReferenceNode(node)) {
      const symbol = this.#resolved(node.typeName);
      if (symbol.declarations?.some((declaration) => this.#isOurs(declaration))) this.named.add(symbol);
    }
    ts.forEachChild(node, (child) => this.#remember(child));
  }

  #isOurs(declaration: ts.Declaration): boolean {
    const file = declaration.getSourceFile();
    const isLibrary =
      this.#program.isSourceFileDefaultLibrary(file) || this.#program.isSourceFileFromExternalLibrary(file);
    return !isLibrary && !file.isDeclarationFile && !ts.isTypeParameterDeclaration(declaration);
  }

  #resolved(node: ts.Node): ts.Symbol {
    const symbol = this.#checker.getSymbolAtLocation(node);
    if (symbol === undefined) throw new Error(`nothing is known of ${node.getText()}`);
    return symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }
}

function isDeclaredIn(field: ts.Symbol, owner: ts.Symbol): boolean {
  return owner.declarations?.some((declaration) => declaration === field.valueDeclaration?.parent) ?? false;
}
