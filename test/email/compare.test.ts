import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMPARE_POLICIES, type ComparePolicy, compareEmails, comparisonKey } from '../../src/email/compare.ts';

describe('exact', () => {
  test('equal where the code units are, and only there; symmetric', () => {
    const unit = fc.constantFrom(...'aA@. \u00A0\u200B\uFEFF', '\u00E9', 'e\u0301', '\u212A', 'k', '\uD83D', '\uDE00');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 6 }), fc.string({ unit, maxLength: 6 }), (a, b) => {
        const forth = compareEmails(a, b);
        const back = compareEmails(b, a);
        expect(forth.equal).toBe(a === b);
        expect(forth.difference === undefined).toBe(a === b);
        expect(back.equal).toBe(forth.equal);
        expect(back.difference?.classes).toEqual(forth.difference?.classes);
        expect(back.difference?.old).toBe(forth.difference?.new);
        expect(back.difference?.new).toBe(forth.difference?.old);
      }),
      { numRuns: 3000 },
    );
  });

  test('the same address is equal and has no difference', () => {
    expect(compareEmails('alice@example.com', 'alice@example.com')).toEqual({ equal: true });
    expect(compareEmails('', '')).toEqual({ equal: true });
  });

  test('is the default, and changes nothing', () => {
    expect(COMPARE_POLICIES).toContain('exact');
    expect(compareEmails('Alice@example.com', 'alice@example.com').equal).toBe(false);
    expect(comparisonKey('exact')(' \uFEFFA\u0301@x ')).toBe(' \uFEFFA\u0301@x ');
  });
});

test.each(['', 'EXACT', 'toString', '__proto__', 'constructor', 'hasOwnProperty'])('%j is no policy', (policy) => {
  const unknown = expect.objectContaining({ name: 'PreflightError', code: 'ERR_UNKNOWN_POLICY' });
  expect(() => comparisonKey(policy)).toThrow(unknown);
  expect(() => compareEmails('a@example.com', 'a@example.com', policy as ComparePolicy)).toThrow(unknown);
});
