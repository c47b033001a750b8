import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMPARE_POLICIES, comparisonKey } from '../../src/email/compare.ts';
import { policyGroups } from '../../src/email/partition.ts';

test('policies that make no difference to some addresses are one group', () => {
  expect(policyGroups(['ann@example.com', 'bob@example.com'])).toEqual([[...COMPARE_POLICIES]]);
});

test('a domain in capitals parts those who fold it from those who do not', () => {
  expect(policyGroups(['ann@Example.com', 'ann@example.com'])).toEqual([
    ['exact', 'trim'],
    ['ascii-ci', 'domain-ci', 'unicode-lower', 'nfkc-lower-strip'],
  ]);
});

test('an address that is odd without being equal to another parts nobody', () => {
  expect(policyGroups(['Ann@example.com', 'bob@example.com'])).toHaveLength(1);
});

const PIECES = [
  'a',
  'A',
  'b',
  ' ',
  '\u00a0',
  'ß',
  'ss',
  'K',
  '\u212a',
  'é',
  'e\u0301',
  '\u200b',
  '@',
  'ü',
  'xn--tda',
  '.',
  '1',
];
const address = fc
  .tuple(fc.array(fc.constantFrom(...PIECES), { maxLength: 3 }), fc.array(fc.constantFrom(...PIECES), { maxLength: 3 }))
  .map(([local, domain]) => `${local.join('')}@${domain.join('')}`);

test('two policies are in one group exactly if they say the same of every two addresses', () => {
  fc.assert(
    fc.property(fc.array(address, { maxLength: 8 }), (addresses) => {
      const groups = policyGroups(addresses);
      expect(groups.flat().sort()).toEqual([...COMPARE_POLICIES].sort());
      const says = (policy: string) =>
        addresses
          .flatMap((a) => addresses.map((b) => Number(comparisonKey(policy)(a) === comparisonKey(policy)(b))))
          .join('');
      const groupOf = (policy: string) => groups.findIndex((group) => group.some((member) => member === policy));
      for (const a of COMPARE_POLICIES) {
        for (const b of COMPARE_POLICIES) expect(groupOf(a) === groupOf(b)).toBe(says(a) === says(b));
      }
    }),
    { numRuns: 2000 },
  );
});
