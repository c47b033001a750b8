/** What a file is written in. */
export type TextFormat = 'csv' | 'json' | 'ldif';

/** No header of CSV begins like that: a list or an object, of whatever, well-formed or not. */
const JSON_START = /^(?:\[\s*(?:[{}[\]"]|null\b|$)|\{\s*(?:["'}]|\w+\s*:|$))/;
const LDIF_LINE = /^(?:version:\s*\d+\s*$|dn:)/i;
/** What ldapsearch writes above the first entry. */
const LDAPSEARCH = /^# (?:extended LDIF|LDAPv3)$/;
const COMMENT = /^(?:#| )/;

/**
 * Recognises a format by how a file begins, not by its name.
 *
 * @param head - the first few thousand characters
 */
export function detectFormat(head: string): TextFormat {
  // Also takes off the byte order mark of a file that was joined to an empty one.
  const text = head.trimStart();
  if (JSON_START.test(text)) return 'json';
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (LDIF_LINE.test(line) || LDAPSEARCH.test(line)) return 'ldif';
    if (line !== '' && !COMMENT.test(line)) return 'csv';
  }
  return 'csv';
}
