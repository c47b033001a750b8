const CONTROL = /\p{Cc}/u;

/**
 * Whether a value can be a mailbox address at all. Permissive: one `@`, something on both sides, no control
 * characters; internationalised addresses are allowed.
 *
 * @see RFC 6531 section 3.3
 */
export function isMailbox(value: string): boolean {
  const at = value.indexOf('@');
  return at > 0 && at < value.length - 1 && value.indexOf('@', at + 1) < 0 && !CONTROL.test(value);
}
