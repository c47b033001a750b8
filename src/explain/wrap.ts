/**
 * Breaks a text into lines at its spaces. What stands in backticks is a literal: it is kept on one line where it fits on
 * one, and its backticks are taken off.
 *
 * @param width - how long a line may be, in code points
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of wordsOf(text, width)) {
    const last = lines.at(-1);
    if (last !== undefined && lengthOf(last) + 1 + lengthOf(word) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function wordsOf(text: string, width: number): string[] {
  const parts = text.match(/(?:`[^`]*`|[^\s`])+/g) ?? [];
  return parts.map(plain).flatMap((part) => (lengthOf(part) <= width ? [part] : part.split(' ')));
}

/** A text as a terminal shows it: without the marks of a literal. */
export function plain(text: string): string {
  return text.replaceAll('`', '');
}

function lengthOf(text: string): number {
  return [...text].length;
}
