import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nfkcLowerStrip, normalForm, stripInvisible, unwrap } from '../../src/email/normal-form.ts';

/** Strings that lie near everything the normal form folds. */
const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'aAzZ09.@+-_ <>"\''),
    fc.constantFrom(
      'mailto:',
      'SMTP:',
      'xn--',
      '@',
      '.com',
      '\u3002',
      'ü',
      '\u0308',
      'é',
      'e\u0301',
      'ﬁ',
      'ｅ',
      '＜',
      '＠',
    ),
    fc.constantFrom(
      '\u212A',
      '\u0130',
      'ı',
      'ß',
      'ẞ',
      'Σ',
      'ς',
      '\u017F',
      '\u200B',
      '\u00AD',
      '\uFEFF',
      '\u00A0',
      '\u3000',
    ),
    fc.constantFrom('\uD800', '\uDFFF', '\u034F', '\u3164', '\uFFA0', '\u1E9B', '\u0345', '\u03B1', '\u1FB3', 'K'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 24,
});

describe('normalForm', () => {
  test.each([
    ['Kelvin sign', '\u212Aim@example.com'],
    ['decomposed', 'kim@EXAMPLE.com'],
    ['full width', 'ｋｉｍ@example.com'],
    ['full-width at', 'kim＠example.com'],
    ['upper case', 'KIM@EXAMPLE.COM'],
    ['space at both ends', '\u00A0kim@example.com\u3000'],
    ['zero width space', 'k\u200Bim@exam\u200Bple.com'],
    ['byte order mark', '\uFEFFkim@example.com'],
    ['soft hyphen', 'kim@exam\u00ADple.com'],
    ['mailto', 'mailto:kim@example.com'],
    ['primary proxy address', 'SMTP:kim@example.com'],
    ['alias proxy address', 'smtp:kim@example.com'],
    ['angle brackets', '<kim@example.com>'],
    ['quotes', '"kim@example.com"'],
    ['single quotes', "'kim@example.com'"],
    ['nested wrappers', '"<mailto:SMTP:\'kim@example.com\'>"'],
    ['wrappers with space between', ' < mailto: " kim@example.com " > '],
    ['wrappers in full width', '＜ｍａｉｌｔｏ：kim@example.com＞'],
    ['invisible inside a wrapper', 'mail\u200Bto:kim@example.com'],
    ['invisible after a wrapper', '<\u200B"kim@example.com">'],
  ])('%s', (_name, address) => {
    expect(normalForm(address)).toBe('kim@example.com');
  });

  test('composed and decomposed letters meet', () => {
    expect(normalForm('Zoe\u0308@example.com')).toBe('zo\u00EB@example.com');
    expect(normalForm('ZO\u00CB@example.com')).toBe('zo\u00EB@example.com');
  });

  test('U-label and A-label meet, the local part does not become one', () => {
    expect(normalForm('bücher@BÜCHER.example')).toBe('bücher@xn--bcher-kva.example');
    expect(normalForm('bücher@XN--bcher-kva.example')).toBe('bücher@xn--bcher-kva.example');
  });

  test.each([
    ['\u0130@example.com', 'i@example.com'],
    ['ı@example.com', 'i@example.com'],
    ['straße@example.com', 'strasse@example.com'],
    ['a.b@example.com', 'ab@example.com'],
    ['a+b@example.com', 'a@example.com'],
    ['a b@example.com', 'ab@example.com'],
    ['zoë@example.com', 'zoe@example.com'],
    ['\u0430lice@example.com', 'alice@example.com'],
    ['<a@example.com', 'a@example.com'],
    ['x400:a@example.com', 'a@example.com'],
    ['smtp.a@example.com', 'a@example.com'],
    ['a@example.com/evil', 'a@example.com'],
  ])('%s and %s stay apart', (a, b) => {
    expect(normalForm(a)).not.toBe(normalForm(b));
  });

  test('is idempotent', () => {
    fc.assert(
      fc.property(nasty, (address) => {
        const once = normalForm(address);
        expect(normalForm(once)).toBe(once);
      }),
      { numRuns: 20_000 },
    );
  });

  test('depends on the nfkc-lower-strip form alone', () => {
    fc.assert(
      fc.property(nasty, (address) => {
        expect(normalForm(nfkcLowerStrip(address))).toBe(normalForm(address));
      }),
      { numRuns: 5000 },
    );
  });

  test('every code point alone and in an address is folded until it is stable', () => {
    for (let codePoint = 0; codePoint <= 0x2fa1f; codePoint += 1) {
      const folded = nfkcLowerStrip(`a${String.fromCodePoint(codePoint)}b`);
      if (nfkcLowerStrip(folded) !== folded) expect.fail(`U+${codePoint.toString(16)}`);
    }
  });
});

describe('unwrap', () => {
  test.each(['"', "'", '<', '<"', 'a"', '"a', "a'b", '<a', 'a>', '>a<', '<a"', 'mail to:a', 'mailtoa', 'xsmtp:a'])(
    'leaves %s, whose wrapper is not whole',
    (text) => {
      expect(unwrap(text)).toBe(text);
    },
  );

  test('ends at nothing', () => {
    expect(unwrap('<<"\'\'">>')).toBe('');
    expect(unwrap('mailto:smtp:')).toBe('');
  });
});

test('stripInvisible takes what is not drawn and nothing else', () => {
  expect(stripInvisible('a\u200B\u00AD\uFEFF\u2060\u{E0041}\u3164b \u00A0')).toBe('ab \u00A0');
});
