import ts from 'typescript';
import { docBefore, docText } from './doc-text.ts';

/** One member of a union of words. */
export interface Value {
  readonly word: string;
  /** What it means; empty where its source says nothing of it. */
  readonly text: string;
}

/**
 * The words that a type stands for, in the order in which the source lists them: the checker's own order depends on
 * what it happened to see first. Understands a union as written, `keyof typeof OBJECT`, `(typeof LIST)[number]` and
 * `(typeof REGISTRY)[number]['id']`.
 *
 * @returns null for a type that is no union of words
 */
export function valuesOf(node: ts.TypeNode, checker: ts.TypeChecker): readonly Value[] | null {
  if (!isUnionOfWords(checker.getTypeFromTypeNode(node))) return null;
  if (ts.isUnionTypeNode(node)) return writtenValues(node);
  if (ts.isTypeOperatorNode(node)) return keyValues(node, checker);
  if (!ts.isIndexedAccessTypeNode(node)) return null;
  const key = stringLiteral(node.indexType);
  if (key === null) return elementsOf(node.objectType, checker).map((element) => elementValue(element, checker));
  const inner = unwrapped(node.objectType);
  if (!ts.isIndexedAccessTypeNode(inner)) return null;
  return elementsOf(inner.objectType, checker).map((element) => registeredValue(element, key, checker));
}

function isUnionOfWords(type: ts.Type): boolean {
  return type.isUnion() ? type.types.every((member) => member.isStringLiteral()) : type.isStringLiteral();
}

function writtenValues({ types, pos }: ts.UnionTypeNode): Value[] {
  return types.map((member, index) => ({
    word: stringLiteral(member) ?? member.getText(),
    text: docBefore(member, types[index - 1]?.end ?? pos),
  }));
}

function keyValues({ type }: ts.TypeOperatorNode, checker: ts.TypeChecker): Value[] {
  return checker
    .getPropertiesOfType(checker.getTypeFromTypeNode(type))
    .map((property) => ({ word: property.name, text: docText(property, checker).text }));
}

/** The elements of the list that `typeof LIST` names. */
function elementsOf(node: ts.TypeNode, checker: ts.TypeChecker): readonly ts.Expression[] {
  const query = unwrapped(node);
  return listed(ts.isTypeQueryNode(query) ? query.exprName : node, checker);
}

/** The elements of the list that a name stands for, those of a list that is spread in it among them. */
function listed(node: ts.Node, checker: ts.TypeChecker): readonly ts.Expression[] {
  const named = resolved(node, checker);
  const declaration = named?.valueDeclaration;
  const initializer =
    declaration !== undefined && ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  const list = initializer !== undefined && ts.isAsExpression(initializer) ? initializer.expression : initializer;
  if (list === undefined || !ts.isArrayLiteralExpression(list)) throw new Error(`${node.getText()} is no plain list`);
  return list.elements.flatMap((element) =>
    ts.isSpreadElement(element) ? listed(element.expression, checker) : [element],
  );
}

function elementValue(element: ts.Expression, checker: ts.TypeChecker): Value {
  const type = checker.getTypeAtLocation(element);
  const siblings = ts.isArrayLiteralExpression(element.parent) ? element.parent.elements : undefined;
  const previous = siblings?.[siblings.indexOf(element) - 1]?.end ?? siblings?.pos ?? element.pos;
  return { word: type.isStringLiteral() ? type.value : element.getText(), text: docBefore(element, previous) };
}

/** An entry of a registry: its docstring says what it means, or else its title. */
function registeredValue(element: ts.Expression, key: string, checker: ts.TypeChecker): Value {
  const type = checker.getTypeAtLocation(element);
  const word = (property: string): string => {
    const found = checker.getPropertyOfType(type, property);
    const value = found === undefined ? undefined : checker.getTypeOfSymbolAtLocation(found, element);
    return value?.isStringLiteral() ? value.value : '';
  };
  const symbol = resolved(element, checker);
  const text = symbol === undefined ? '' : docText(symbol, checker).text;
  return { word: word(key), text: text === '' ? word('title') : text };
}

function resolved(node: ts.Node, checker: ts.TypeChecker): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(node);
  return symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function unwrapped(node: ts.TypeNode): ts.TypeNode {
  return ts.isParenthesizedTypeNode(node) ? unwrapped(node.type) : node;
}

function stringLiteral(node: ts.TypeNode): string | null {
  return ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? node.literal.text : null;
}
