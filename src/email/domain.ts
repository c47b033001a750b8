/** Letters, marks, digits, hyphens, middle dots and the full stops of IDNA: a URL parser would cut or decode anything else. */
const PLAIN_DOMAIN = /^[\p{L}\p{M}\p{N}\-.\u00B7\u30FB\u3002\uFF0E\uFF61]+$/u;
const ASCII_DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/;
/** What a URL parser makes of a domain whose last label is a number. */
const IPV4 = /^[0-9]+(\.[0-9]+){3}$/;

/** Splits an address at its last `@`; null where there is none. */
export function splitAddress(address: string): { local: string; domain: string } | null {
  const at = address.lastIndexOf('@');
  return at < 0 ? null : { local: address.slice(0, at), domain: address.slice(at + 1) };
}

/**
 * The lower-case A-label form of a domain; a domain with no valid A-label stays as it is.
 *
 * @see RFC 5890 section 2.3.2.1
 */
export function toALabel(domain: string): string {
  if (ASCII_DOMAIN.test(domain) && !domain.includes('xn--')) return domain;
  if (!PLAIN_DOMAIN.test(domain)) return domain;
  try {
    const host = new URL(`http://${domain}`).hostname;
    return ASCII_DOMAIN.test(host.replace(/\.$/, '')) && !IPV4.test(host) ? host : domain;
  } catch {
    return domain;
  }
}
