/** The words of a command line as a shell would pass them on: plain words and '…', lines joined by a backslash. */
export function shellWords(text: string): string[] {
  const joined = text.replace(/\\\n\s*/g, ' ');
  const unknown = /["`$;&|<>()~]/.exec(joined.replace(/'[^']*'/g, ''));
  if (unknown !== null) throw new Error(`a shell would do something about ${unknown[0]} in: ${text}`);
  return [...joined.matchAll(/(?:'[^']*'|[^\s'])+/g)].map(([word]) => word.replaceAll("'", ''));
}
