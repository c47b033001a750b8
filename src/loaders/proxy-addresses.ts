import { trimWhiteSpace } from '../email/white-space.ts';

/** The header key of Exchange's list of addresses. */
export const PROXY_ADDRESSES = 'proxyaddresses';

/** Lists are joined by `;`, `,`, space, `|`, `/` or `+`, each of which may also stand inside an address: only before a prefix. */
const JOINT = /[;,+|/\s](?==?[A-Za-z][A-Za-z0-9]*:)/;
/** What can not stand inside an address without quotes. */
const BETWEEN_ADDRESSES = /[;,|\s]+/;
/** `SMTP:`, `X400:`, and the `=EX:` of old Exchange servers. */
const PREFIX = /^=?[A-Za-z][A-Za-z0-9]*:/;
const QUOTED = /"([^"]*)"|'([^']*)'/g;
/** In capitals it marks the primary address. */
const PRIMARY = 'SMTP:';
/** Google gives every account one of these for routing; nobody has it as an address. */
const ROUTING = /\.test-google-a\.com$/i;

/** The primary addresses of a list of proxy addresses; there should be one. */
export function primaryAddresses(list: string): string[] {
  return entriesOf(list)
    .filter((entry) => entry.startsWith(PRIMARY))
    .map((entry) => entry.slice(PRIMARY.length));
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

/** Where a script wrote a list as text, PowerShell shows it in braces, others in brackets with each entry in quotes. */
function entriesOf(list: string): string[] {
  const text = trimWhiteSpace(list);
  if (/^\[.*\]$/s.test(text)) return [...text.matchAll(QUOTED)].map(([, double, single]) => double ?? single ?? '');
  const bare = text.startsWith('{') && text.endsWith('}') ? text.slice(1, -1) : text;
  return bare.split(JOINT).map(trimWhiteSpace);
}
