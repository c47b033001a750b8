import type { YAMLError } from 'yaml';

const MEANING: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: 'A config is one document, and a second one begins here.',
  TAB_AS_INDENT: 'YAML is indented by spaces, not by tabs.',
  BLOCK_AS_IMPLICIT_KEY: 'A colon and a space within text start another key: put the text in quotes.',
  TAG_RESOLVE_FAILED: 'An ! in front makes a tag in YAML, which a config has not: put the text in quotes.',
  BAD_ALIAS: 'A * or & in front means something else in YAML: put the text in quotes.',
  BAD_DIRECTIVE: 'A config has no directives: take the line that begins with % out.',
};

/** What is wrong with the YAML, and what was probably meant. */
export function yamlFault({ code, message, pos: [at] }: YAMLError, text: string): string {
  if (code === 'DUPLICATE_KEY') return `The key “${keyAt(text, at)}” is there twice: which of the two is meant?`;
  if (code === 'BAD_SCALAR_START') return `Text that begins with ${text[at] ?? 'that'} has to be in quotes.`;
  if (code === 'UNEXPECTED_TOKEN' && text[at] === '-')
    return 'A lone - begins a list in YAML: “not sent” is "-" in quotes.';
  return MEANING[code] ?? `This is neither YAML nor JSON: ${message.split('\n', 1)[0]}.`;
}

function keyAt(text: string, at: number): string {
  return /^(?:"[^"\n]*"|'[^'\n]*'|[^:\n]*)/.exec(text.slice(at))?.[0].trim() ?? '';
}
