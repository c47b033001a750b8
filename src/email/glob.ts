import { trimWhiteSpace } from './white-space.ts';

/**
 * Makes the test of a glob: `*` is any text, `?` any one character, letter case and white space around the text do not
 * count, and an empty glob matches empty text.
 */
export function globTest(glob: string): (text: string) => boolean {
  const pattern = [...glob.toLowerCase()];
  return (text) => matches(pattern, [...trimWhiteSpace(text).toLowerCase()]);
}

/** Not a regular expression: several `*` would make one try every way of splitting a long text. */
function matches(pattern: readonly string[], text: readonly string[]): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  let index = 0;
  while (index < text.length) {
    if (pattern[at] === '*') {
      star = at;
      resume = index;
      at += 1;
    } else if (pattern[at] === '?' || pattern[at] === text[index]) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      resume += 1;
      index = resume;
      at = star + 1;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}
