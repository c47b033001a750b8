/** Letters, marks, digits, hyphens and the full stops of IDNA: anything else would let a URL parser cut or decode. */
const PLAIN_DOMAIN = /^[\p{L}\p{M}\p{N}\-.\u3002\uFF0E\uFF61]+$/u;
const ASCII_DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/;
const NUMERIC_LABEL_LAST = /(^|\.)(0x[0-9a-f]*|[0-9]+)\.?$/i;

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
  // A last label of digits would be parsed, and rewritten, as an IPv4 address.
  if (!PLAIN_DOMAIN.test(domain) || NUMERIC_LABEL_LAST.test(domain)) return domain;
  try {
    const host = new URL(`http://${domain}`).hostname;
    return ASCII_DOMAIN.test(host.replace(/\.$/, '')) ? host : domain;
  } catch {
    return domain;
  }
}
