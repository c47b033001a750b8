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

export type Part = CommandPart | FilePart | { readonly is: 'prose'; readonly text: string };

const FENCED = /^```(?<kind>console|yaml) ?(?<info>.*)\n(?<body>[\s\S]*?)^```\n/gm;
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
    if (kind === 'console') parts.push({ is: 'command', command: commandOf(body) });
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
