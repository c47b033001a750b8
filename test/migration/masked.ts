/** What a page has in place of what is another in every run. */
export const MASKS = { key: '<key id>', hash: '<64 hex digits>' } as const;

/** A text without keys, and without hashes, many of which rest on these. */
export function masked(text: string): string {
  return text.replace(/(?<=\bkey )[0-9a-f]{64}\b/g, MASKS.key).replace(/\b[0-9a-f]{64}\b/g, MASKS.hash);
}
