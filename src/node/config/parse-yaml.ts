import type { Node, Pair, ParsedNode } from 'yaml';
import { PreflightError } from '../../errors.ts';
import { nestingOf } from './nesting.ts';
import { yamlFault } from './yaml-fault.ts';

/** No config needs more; the parser would run out of stack long after. */
const MOST_LEVELS = 32;

/** A key or an index on the way from the top to a value. */
export type Step = PropertyKey;

/** What a config file says, and where. */
export interface ParsedYaml {
  readonly value: unknown;
  /** The fault, with the line and the column of a value, or of its key; of what is missing, those of what it is missing in. */
  fault(path: readonly Step[], message: string, at?: 'key' | 'value'): PreflightError;
  /** A value as it is written there; undefined for what is no text, number or the like, or is not there. */
  written(path: readonly Step[]): string | undefined;
}

/**
 * Reads YAML 1.2, of which JSON is a part, and nothing in it that could mean something else than it says: no aliases, no
 * tags, no directives, no keys but text, one document.
 *
 * @throws PreflightError ERR_CONFIG with the line, and the column in the message
 * @see https://yaml.org/spec/1.2.2/ chapter 10.3 on the core schema
 */
export async function parseYaml(text: string, file: string): Promise<ParsedYaml> {
  // Opened on demand: a check without a config starts without it.
  const yaml = await import('yaml');
  const lines = new yaml.LineCounter();
  const faultAt = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    return new PreflightError('ERR_CONFIG', `${message} (line ${line}, column ${col})`, { file, line });
  };
  if (nestingOf(new yaml.Parser().parse(text)) > MOST_LEVELS) {
    throw new PreflightError('ERR_CONFIG', `This is nested deeper than ${MOST_LEVELS} levels.`, { file });
  }
  const document = yaml.parseDocument(text, {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });
  const [broken] = [...document.errors, ...document.warnings];
  if (broken !== undefined) throw faultAt(broken.pos[0], yamlFault(broken, text));
  if (document.directives?.yaml.explicit === true)
    throw faultAt(0, 'A config has no directives: take the %YAML line out.');
  yaml.visit(document, {
    Alias: (_, { source, range }) => {
      throw faultAt(
        range?.[0] ?? 0,
        `A * in front makes an alias in YAML, which a config has not: write "*${source}" in quotes.`,
      );
    },
    Node: (_, node) => {
      const meant = node as Node & { readonly anchor?: string };
      if (meant.anchor !== undefined)
        throw faultAt(
          start(meant),
          'An & in front makes an anchor in YAML, which a config has not: put the text in quotes.',
        );
      if (meant.tag !== undefined)
        throw faultAt(
          start(meant),
          'An ! in front makes a tag in YAML, which a config has not: put the text in quotes.',
        );
    },
    Pair: (_, { key }) => {
      if (!yaml.isScalar(key) || typeof key.value !== 'string') {
        throw faultAt(
          yaml.isNode(key) ? start(key) : 0,
          'A key is text here: put it in quotes if it is meant as text.',
        );
      }
    },
  });
  if (document.contents === null || (yaml.isScalar(document.contents) && document.contents.value === null)) {
    throw new PreflightError(
      'ERR_CONFIG',
      'The config is empty. idp-preflight init writes one from the files at hand.',
      { file },
    );
  }
  const pairAt = (path: readonly Step[]): Pair<ParsedNode, ParsedNode | null> | undefined => {
    const parent = document.getIn(path.slice(0, -1), true);
    return yaml.isMap<ParsedNode, ParsedNode | null>(parent)
      ? parent.items.find(({ key }) => yaml.isScalar(key) && key.value === path.at(-1))
      : undefined;
  };
  const nodeAt = (path: readonly Step[]): Node | undefined => {
    const node = path.length === 0 ? document.contents : document.getIn(path, true);
    return yaml.isNode(node) ? node : undefined;
  };
  return {
    value: document.toJS(),
    fault: (path, message, at = 'value') => {
      const key = pairAt(path)?.key;
      const node = (at === 'key' ? key : nodeAt(path)) ?? key ?? nodeAt(path.slice(0, -1)) ?? document.contents;
      return faultAt(node === null ? 0 : start(node), message);
    },
    written: (path) => {
      const node = nodeAt(path);
      return yaml.isScalar(node) ? (node.source ?? String(node.value)) : undefined;
    },
  };
}

function start(node: Node): number {
  return node.range?.[0] ?? 0;
}
