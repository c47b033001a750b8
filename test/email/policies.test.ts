import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMPARE_POLICIES, type ComparePolicy, compareEmails, comparisonKey } from '../../src/email/compare.ts';

const NONE: readonly ComparePolicy[] = [];
const CASE: readonly ComparePolicy[] = ['ascii-ci', 'unicode-lower', 'nfkc-lower-strip'];

describe('which policies take the two for one address', () => {
  test.each<readonly [string, string, string, readonly ComparePolicy[]]>([
    ['the same', 'alice@example.com', 'alice@example.com', COMPARE_POLICIES],
    ['case of the local part', 'Alice@example.com', 'alice@example.com', CASE],
    ['case of the domain', 'alice@EXAMPLE.com', 'alice@example.com', [...CASE, 'domain-ci']],
    ['case of both', 'ALICE@EXAMPLE.COM', 'alice@example.com', CASE],
    ['case without @', 'ALICE', 'alice', CASE],
    ['case of a letter that is not ASCII', 'zoÉ@example.com', 'zoé@example.com', ['unicode-lower', 'nfkc-lower-strip']],

    ['Kelvin sign and k', '\u212Aim@example.com', 'kim@example.com', ['unicode-lower', 'nfkc-lower-strip']],
    [
      'Kelvin sign in a domain',
      'a@\u212Aim.example',
      'a@kim.example',
      ['domain-ci', 'unicode-lower', 'nfkc-lower-strip'],
    ],
    ['ß and ss', 'strauß@example.com', 'strauss@example.com', NONE],
    ['ß and ss in a domain', 'a@straße.example', 'a@strasse.example', NONE],
    ['ß and SS', 'strauß@example.com', 'strauSS@example.com', NONE],
    ['capital ẞ and ß', 'strauẞ@example.com', 'strauß@example.com', ['unicode-lower', 'nfkc-lower-strip']],
    ['İ and i', '\u0130pek@example.com', 'ipek@example.com', NONE],
    ['İ and I', '\u0130pek@example.com', 'Ipek@example.com', NONE],
    [
      'İ and i with a dot above',
      '\u0130pek@example.com',
      'i\u0307pek@example.com',
      ['unicode-lower', 'nfkc-lower-strip'],
    ],
    ['ı and i', '\u0131l@example.com', 'il@example.com', NONE],
    ['ı and I', '\u0131l@example.com', 'Il@example.com', NONE],
    ['I and i', 'Il@example.com', 'il@example.com', CASE],
    ['long ſ and s', '\u017Fam@example.com', 'sam@example.com', ['nfkc-lower-strip']],
    ['final ς and σ', 'νικος@example.com', 'νικοσ@example.com', NONE],
    ['capital Σ at the end and ς', 'ΝΙΚΟΣ@example.com', 'νικος@example.com', ['unicode-lower', 'nfkc-lower-strip']],
    ['micro sign and μ', '\u00B5@example.com', '\u03BC@example.com', ['nfkc-lower-strip']],

    ['é composed and not', 'zo\u00E9@example.com', 'zoe\u0301@example.com', ['nfkc-lower-strip']],
    [
      'é composed and not, in a domain',
      'a@caf\u00E9.example',
      'a@cafe\u0301.example',
      ['domain-ci', 'nfkc-lower-strip'],
    ],
    ['é and e', 'zoé@example.com', 'zoe@example.com', NONE],
    ['full width', '\uFF41lice@example.com', 'alice@example.com', ['nfkc-lower-strip']],
    ['full width, case', '\uFF21lice@example.com', '\uFF41lice@example.com', ['unicode-lower', 'nfkc-lower-strip']],
    ['full width in a domain', 'a@\uFF45xample.com', 'a@example.com', ['domain-ci', 'nfkc-lower-strip']],
    ['a ligature', 'o\uFB03ce@example.com', 'office@example.com', ['nfkc-lower-strip']],
    ['Cyrillic а', '\u0430lice@example.com', 'alice@example.com', NONE],

    ['space behind', 'alice@example.com ', 'alice@example.com', ['trim', 'nfkc-lower-strip']],
    ['space before', ' alice@example.com', 'alice@example.com', ['trim', 'nfkc-lower-strip']],
    ['line end behind', 'alice@example.com\r\n', 'alice@example.com', ['trim', 'nfkc-lower-strip']],
    ['NBSP behind', 'alice@example.com\u00A0', 'alice@example.com', ['trim', 'nfkc-lower-strip']],
    ['NBSP within, and space', 'ali\u00A0ce@example.com', 'ali ce@example.com', ['nfkc-lower-strip']],
    ['space within, and nothing', 'ali ce@example.com', 'alice@example.com', NONE],
    ['U+FEFF before', '\uFEFFalice@example.com', 'alice@example.com', ['nfkc-lower-strip']],
    ['U+FEFF behind', 'alice@example.com\uFEFF', 'alice@example.com', ['nfkc-lower-strip']],
    [
      'U+FEFF and a space behind it',
      'alice@example.com\uFEFF ',
      'alice@example.com\uFEFF',
      ['trim', 'nfkc-lower-strip'],
    ],
    ['U+200B within', 'al\u200Bice@example.com', 'alice@example.com', ['nfkc-lower-strip']],
    ['U+200B behind', 'alice@example.com\u200B', 'alice@example.com', ['nfkc-lower-strip']],
    ['soft hyphen', 'al\u00ADice@example.com', 'alice@example.com', ['nfkc-lower-strip']],

    ['U-label and A-label', 'a@bücher.example', 'a@xn--bcher-kva.example', ['domain-ci']],
    ['U-label in capitals and A-label', 'a@BÜCHER.example', 'a@xn--bcher-kva.example', ['domain-ci']],
    ['U-label and A-label in capitals', 'a@bücher.example', 'a@XN--BCHER-KVA.EXAMPLE', ['domain-ci']],
    ['A-label, case', 'a@XN--BCHER-KVA.example', 'a@xn--bcher-kva.example', [...CASE, 'domain-ci']],
    ['U-label, case', 'a@BÜCHER.example', 'a@bücher.example', ['domain-ci', 'unicode-lower', 'nfkc-lower-strip']],
    ['A-label where there is no @', 'bücher.example', 'xn--bcher-kva.example', NONE],
    ['domain behind the last @', '"a@B"@EXAMPLE.com', '"a@B"@example.com', [...CASE, 'domain-ci']],
    ['and not before it', '"a@B"@example.com', '"a@b"@example.com', CASE],

    ['a domain that is none, case', 'a@X.com/evil', 'a@x.com/evil', CASE],
    ['a domain that is none, and what a URL parser makes of it', 'a@x.com/evil', 'a@x.com', NONE],
    ['a port', 'a@x.com:80', 'a@x.com', NONE],
    ['percent signs', 'a@%78.com', 'a@x.com', NONE],
    ['an A-label that decodes to nothing', 'a@XN--\u00FC.example', 'a@xn--\u00FC.example', CASE],
    ['a number and the IPv4 address that it can stand for', 'a@2130706433', 'a@127.0.0.1', NONE],
    ['a dot at the end', 'a@example.com.', 'a@example.com', NONE],
    ['nothing behind the @', 'a@', 'a', NONE],

    ['a plus tag', 'alice+x@example.com', 'alice@example.com', NONE],
    ['two plus tags', 'alice+x@example.com', 'alice+y@example.com', NONE],
    ['a dot', 'a.lice@example.com', 'alice@example.com', NONE],
    ['a wrapper', 'mailto:alice@example.com', 'alice@example.com', NONE],
    ['another domain', 'alice@example.org', 'alice@example.com', NONE],
  ])('%s: %j and %j', (_name, a, b, policies) => {
    const equal = COMPARE_POLICIES.filter((policy) => compareEmails(a, b, policy).equal);
    expect(new Set(equal)).toEqual(new Set(policies));
    expect(COMPARE_POLICIES.filter((policy) => compareEmails(b, a, policy).equal)).toEqual(equal);
  });

  test('there are six', () => {
    expect(COMPARE_POLICIES).toEqual(['exact', 'trim', 'ascii-ci', 'domain-ci', 'unicode-lower', 'nfkc-lower-strip']);
  });
});

/** Few letters in many shapes, so that two values are often equal under some policy and seldom under all. */
const unit = fc.constantFrom(
  ...[
    'a',
    'A',
    'k',
    'K',
    '\u212A',
    '\uFF41',
    '\uFF21',
    'é',
    'É',
    'e\u0301',
    'ß',
    'ẞ',
    'ss',
    'SS',
    'i',
    'I',
    'ı',
    '\u0130',
  ],
  ...[
    'Σ',
    'σ',
    'ς',
    'ſ',
    's',
    '\u00B5',
    'μ',
    'ﬁ',
    'ǰ',
    'J\u030C',
    'ü',
    'Ü',
    'xn--tda',
    'XN--TDA',
    '@',
    '.',
    '+',
    '/',
    ':',
  ],
  ...[' ', '\t', '\u00A0', '\u3000', '\uFEFF', '\u200B', '\u00AD', '\uD800', '\uDC00', '\u{1D400}'],
);
const value = fc.string({ unit, maxLength: 8 });
/** The same letters in other shapes. */
const SHAPES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toLowerCase(),
  (text) => text.toUpperCase(),
  (text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
  (text) => text.normalize('NFC'),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFKC'),
  (text) => ` ${text}\u00A0`,
  (text) => `\uFEFF${text}`,
  (text) => text.replace(/@ü/gu, '@xn--tda'),
];
const shape = fc.constantFrom(...SHAPES);
const alike = fc.tuple(value, shape, shape, shape).map(([text, a, b, c]) => [a(text), b(text), c(text)] as const);
const policy = fc.constantFrom(...COMPARE_POLICIES);

function same(a: string, b: string, by: ComparePolicy): boolean {
  return compareEmails(a, b, by).equal;
}

describe('every policy', () => {
  test('has a key that is its own key', () => {
    fc.assert(
      fc.property(fc.oneof(value, fc.string({ unit: 'binary' })), policy, (text, by) => {
        const key = comparisonKey(by);
        expect(key(key(text))).toBe(key(text));
        expect(same(text, key(text), by)).toBe(true);
      }),
      { numRuns: 4000 },
    );
  });

  test('is reflexive, symmetric and transitive', () => {
    let met = 0;
    fc.assert(
      fc.property(alike, policy, ([a, b, c], by) => {
        expect(same(a, a, by)).toBe(true);
        expect(same(b, a, by)).toBe(same(a, b, by));
        if (!same(a, b, by) || !same(b, c, by)) return;
        met += 1;
        expect(same(a, c, by)).toBe(true);
      }),
      { numRuns: 3000 },
    );
    expect(met).toBeGreaterThan(0);
  });

  test.each<readonly [ComparePolicy, ComparePolicy]>([
    ...COMPARE_POLICIES.map((by) => ['exact', by] as const),
    ['trim', 'nfkc-lower-strip'],
    ['ascii-ci', 'unicode-lower'],
    ['unicode-lower', 'nfkc-lower-strip'],
  ])('what is equal under %s is equal under %s', (narrow, wide) => {
    let met = 0;
    fc.assert(
      fc.property(alike, ([a, b]) => {
        if (!same(a, b, narrow)) return;
        met += 1;
        expect(same(a, b, wide)).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(met).toBeGreaterThan(0);
  });

  test('leaves U+FEFF alone but for nfkc-lower-strip, and trim takes off nothing but White_Space', () => {
    for (let codePoint = 0; codePoint <= 0xffff; codePoint += 1) {
      const character = String.fromCharCode(codePoint);
      const trimmed = comparisonKey('trim')(`${character}a@x.org${character}`);
      if ((trimmed === 'a@x.org') !== /\p{White_Space}/u.test(character)) expect.fail(codePoint.toString(16));
    }
    for (const by of COMPARE_POLICIES) {
      expect(same('\uFEFFa@x.org', 'a@x.org', by)).toBe(by === 'nfkc-lower-strip');
    }
  });

  test('never goes through upper case: what only upper case makes one, is two', () => {
    const keys = COMPARE_POLICIES.filter((by) => by !== 'nfkc-lower-strip').map(comparisonKey);
    const compatible = comparisonKey('nfkc-lower-strip');
    let met = 0;
    for (let codePoint = 0x80; codePoint <= 0x1ffff; codePoint += 1) {
      const character = String.fromCodePoint(codePoint);
      const upper = character.toUpperCase();
      if (upper === character || upper.toLowerCase() === character.toLowerCase()) continue;
      met += 1;
      const [a, b] = [`${character}@example.com`, `${upper}@example.com`];
      if (keys.some((key) => key(a) === key(b))) expect.fail(`${codePoint.toString(16)} is ${upper}`);
      // NFKC has its own reasons to make two of them one, such as ſ and s; they are those of the letters themselves.
      const folds =
        character.normalize('NFKC').toLowerCase().normalize('NFKC') ===
        upper.normalize('NFKC').toLowerCase().normalize('NFKC');
      if (!folds && compatible(a) === compatible(b)) expect.fail(`${codePoint.toString(16)} is ${upper}`);
    }
    // ß, ŉ, ſ, ς, ı, ǰ, µ, the ligatures, the Greek letters with iota …
    expect(met).toBeGreaterThan(100);
  });
});
