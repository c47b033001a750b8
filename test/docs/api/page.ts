import type { DocText } from './doc-text.ts';
import type { ClassEntry, ConstantEntry, Entry, FunctionEntry, Part, TypeEntry } from './entries.ts';
import type { Surface } from './surface.ts';
import type { Value } from './values.ts';

const INTRODUCTION = `# API

What a program can import. \`idp-preflight\` runs in any JavaScript runtime and does no input or output; \`idp-preflight/node\` adds files
and streams, and exports everything of the other door besides. Both are ES modules and CommonJS, with types.

Findings are returned, errors are thrown: every one is a [\`PreflightError\`](#preflighterror) with a stable \`code\`. All fields are
read-only, and all values are as decoded, never trimmed; *no value* is \`null\`. Lines and record numbers count from 1.
\`ERR_INTERNAL\` may come from every function, and is a fault of this package.

A program that embeds the library, from two directories' pages to the irreversible step: [examples/migrate](../examples/migrate/README.md).
The kinds of findings: [findings.md](findings.md). This page is made from the code (\`npm run docs\`).
`;

const SECTIONS = [
  ['function', 'Functions'],
  ['class', 'Errors'],
  ['constant', 'Constants'],
  ['type', 'Types'],
] as const satisfies readonly (readonly [Entry['kind'], string])[];

/** One line of a signature; a longer one is broken, a parameter a line. */
const WIDTH = 100;

/** The whole page as Markdown. */
export function renderPage({ core, node, shapes }: Surface): string {
  const page = new Page([...core, ...node, ...shapes]);
  return [
    INTRODUCTION,
    overview('idp-preflight', core),
    overview('idp-preflight/node', node),
    '## idp-preflight\n',
    ...page.sections(core),
    '## idp-preflight/node\n',
    ...page.sections(node),
    '## Parts of the above\n',
    'Shapes that occur in the types above and have no name that can be imported.\n',
    ...shapes.map((entry) => page.entry(entry)),
  ].join('\n');
}

function overview(door: string, entries: readonly Entry[]): string {
  const rows = entries
    .filter(({ kind }) => kind === 'function')
    .map(({ name, heading, docs }) => `| [\`${name}\`](${anchor(heading)}) | ${cell(firstSentence(docs.text))} |`);
  return `| \`${door}\` | |\n|---|---|\n${rows.join('\n')}\n`;
}

class Page {
  readonly #names: ReadonlySet<string>;

  constructor(entries: readonly Entry[]) {
    this.#names = new Set(entries.map(({ name }) => name));
  }

  *sections(entries: readonly Entry[]): Generator<string> {
    for (const [kind, title] of SECTIONS) {
      const own = entries.filter((entry) => entry.kind === kind);
      if (own.length === 0) continue;
      yield `### ${title}\n`;
      yield* own.map((entry) => this.entry(entry));
    }
  }

  entry(entry: Entry): string {
    const parts = [`#### ${entry.heading}`, ...this.#body(entry), ...reading(entry.docs)];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  }

  #body(entry: Entry): string[] {
    switch (entry.kind) {
      case 'function':
        return this.#function(entry);
      case 'class':
        return this.#class(entry);
      case 'constant':
        return this.#constant(entry);
      case 'type':
        return this.#type(entry);
    }
  }

  #function({ name, docs, parameters, returns }: FunctionEntry): string[] {
    return [
      code(`${call(`function ${name}`, parameters)}: ${returns}`),
      prose(docs.text),
      this.#parts('parameter', parameters),
    ];
  }

  #class({ name, base, docs, construction, fields }: ClassEntry): string[] {
    const made = construction === null ? '' : code(call(`new ${name}`, construction.parameters));
    const how = construction === null ? '' : prose(construction.docs.text);
    const parameters = construction === null ? '' : this.#parts('parameter', construction.parameters);
    return [
      code(`class ${name} extends ${base}`),
      prose(docs.text),
      this.#above([base]),
      this.#parts('field', fields),
      how,
      made,
      parameters,
    ];
  }

  #constant({ name, type, docs }: ConstantEntry): string[] {
    return [code(`const ${name}: ${type}`), prose(docs.text)];
  }

  #type({ docs, definition, values, bases, fields }: TypeEntry): string[] {
    const shape = definition === null ? '' : code(definition);
    const words = values === null ? '' : wordsOf(values);
    return [prose(docs.text), shape, words, this.#above(bases), this.#parts('field', fields)];
  }

  #above(bases: readonly string[]): string {
    const links = bases.filter((base) => this.#names.has(base)).map((base) => `[\`${base}\`](${anchor(base)})`);
    return links.length === 0 ? '' : `All fields of ${links.join(' and ')}, and`;
  }

  #parts(what: 'field' | 'parameter', parts: readonly Part[]): string {
    if (parts.length === 0) return '';
    const rows = parts.map(({ name, isOptional, type, text }) => {
      // The signature above shows the shape of a parameter; in a table it would be a line without end.
      const shown = what === 'parameter' && type.includes('{') ? 'object' : this.#linked(type.replace(/\s+/g, ' '));
      return `| \`${name}${isOptional ? '?' : ''}\` | ${shown} | ${cell(text)} |`;
    });
    return `| ${what} | type | |\n|---|---|---|\n${rows.join('\n')}`;
  }

  /** A type as code, in which every name that the page describes is a link. */
  #linked(type: string): string {
    const pieces: { text: string; isLink: boolean }[] = [];
    for (const text of type.split(/('[^']*'|"[^"]*"|\b[A-Za-z_]\w*\b)/).filter((piece) => piece !== '')) {
      const last = pieces.at(-1);
      const isLink = this.#names.has(text) && /^[A-Z]/.test(text);
      if (last === undefined || isLink || last.isLink) pieces.push({ text, isLink });
      else last.text += text;
    }
    return pieces
      .map(({ text, isLink }) => {
        const shown = `\`${text.replaceAll('|', '\\|')}\``;
        return isLink ? `[${shown}](${anchor(text)})` : shown;
      })
      .join('');
  }
}

/** What follows the tables: results, errors, sources, examples. */
function reading({ returns, throws, see, examples }: DocText): string[] {
  return [
    returns === '' ? '' : `**Returns** ${prose(returns)}`,
    listed('Throws', throws),
    listed('See', see),
    ...examples.map((text) => code(exampleCode(text))),
  ];
}

function listed(title: string, texts: readonly string[]): string {
  if (texts.length <= 1) return texts.map((text) => `**${title}** ${prose(text)}`).join('');
  return `**${title}**\n\n${texts.map((text) => `- ${cell(text)}`).join('\n')}`;
}

/** The code of an example, without the fence that editors want around it. */
export function exampleCode(text: string): string {
  return text.replace(/^```ts\n/, '').replace(/\n```$/, '');
}

function wordsOf(values: readonly Value[]): string {
  if (values.every(({ text }) => text === '')) return values.map(({ word }) => `\`${word}\``).join(' · ');
  return `| value | |\n|---|---|\n${values.map(({ word, text }) => `| \`${word}\` | ${cell(text)} |`).join('\n')}`;
}

function call(callee: string, parameters: readonly Part[]): string {
  const parts = parameters.map(({ name, isOptional, type }) => `${name}${isOptional ? '?' : ''}: ${type}`);
  const line = `${callee}(${parts.join(', ')})`;
  if (!line.includes('\n') && line.length <= WIDTH) return line;
  return `${callee}(\n${parts.map((part) => `  ${part.replaceAll('\n', '\n  ')},\n`).join('')})`;
}

function code(text: string): string {
  return `\`\`\`ts\n${text}\n\`\`\``;
}

/** Lines of one paragraph are joined; a list keeps its lines. */
function prose(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\n\s*(?!- )/g, ' '))
    .join('\n\n')
    .replace(/(?<!`)\bERR_[A-Z_]+\b/g, '`$&`');
}

function cell(text: string): string {
  return prose(text)
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}

function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text;
}

/** As GitHub makes it of a heading. */
export function anchor(heading: string): string {
  return `#${heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-')}`;
}
