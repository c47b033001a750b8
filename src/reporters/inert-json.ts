/** Controls beyond ASCII and format characters, which JSON leaves as they are and a terminal would obey. */
const LIVE = /[\u007F-\u009F\u2028\u2029]|\p{Cf}/gu;

/** JSON with the characters that a terminal would obey written as escapes; they stand in strings only. */
export function inertJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(LIVE, (character) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
