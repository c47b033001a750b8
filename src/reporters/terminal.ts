import { byNumber, LIVE } from './live-characters.ts';

const LONGEST = 160;

/** Makes text that may come from an export harmless in a terminal, and short. */
export function inert(text: string): string {
  const characters = text.length > LONGEST ? [...text.slice(0, LONGEST * 2)] : null;
  const short =
    characters !== null && characters.length > LONGEST
      ? `${characters.slice(0, LONGEST).join('')}… (${text.length} characters)`
      : text;
  return short.replace(LIVE, byNumber);
}

/** Styles that a terminal understands; without colour, the text as it is. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
  good(text: string): string;
}

export function styleFor(color: boolean): Style {
  const wrap = (open: number, close: number) => (text: string) =>
    color ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return { bold: wrap(1, 22), dim: wrap(2, 22), bad: wrap(31, 39), warn: wrap(33, 39), good: wrap(32, 39) };
}
