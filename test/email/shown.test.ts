import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shown, shownPair } from '../../src/email/shown.ts';

/** Controls, format characters (bidirectional marks among them), line and paragraph separators, lone surrogates. */
const DANGEROUS = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{White_Space}]/u;

const anything = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', ' ', '\u00A0', '\u2028', '\u2029', '\u0085', '\r', '\n', '\t', '\u001B', '\u007F', '\u009B'),
    fc.constantFrom('\u061C', '\u200E', '\u200F', '\u202A', '\u202E', '\u2066', '\u2069', '\u200B', '\uFEFF', '\u00AD'),
    fc.constantFrom('\uD800', '\uDBFF', '\uDC00', '\uDFFF', '\u{E0001}', '\u{E0100}', '\u0301', '\u3164', '\uFFF9'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  ),
  maxLength: 20,
});

describe('shown', () => {
  test.each([
    ['alice@example.com ', 'alice@example.com␠'],
    ['alice\u200B@example.com', 'alice⟨U+200B⟩@example.com'],
    ['\uFEFFa', '⟨U+FEFF⟩a'],
    ['a\u00A0b', 'a⟨U+00A0⟩b'],
    ['a\r\nb', 'a⟨U+000D⟩⟨U+000A⟩b'],
    ['a\tb', 'a⟨U+0009⟩b'],
    ['\u202Emoc', '⟨U+202E⟩moc'],
    ['\uD83D', '⟨U+D83D⟩'],
    ['a\u2800', 'a⟨U+2800⟩'],
    ['a\uFFFC\u{1D159}\u{13441}', 'a⟨U+FFFC⟩⟨U+1D159⟩⟨U+13441⟩'],
    ['\u{E0041}', '⟨U+E0041⟩'],
    ['zoë 例@bücher.example', 'zoë␠例@bücher.example'],
    ['\u{1F600}', '\u{1F600}'],
  ])('%j as %s', (value, expected) => {
    expect(shown(value)).toBe(expected);
  });

  test('no value and an empty value look different', () => {
    expect(shown(null)).toBe('(no value)');
    expect(shown(null)).not.toBe(shown(''));
  });

  test('leaves nothing that a terminal or an editor would obey or hide', () => {
    fc.assert(
      fc.property(anything, (value) => {
        expect(shown(value)).not.toMatch(DANGEROUS);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('shownPair', () => {
  test('leaves nothing that a terminal or an editor would obey or hide', () => {
    fc.assert(
      fc.property(anything, anything, (old, next) => {
        const pair = shownPair(old, next);
        expect(pair.old).not.toMatch(DANGEROUS);
        expect(pair.new).not.toMatch(DANGEROUS);
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ['é composed and decomposed', 'é', 'e\u0301', 'é', 'e⟨U+0301⟩'],
    ['Cyrillic а', 'а', 'a', '⟨U+0430⟩', 'a'],
    ['Kelvin sign', 'K', '\u212A', 'K', '⟨U+212A⟩'],
    ['full width', 'a', 'ａ', 'a', '⟨U+FF41⟩'],
    ['only the half that differs named', 'zoë@а', 'zoë@a', 'zoë@⟨U+0430⟩', 'zoë@a'],
    ['a half that looks alike, while the other one does not', 'а@x.org', 'a@y.org', '⟨U+0430⟩@x.org', 'a@y.org'],
    ['Kelvin sign for k', 'k', '\u212A', 'k', '⟨U+212A⟩'],
    ['Armenian oh, which no table of look-alikes here has', 'bob', 'b\u0585b', 'bob', 'b⟨U+0585⟩b'],
    ['Latin script g', 'g', '\u0261', 'g', '⟨U+0261⟩'],
    ['a hyphen that is none of ASCII', 'a-b', 'a\u2010b', 'a-b', 'a⟨U+2010⟩b'],
    ['an accent is seen', 'zoe', 'zoë', 'zoe', 'zoë'],
    ['other letters are seen', 'пётр', 'пётк', 'пётр', 'пётк'],
    ['case is seen', 'zoë', 'Zoë', 'zoë', 'Zoë'],
    ['trailing space', 'a', 'a ', 'a', 'a␠'],
  ])('%s', (_name, old, next, shownOld, shownNew) => {
    expect(shownPair(old, next)).toEqual({ old: shownOld, new: shownNew });
  });

  test('a missing value is shown as such', () => {
    expect(shownPair(null, 'a ')).toEqual({ old: '(no value)', new: 'a␠' });
    expect(shownPair('a ', null)).toEqual({ old: 'a␠', new: '(no value)' });
  });

  test('two different values never look the same', () => {
    fc.assert(
      fc.property(anything, anything, fc.string({ maxLength: 3 }), (head, tail, insert) => {
        if (insert === '') return;
        const pair = shownPair(`${head}${tail}`, `${head}${insert}${tail}`);
        expect(pair.old).not.toBe(pair.new);
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    [' ', '\u2420'],
    ['\u200B', '⟨U+200B⟩'],
    ['\u00A0', '⟨U+00A0⟩'],
    ['\u0301', '⟨U+0301⟩'],
  ])('%j and the text that names it, %j, do not look the same', (hidden, named) => {
    const pair = shownPair(`alice${hidden}@example.com`, `alice${named}@example.com`);
    expect(pair.old).not.toBe(pair.new);
  });
});
