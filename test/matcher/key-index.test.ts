import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeyIndex } from '../../src/matcher/key-index.ts';

test('agrees with a plain map of lists', () => {
  const key = fc.constantFrom('', 'a', 'b', '__proto__', 'constructor', 'toString');
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.nat(9))), (entries) => {
      const index = new KeyIndex();
      const plain = new Map<string, number[]>();
      expect(index.isEmpty).toBe(true);
      for (const [at, value] of entries) {
        index.add(at, value);
        plain.set(at, [...(plain.get(at) ?? []), value]);
      }
      expect(index.isEmpty).toBe(plain.size === 0);
      expect([...index.keys()]).toEqual([...plain.keys()]);
      for (const at of ['', 'a', 'b', 'c', '__proto__', 'constructor', 'toString', 'valueOf']) {
        expect(index.get(at)).toEqual(plain.get(at) ?? []);
        expect(index.has(at)).toBe(plain.has(at));
      }
      const shared = new Map([...plain].filter(([, values]) => values.length > 1));
      expect(new Map(index.shared())).toEqual(shared);
    }),
    { numRuns: 500 },
  );
});
