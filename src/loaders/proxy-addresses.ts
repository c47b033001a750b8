import { trimWhiteSpace } from '../email/white-space.ts';

/** The header key of Exchange's list of addresses. */
export const PROXY_ADDRESSES = 'proxyaddresses';

/** Lists are joined by `;`, `,`, space, `|` or `+`, each of which may also stand inside an address: only before a prefix. */
const JOINT = /[;,+|\s](?==?[A-Za-z][A-Za-z0-9]*:)/;
/** What can not stand inside an address without quotes. */
const BETWEEN_ADDRESSES = /[;,|\s]+/;
/** `SMTP:`, `X400:`, and the `=EX:` of old Exchange servers. */
const PREFIX = /^=?[A-Za-z][A-Za-z0-9]*:/;
/** In capitals it marks the primary address. */
const PRIMARY = 'SMTP:';
/** Google gives every account one of these for routing; nobody has it as an address. */
const ROUTING = /\.test-google-a\.com$/i;

/** The primary address of a list of proxy addresses; null where there is none, or more than one. */
export function primaryAddress(list: string): string | null {
  const primary = entriesOf(list).filter((entry) => entry.startsWith(PRIMARY));
  return primary.length === 1 ? (primary[0] ?? '').slice(PRIMARY.length) : null;
}

/** The mail addresses of a list, with or without prefixes: what X400, X500, SIP and others write is none. */
export function mailAddresses(list: string): string[] {
  return entriesOf(list)
    .flatMap((entry) => {
      const prefix = PREFIX.exec(entry)?.[0];
      if (prefix === undefined) return entry.split(BETWEEN_ADDRESSES);
      return prefix.toLowerCase() === 'smtp:' ? entry.slice(prefix.length).split(BETWEEN_ADDRESSES) : [];
    })
    .filter((address) => address.includes('@') && !ROUTING.test(address));
}

/** PowerShell shows a list in braces where a script wrote it as text. */
function entriesOf(list: string): string[] {
  const bare = list.startsWith('{') && list.endsWith('}') ? list.slice(1, -1) : list;
  return bare.split(JOINT).map(trimWhiteSpace);
}
