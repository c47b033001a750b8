/** Controls, bidirectional and other format characters, line separators: whatever could move or hide text. */
export const LIVE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A character by its number, such as `⟨U+200B⟩`; a surrogate without its other half has one too. */
export function byNumber(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}
