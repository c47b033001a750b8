/** Nothing that a shell would expand; an `=` or `~` in front would be, by some. */
const PLAIN = /^[A-Za-z0-9_./,:@-][A-Za-z0-9_./,:@=-]*$/;
/** What is not seen, is taken for a space, or is lost on the way through a terminal. */
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{White_Space}/u;

/**
 * A text as one word for a POSIX shell. What cannot be seen is written by number, so that a line which is copied from a
 * terminal names the same file.
 *
 * @see POSIX.1-2024, Shell Command Language, section 2.2 on quoting
 */
export function posixWord(text: string): string {
  if (PLAIN.test(text)) return text;
  if (!UNSEEN.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
  const octal = [...new TextEncoder().encode(text)].map(byByte).join('');
  // A command substitution takes line ends off the end; what keeps them is not known to every shell.
  return text.endsWith('\n') ? `$'${octal}'` : `"$(printf '${octal}')"`;
}

function byByte(byte: number): string {
  const character = String.fromCharCode(byte);
  // A dash in front would be an option of printf.
  return PLAIN.test(character) && character !== '-' ? character : `\\${byte.toString(8).padStart(3, '0')}`;
}
