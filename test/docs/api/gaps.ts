import ts from 'typescript';
import type { DocText } from './doc-text.ts';
import type { ClassEntry, Entry, FunctionEntry, Part, TypeEntry } from './entries.ts';
import { anchor } from './page.ts';
import type { Surface } from './surface.ts';

/** Words of these are explained on a page of their own. */
const EXPLAINED_ELSEWHERE: ReadonlySet<string> = new Set(['FindingKind', 'VerificationKind']);
const THROWN = /^(?:PreflightError|GateClosedError|RunbookRefusedError) (ERR_[A-Z_]+)(?:, ERR_[A-Z_]+)*/;

/** Everything public that the docstrings leave unsaid, a line each. */
export function gapsOf({ core, node, shapes }: Surface, checker: ts.TypeChecker): string[] {
  const entries = [...core, ...node, ...shapes];
  const errorCode = entries.find(({ name }) => name === 'ErrorCode');
  const known = new Set(errorCode?.kind === 'type' ? errorCode.values?.map(({ word }) => word) : []);
  return [
    ...entries.flatMap((entry) => [...gapsOfEntry(entry, checker)].map((gap) => `${entry.name} ${gap}`)),
    ...entries.flatMap(({ name, docs }) => wrongCodes(docs, known).map((code) => `${name} throws an unknown ${code}`)),
    ...clashingAnchors(entries),
  ];
}

function* gapsOfEntry(entry: Entry, checker: ts.TypeChecker): Generator<string> {
  if (entry.docs.text === '') yield 'has no docstring';
  if (entry.kind === 'function') yield* gapsOfFunction(entry, checker);
  if (entry.kind === 'class') yield* gapsOfClass(entry);
  if (entry.kind === 'type') yield* gapsOfType(entry);
}

function* gapsOfFunction({ docs, parameters, returns, declaration }: FunctionEntry, checker: ts.TypeChecker) {
  yield* gapsOfParameters(parameters, docs);
  if (docs.returns === '' && !/^(?:void|Promise<void>)$/.test(returns)) yield 'does not say what it returns';
  if (docs.throws.length === 0 && mayThrow(declaration, checker)) yield 'does not say what it throws';
  for (const text of docs.throws) if (!THROWN.test(text)) yield `throws “${text}”, without a class and a code`;
}

function* gapsOfClass({ construction, fields }: ClassEntry): Generator<string> {
  if (construction?.docs.text === '') yield 'does not say what making one is for';
  if (construction !== null) yield* gapsOfParameters(construction.parameters, construction.docs);
  yield* gapsOfFields(fields);
}

function* gapsOfType({ name, values, fields }: TypeEntry): Generator<string> {
  yield* gapsOfFields(fields);
  if (values === null || EXPLAINED_ELSEWHERE.has(name)) return;
  for (const { word, text } of values) if (text === '') yield `does not say what '${word}' means`;
}

function* gapsOfFields(fields: readonly Part[]): Generator<string> {
  for (const { name, text } of fields) if (text === '') yield `does not say what its field ${name} is`;
}

function* gapsOfParameters(parameters: readonly Part[], { params }: DocText): Generator<string> {
  for (const { name, text } of parameters) if (text === '') yield `does not say what its parameter ${name} is`;
  const names = parameters.map(({ name }) => name);
  for (const name of params.keys()) if (!names.includes(name)) yield `speaks of a parameter ${name} that it has not`;
}

/** Whether a function throws something itself, or calls one that says that it does. */
export function mayThrow(declaration: ts.FunctionDeclaration, checker: ts.TypeChecker): boolean {
  const throws = (node: ts.Node): boolean => {
    if (ts.isThrowStatement(node)) return true;
    if (ts.isCallExpression(node) && saysThatItThrows(node, checker)) return true;
    return ts.forEachChild(node, throws) ?? false;
  };
  return declaration.body !== undefined && throws(declaration.body);
}

function saysThatItThrows(call: ts.CallExpression, checker: ts.TypeChecker): boolean {
  const tags = checker.getResolvedSignature(call)?.getJsDocTags() ?? [];
  return tags.some(({ name }) => name === 'throws');
}

function wrongCodes({ throws }: DocText, known: ReadonlySet<string>): string[] {
  return throws.flatMap((text) => text.match(/\bERR_[A-Z_]+/g) ?? []).filter((code) => !known.has(code));
}

/** Headings that lead to the same place of the page. */
function clashingAnchors(entries: readonly Entry[]): string[] {
  const seen = new Set<string>();
  return entries.flatMap(({ heading }) => {
    const place = anchor(heading);
    if (seen.has(place)) return [`${heading} has the same anchor as another name`];
    seen.add(place);
    return [];
  });
}
