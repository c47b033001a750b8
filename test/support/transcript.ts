/** A command on the page, with what it printed and its exit status. */
export interface CommandPart {
  readonly is: 'command';
  /** As it stands there, over several lines perhaps. */
  readonly command: string;
}

/** A file that the reader is told to write, or lines to add at the end of it. */
export interface FilePart {
  readonly is: 'file';
  readonly name: string;
  readonly isAdded: boolean;
  readonly text: string;
  /** As it stands on the page. */
  readonly source: string;
}

/** Lines of a file that the reader is told to change. */
export interface EditPart {
  readonly is: 'edit';
  readonly name: string;
  /** What stands there, once. */
  readonly before: string;
  /** What is to stand there. */
  readonly after: string;
  /** As it stands on the page. */
  readonly source: string;
}

/** A file that the reader is told to copy over another. */
export interface CopyPart {
  readonly is: 'copy';
  readonly from: string;
  readonly to: string;
  /** As it stands on the page. */
  readonly source: string;
}

export type Part = CommandPart | FilePart | EditPart | CopyPart | { readonly is: 'prose'; readonly text: string };

const FENCED = /^```(?<kind>console|yaml|diff) ?(?<info>.*)\n(?<body>[\s\S]*?)^```\n/gm;
const COPY = /^\$ cp (?<from>[\w.-]+) (?<to>[\w.-]+)\n$/;
const COMMAND = /^\$ (?<command>(?:.*\\\n)*.*)\n/;
const PROMPT = 'npx idp-preflight ';

/** Takes a page apart into prose, commands and files. */
export function partsOf(page: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const match of page.matchAll(FENCED)) {
    const { kind, info = '', body = '' } = match.groups ?? {};
    parts.push({ is: 'prose', text: page.slice(at, match.index) });
    at = match.index + match[0].length;
    if (kind === 'console') parts.push(copyOf(body, match[0]) ?? { is: 'command', command: commandOf(body) });
    else if (kind === 'diff') parts.push(editOf(info, body, match[0]));
    else {
      const name = info.replace(/, at the end$/, '');
      parts.push({ is: 'file', name, isAdded: name !== info, text: body, source: match[0] });
    }
  }
  parts.push({ is: 'prose', text: page.slice(at) });
  return parts;
}

/** A command block with what the command says. */
export function commandBlock(command: string, excerpt: string, status: number): string {
  return `\`\`\`console\n$ ${PROMPT}${command}\n${excerpt}\n$ echo $?\n${status}\n\`\`\`\n`;
}

function copyOf(body: string, source: string): CopyPart | null {
  const { from, to } = COPY.exec(body)?.groups ?? {};
  return from === undefined || to === undefined ? null : { is: 'copy', from, to, source };
}

/** Each line begins with what is done to it: `-` taken out, `+` put in, a space stays. */
function editOf(name: string, body: string, source: string): EditPart {
  const lines = body.split('\n').slice(0, -1);
  const without = (mark: string) =>
    lines
      .filter((line) => !line.startsWith(mark))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  const odd = lines.find((line) => !/^[-+ ]/.test(line));
  if (odd !== undefined) throw new Error(`a line of a change to ${name} says not what to do with it: ${odd}`);
  return { is: 'edit', name, before: without('+'), after: without('-'), source };
}

function commandOf(body: string): string {
  const command = COMMAND.exec(body)?.groups?.command ?? '';
  if (!command.startsWith(PROMPT)) throw new Error(`no command of idp-preflight: ${body.slice(0, 80)}`);
  return command.slice(PROMPT.length);
}

/** Puts a table, or whatever is made rather than written, between two marks. */
export function withMade(page: string, mark: string, made: string): string {
  const [begin, end] = [`<!-- ${mark} -->\n`, `<!-- /${mark} -->\n`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no place for ${mark}`);
  return `${page.slice(0, from)}${begin}${made}${page.slice(to)}`;
}
