import { trimWhiteSpace } from '../../email/white-space.ts';

/** How the cells of a CSV file are set apart, and where its header starts. */
export interface Dialect {
  readonly delimiter: string;
  /** Bytes before the header: lines that are neither header nor record. */
  readonly offset: number;
  /** How many physical lines those are. */
  readonly lines: number;
}

/** `sep=;` of Excel. */
const SEPARATOR_LINE = /^"?sep=(.)"?$/iu;
/** `#TYPE …` of Windows PowerShell, `version:v1.0` of Entra bulk templates. */
const PREAMBLE = /^(?:"?#TYPE .*|"?version:v[0-9.]+"?[,;\t]*)$/iu;
const LINE = /^([^\r\n]*)(\r\n|\n|\r)/;
const HEAD = 65_536;

/** Recognises the lines before a header, and the delimiter. */
export function detectDialect(utf8: Buffer): Dialect {
  let rest = utf8.toString('utf8', 0, HEAD);
  let offset = 0;
  let lines = 0;
  let declared: string | undefined;
  for (let match = LINE.exec(rest); match !== null; match = LINE.exec(rest)) {
    const [line, content = ''] = match;
    const bare = trimWhiteSpace(content);
    const separator = SEPARATOR_LINE.exec(content)?.[1];
    if (separator === undefined && bare !== '' && !PREAMBLE.test(bare)) break;
    declared ??= separator;
    offset += Buffer.byteLength(line);
    lines += 1;
    rest = rest.slice(line.length);
  }
  return { delimiter: declared ?? commonest(rest), offset, lines };
}

/** The delimiter that occurs most in the first record, outside quotes. */
function commonest(text: string): string {
  const counts = new Map([
    [',', 0],
    [';', 0],
    ['\t', 0],
  ]);
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}
