const PLAIN = /^[\p{L}\p{N}_@=:,./-]+$/u;
/** Nothing that bash, PowerShell or cmd would expand, or end the quotes with. */
const QUOTABLE = /^[\p{L}\p{N}_@=:,./()[\]# -]+$/u;

/** A text as one word for any shell, or a placeholder where no quoting is safe in all of them. */
export function shellWord(text: string, placeholder: string): string {
  if (PLAIN.test(text)) return text;
  return QUOTABLE.test(text) ? `"${text}"` : placeholder;
}
