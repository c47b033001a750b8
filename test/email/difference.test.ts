import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { differenceOf } from '../../src/email/difference.ts';
import { DIFFERENCE_CLASSES, type DifferenceClass } from '../../src/model/finding.ts';

const ALICE = 'alice@example.com';

function classes(old: string | null, next: string | null): readonly DifferenceClass[] {
  const forth = differenceOf(old, next)?.classes ?? [];
  expect(differenceOf(next, old)?.classes ?? []).toEqual(forth);
  return forth;
}

describe('one class', () => {
  const CASES: readonly (readonly [DifferenceClass, string | null, string])[] = [
    ['case', 'Alice@example.com', ALICE],
    ['case', 'alice@EXAMPLE.com', ALICE],
    ['whitespace', 'alice@example.com ', ALICE],
    ['whitespace', 'alice@example.com\u00A0', 'alice@example.com '],
    ['whitespace', 'ali ce@example.com', ALICE],
    ['invisible', 'al\u200Bice@example.com', ALICE],
    ['invisible', '\uFEFFalice@example.com', ALICE],
    ['unicode-form', 'zo\u00EB@example.com', 'zoe\u0308@example.com'],
    ['compatibility', 'ａlice@example.com', ALICE],
    ['compatibility', 'o\uFB03ce@example.com', 'office@example.com'],
    ['confusable', '\u0430lice@example.com', ALICE],
    ['confusable', '\u03BFtto@example.com', 'otto@example.com'],
    ['idn', 'alice@bücher.example', 'alice@xn--bcher-kva.example'],
    ['wrapper', 'mailto:alice@example.com', ALICE],
    ['wrapper', 'SMTP:alice@example.com', ALICE],
    ['wrapper', '<alice@example.com>', ALICE],
    ['wrapper', '"alice@example.com"', ALICE],
    ['plus-tag', 'alice+claude@example.com', ALICE],
    ['plus-tag', 'alice+a@example.com', 'alice+b@example.com'],
    ['dots', 'a.lice@example.com', ALICE],
    ['domain', 'alice@example.org', ALICE],
    ['domain', 'alice', ALICE],
    ['local-part', 'bob@example.com', ALICE],
    ['local-part', 'alice', 'bob'],
    ['missing', null, ALICE],
    ['missing', null, ''],
  ];

  test.each(CASES)('%s: %j and %j', (expected, a, b) => {
    expect(classes(a, b)).toEqual([expected]);
  });

  test('every class has a case', () => {
    expect(new Set(CASES.map(([name]) => name))).toEqual(new Set(DIFFERENCE_CLASSES));
  });
});

describe('several classes', () => {
  test.each([
    ['SMTP:Alice@example.com', ALICE, ['case', 'wrapper']],
    ['Alice@example.com ', ALICE, ['case', 'whitespace']],
    ['\u200BAlice@example.com ', ALICE, ['case', 'whitespace', 'invisible']],
    ['A.Lice+x@example.com', ALICE, ['case', 'plus-tag', 'dots']],
    ['\u0430\u200Blice@example.com', ALICE, ['invisible', 'confusable']],
    ['Alice@bücher.example', 'alice@xn--bcher-kva.example', ['case', 'idn']],
    ['alice@bob.example', 'bob@alice.example', ['domain', 'local-part']],
    ['Alice@example.org', ALICE, ['case', 'domain']],
    ['alice@example.org ', ALICE, ['domain']],
    ['bob@EXAMPLE.com', ALICE, ['case', 'local-part']],
    ['alice+x@example.org', ALICE, ['plus-tag', 'domain']],
    ['SMTP:alice@example.org', ALICE, ['wrapper', 'domain']],
    // A wrapper taken off leaves the space that stands outside of it: both have to be named.
    ['<alice@example.com> ', ALICE, ['whitespace', 'wrapper']],
    ['mailto: alice@example.com', ALICE, ['whitespace', 'wrapper']],
  ] as const)('%j and %j: %j', (a, b, expected) => {
    expect(classes(a, b)).toEqual(expected);
  });
});

describe('ties go to the class that comes first', () => {
  test.each([
    ['case before unicode-form and compatibility', '\u212A@example.com', 'k@example.com', 'case'],
    ['case before unicode-form', '\u212A@example.com', 'K@example.com', 'case'],
    ['whitespace before compatibility', 'a\u3000b@example.com', 'a b@example.com', 'whitespace'],
    ['whitespace before wrapper', ' alice@example.com', ALICE, 'whitespace'],
    ['invisible before compatibility', 'al\u00ADice@example.com', ALICE, 'invisible'],
    ['unicode-form before compatibility', 'A\u030A\u0323@example.com', 'A\u0323\u030A@example.com', 'unicode-form'],
    ['case before idn', 'alice@BÜCHER.example', 'alice@bücher.example', 'case'],
    ['unicode-form before idn', 'alice@bu\u0308cher.example', 'alice@bücher.example', 'unicode-form'],
    ['compatibility before idn', 'alice@example\uFF0Ecom', ALICE, 'compatibility'],
  ] as const)('%s', (_name, a, b, expected) => {
    expect(classes(a, b)).toEqual([expected]);
  });
});

describe('shown forms', () => {
  test('of a difference make it visible', () => {
    expect(differenceOf(ALICE, 'alice@example.com ')).toEqual({
      classes: ['whitespace'],
      old: ALICE,
      new: 'alice@example.com␠',
    });
    expect(differenceOf(null, null)).toBeUndefined();
  });
});

test('something is always said, once, in order, of any two values that differ', () => {
  const unit = fc.constantFrom(
    ...'aA.+@<>" \u00A0\u200B\u0430ｅ',
    'e\u0301',
    'é',
    'mailto:',
    '@x',
    'ü',
    'xn--tda',
    '\uD800',
  );
  const value = fc.option(fc.string({ unit, maxLength: 8 }), { nil: null, freq: 20 });
  const rank = new Map(DIFFERENCE_CLASSES.map((name, index) => [name, index]));
  fc.assert(
    fc.property(value, value, (a, b) => {
      if (a === b) return;
      const found = classes(a, b);
      const ranks = found.map((name) => rank.get(name) ?? -1);
      expect(ranks.length).toBeGreaterThan(0);
      expect(ranks).toEqual([...new Set(ranks)].sort((x, y) => x - y));
      if (a === null || b === null) expect(found).toEqual(['missing']);
      else expect(found).not.toContain('missing');
    }),
    { numRuns: 1000 },
  );
});
