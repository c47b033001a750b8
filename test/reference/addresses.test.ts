import { expect, test } from 'vitest';
import { localPart, normalizedEmail, POLICIES, type Policy, sameAddress } from './addresses.ts';
import { A } from './write.ts';

const ALL = POLICIES.filter((policy) => policy !== 'exact');

const SPELLINGS: [what: string, a: string, b: string, policies: readonly Policy[]][] = [
  ['case of the local part', A, 'A@example.com', ['ascii-ci', 'unicode-lower', 'nfkc-lower-strip']],
  ['case of the domain', A, 'a@Example.com', ['ascii-ci', 'domain-ci', 'unicode-lower', 'nfkc-lower-strip']],
  ['case beyond ASCII', 'é@example.com', 'É@example.com', ['unicode-lower', 'nfkc-lower-strip']],
  ['a space behind', A, `${A} `, ['trim', 'nfkc-lower-strip']],
  ['a no-break space before', A, `\u00a0${A}`, ['trim', 'nfkc-lower-strip']],
  ['a space within', A, 'a @example.com', []],
  ['U+200B within', A, 'a\u200b@example.com', ['nfkc-lower-strip']],
  ['U+200B behind', A, `${A}\u200b`, ['nfkc-lower-strip']],
  ['U+FEFF behind is no white space', A, `${A}\ufeff`, ['nfkc-lower-strip']],
  ['the Kelvin sign', 'k@example.com', '\u212a@example.com', ['unicode-lower', 'nfkc-lower-strip']],
  ['full width', A, '\uff41@example.com', ['nfkc-lower-strip']],
  ['composed and decomposed', 'é@example.com', 'e\u0301@example.com', ['nfkc-lower-strip']],
  ['U-label and A-label', 'a@bücher.example', 'a@xn--bcher-kva.example', ['domain-ci']],
  ['ß is not ss', 'ß@example.com', 'ss@example.com', []],
  ['ı is not i', 'ı@example.com', 'i@example.com', []],
  ['a wrapper', A, `mailto:${A}`, []],
  ['no accents are taken off', 'é@example.com', 'e@example.com', []],
];

test.each(SPELLINGS)('%s is one address under the policies that fold it, and under no other', (_, a, b, policies) => {
  expect(POLICIES.filter((policy) => sameAddress(policy, a, b))).toEqual(policies);
  expect(POLICIES.filter((policy) => sameAddress(policy, b, a))).toEqual(policies);
});

test('several at once take a policy that folds them all', () => {
  expect(POLICIES.filter((policy) => sameAddress(policy, A, 'A@example.com '))).toEqual(['nfkc-lower-strip']);
  expect(ALL.every((policy) => sameAddress(policy, A, A))).toBe(true);
});

test('no value is no address, not even the same', () => {
  expect(sameAddress('exact', null, null)).toBe(false);
  expect(sameAddress('nfkc-lower-strip', A, null)).toBe(false);
});

test('the normal form folds all of them, and takes wrappers off', () => {
  expect(normalizedEmail(' <Jose\u0301@EXAMPLE.com>\u200b')).toBe('josé@example.com');
  expect(normalizedEmail('SMTP:"a@BÜCHER.example"')).toBe('a@xn--bcher-kva.example');
  expect(normalizedEmail("'<mailto:a@example.com>'")).toBe(A);
});

test('the local part ends at the last @', () => {
  expect(localPart('"a@b"@Example.com')).toBe('"a@b"');
  expect(localPart('Ann.Lee')).toBeNull();
});
