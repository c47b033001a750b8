/** When two addresses are the same: for the service provider (six policies), and for pairing (the normal form). */
import { domainToASCII } from 'node:url';

export const POLICIES = ['exact', 'trim', 'ascii-ci', 'domain-ci', 'unicode-lower', 'nfkc-lower-strip'] as const;
export type Policy = (typeof POLICIES)[number];

function trim(text: string): string {
  return text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, '');
}

function untilStable(text: string, step: (text: string) => string): string {
  const after = step(text);
  return after === text ? text : untilStable(after, step);
}

function plainest(text: string): string {
  return trim(
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\p{Default_Ignorable_Code_Point}/gu, ''),
  );
}

/** What is not drawn is disallowed in a label (RFC 5892 section 2.6), though Node would let it vanish. */
function aLabel(domain: string): string {
  return /\p{Default_Ignorable_Code_Point}/u.test(domain) ? '' : domainToASCII(domain);
}

function withAsciiDomain(text: string): string {
  const at = text.lastIndexOf('@');
  const label = at < 0 ? '' : aLabel(text.slice(at + 1));
  return label === '' ? text : text.slice(0, at + 1) + label;
}

const FOLDS: Record<Policy, (value: string) => string> = {
  exact: (value) => value,
  trim,
  'ascii-ci': (value) => value.replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32)),
  'domain-ci': withAsciiDomain,
  'unicode-lower': (value) => value.toLowerCase(),
  'nfkc-lower-strip': (value) => untilStable(value, plainest),
};

function remembered(work: (value: string) => string): (value: string) => string {
  const known = new Map<string, string>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const fresh = work(value);
    known.set(value, fresh);
    return fresh;
  };
}

const REMEMBERED = new Map(POLICIES.map((policy) => [policy, remembered(FOLDS[policy])]));

/** What an address is to a service provider with this policy: two are one where this is equal. */
export function folded(policy: Policy, value: string): string {
  return REMEMBERED.get(policy)?.(value) ?? value;
}

/** Both are there, and are one address under the policy. */
export function sameAddress(policy: Policy, a: string | null, b: string | null): boolean {
  return a !== null && b !== null && folded(policy, a) === folded(policy, b);
}

/** The form in which pairing and the search for drifted accounts compare addresses, whatever the policy. */
export const normalizedEmail = remembered((value) =>
  untilStable(value, (text) =>
    withAsciiDomain(
      plainest(text)
        .replace(/^(mailto|smtp):/, '')
        .replace(/^<(.*)>$/, '$1')
        .replace(/^"(.*)"$/, '$1')
        .replace(/^'(.*)'$/, '$1'),
    ),
  ),
);

/** What stands before the domain in the normal form; null where there is no domain. */
export function localPart(value: string): string | null {
  const plain = normalizedEmail(value);
  const at = plain.lastIndexOf('@');
  return at < 0 ? null : plain.slice(0, at);
}
