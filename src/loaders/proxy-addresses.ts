import { trimWhiteSpace } from '../email/white-space.ts';

/** The header key of Exchange's list of addresses. */
export const PROXY_ADDRESSES = 'proxyaddresses';

/** Lists are joined by `;`, `,`, space or `+`, each of which may also stand inside an address: only before a prefix. */
const JOINT = /[;,+\s](?=[A-Za-z][A-Za-z0-9]*:)/;
/** In capitals it marks the primary address. */
const PRIMARY = 'SMTP:';

/** The primary address of a list of proxy addresses; null where there is none, or more than one. */
export function primaryAddress(list: string): string | null {
  const primary = list
    .split(JOINT)
    .map(trimWhiteSpace)
    .filter((entry) => entry.startsWith(PRIMARY));
  return primary.length === 1 ? (primary[0] ?? '').slice(PRIMARY.length) : null;
}
