import ts from 'typescript';

/** What a docstring says, part by part. */
export interface DocText {
  /** Everything before the first tag; empty where there is no docstring. */
  readonly text: string;
  readonly params: ReadonlyMap<string, string>;
  readonly returns: string;
  readonly throws: readonly string[];
  readonly see: readonly string[];
  readonly examples: readonly string[];
}

/** The docstring of a symbol, or of a signature, which has one of its own where it is a constructor. */
export function docText(of: ts.Symbol | ts.Signature, checker: ts.TypeChecker): DocText {
  const tags = isSymbol(of) ? of.getJsDocTags(checker) : of.getJsDocTags();
  const texts = (name: string) =>
    tags.filter((tag) => tag.name === name).map((tag) => ts.displayPartsToString(tag.text).trim());
  return {
    text: ts.displayPartsToString(of.getDocumentationComment(checker)).trim(),
    params: new Map(texts('param').map(nameAndText)),
    returns: texts('returns')[0] ?? '',
    throws: texts('throws'),
    see: texts('see'),
    examples: texts('example'),
  };
}

function isSymbol(of: ts.Symbol | ts.Signature): of is ts.Symbol {
  return 'escapedName' in of;
}

/** `name - what it is`, as the compiler hands it over: the name, a space, and the rest with or without its dash. */
function nameAndText(tag: string): [name: string, text: string] {
  const [, name = '', text = ''] = /^(\S+)\s*(?:-\s*)?(.*)$/s.exec(tag) ?? [];
  return [name, text];
}

/** The text of the last docstring in what stands before a node, which the compiler keeps for declarations only. */
export function docBefore(node: ts.Node, previousEnd: number): string {
  const before = node.getSourceFile().text.slice(previousEnd, node.getStart());
  const [, body = ''] = /\/\*\*((?:(?!\*\/).)*)\*\/\s*\|?\s*$/s.exec(before) ?? [];
  return body.replace(/^\s*\* ?/gm, '').trim();
}
