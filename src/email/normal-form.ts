import { splitAddress, toALabel } from './domain.ts';
import { trimWhiteSpace } from './white-space.ts';

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const PREFIX = /^(?:mailto|smtp):/i;
const PLAIN = /^[a-z0-9._+@-]+$/;
const QUOTES = new Map([
  ['<', '>'],
  ['"', '"'],
  ["'", "'"],
]);

/** Removes code points that are not drawn at all, such as U+200B and U+00AD. */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** NFKC, lower case, invisible removed, trimmed; repeated until nothing changes. */
export function nfkcLowerStrip(text: string): string {
  // Nothing to fold: the common case, and many times cheaper.
  if (PLAIN.test(text)) return text;
  return untilStable(text, (current) => trimWhiteSpace(stripInvisible(current.normalize('NFKC').toLowerCase())));
}

/** Takes one of `mailto:`, `SMTP:`, `<…>` and quotes off; what has none stays as it is. */
function unwrapOnce(text: string): string {
  const bare = text.replace(PREFIX, '');
  if (bare !== text) return bare;
  const closing = QUOTES.get(text.charAt(0));
  return closing !== undefined && text.length > 1 && text.endsWith(closing) ? text.slice(1, -1) : text;
}

/** Takes wrappers off, however deep. */
export function unwrap(text: string): string {
  return untilStable(text, unwrapOnce);
}

/** The form under which two spellings of one address meet: nfkc-lower-strip, A-label domain, wrappers off. */
export function normalForm(address: string): string {
  if (PLAIN.test(address) && !address.includes('@xn--')) return address;
  // All wrappers between two foldings: folding once for each would take the square of their number.
  const bare = (text: string) => untilStable(text, (wrapped) => trimWhiteSpace(unwrapOnce(wrapped)));
  const folded = untilStable(address, (text) => bare(nfkcLowerStrip(text)));
  const halves = splitAddress(folded);
  return halves === null ? folded : `${halves.local}@${toALabel(halves.domain)}`;
}

/** Repeats a step until it changes nothing. */
export function untilStable(text: string, step: (text: string) => string): string {
  let current = text;
  for (;;) {
    const next = step(current);
    if (next === current) return next;
    current = next;
  }
}
