/** What every part of the generator draws with. */
import * as fc from 'fast-check';

/** Mostly the first value, which is also what it shrinks to. */
export function mostly<T>(usual: T, others: readonly T[], chance: number): fc.Arbitrary<T> {
  return fc.oneof(
    { withCrossShrink: true },
    { weight: 100 - chance, arbitrary: fc.constant(usual) },
    { weight: chance, arbitrary: fc.constantFrom(...others) },
  );
}
