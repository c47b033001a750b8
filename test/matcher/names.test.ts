import { describe, expect, test } from 'vitest';
import { nameParts } from '../../src/matcher/name-parts.ts';
import { fullNameKey, fullNamesAgree, isSameFullName, noPartAgrees } from '../../src/matcher/names.ts';

describe('full names', () => {
  test.each([
    ['order', 'Ada Lovelace', 'Lovelace, Ada'],
    ['case', 'ada LOVELACE', 'Ada Lovelace'],
    ['diacritics', 'Zoë Müller', 'Zoe Muller'],
    ['composition', 'Zo\u00EB', 'Zoe\u0308'],
    ['hyphens', 'Anne-Marie Curie', 'Anne Marie Curie'],
    ['apostrophes', "Grace O'Hara", 'Grace O’Hara'],
    ['spaces', ' Ada\u00A0 Lovelace ', 'Ada Lovelace'],
    ['full width', 'Ａda', 'Ada'],
    ['capital with a dot', 'İpek', 'ipek'],
  ])('%s does not count', (_name, a, b) => {
    expect(fullNameKey(a)).not.toBe('');
    expect(fullNameKey(a)).toBe(fullNameKey(b));
    expect(fullNamesAgree(a, b)).toBe(true);
    expect(noPartAgrees(a, b)).toBe(false);
  });

  test.each([
    ['Ada Lovelace', 'Ada King'],
    ['Ada', 'Ada Ada'],
    ['Annemarie', 'Anne Marie'],
    ['Jørgen', 'Jorgen'],
    ['Mueller', 'Muller'],
    ['Michael', 'Michal'],
  ])('%s and %s differ', (a, b) => {
    expect(fullNameKey(a)).not.toBe(fullNameKey(b));
  });

  test.each([null, '', ' ', '-', '\u00A0', '...', "'", '\u0301'])('%j is nobody', (name) => {
    expect(nameParts(name)).toEqual([]);
    expect(fullNameKey(name)).toBe('');
    expect(fullNamesAgree(name, name)).toBe(false);
    for (const other of [null, '', 'Ada', name]) {
      expect(fullNamesAgree(name, other)).toBe(false);
      expect(noPartAgrees(name, other)).toBe(false);
      expect(noPartAgrees(other, name)).toBe(false);
    }
  });
});

describe('parts', () => {
  test('one part in common is enough not to speak against a pair, and not enough to agree', () => {
    expect(fullNamesAgree('Ada Lovelace', 'Ada King')).toBe(false);
    expect(noPartAgrees('Ada Lovelace', 'Ada King')).toBe(false);
    expect(noPartAgrees('Anne-Marie Curie', 'Marie Sklodowska')).toBe(false);
  });

  test('none in common speaks against a pair', () => {
    expect(noPartAgrees('Ada Lovelace', 'Grace Hopper')).toBe(true);
    expect(fullNamesAgree('Ada Lovelace', 'Grace Hopper')).toBe(false);
    expect(noPartAgrees('Ada', 'Adam')).toBe(true);
  });

  test.each([
    ['Cyrillic', 'Ольга Петрова'],
    ['Greek', 'Ελένη'],
    ['Han', '山田 太郎'],
    ['Katakana', 'ヤマダ'],
    ['Hangul', '김 철수'],
    ['Arabic', 'فاطمة'],
    ['Hebrew', 'רחל'],
    ['Devanagari', 'आशा'],
    ['Thai', 'สมชาย'],
    ['Tamil', 'அருண்'],
    ['Ethiopic', 'ሰላም'],
  ])('%s is not compared with Latin', (_script, name) => {
    expect(noPartAgrees(name, 'Olga Example')).toBe(false);
    expect(noPartAgrees('Olga Example', name)).toBe(false);
    expect(fullNamesAgree(name, 'Olga Example')).toBe(false);
  });

  test.each([
    ['Ольга', 'Анна'],
    ['山田 太郎', '佐藤 花子'],
    ['김철수', '이영희'],
    ['அருண்', 'கவிதா'],
    ['ሰላም', 'አበበ'],
  ])('%s and %s, in one script, are compared', (a, b) => {
    expect(noPartAgrees(a, b)).toBe(true);
    expect(noPartAgrees(a, a)).toBe(false);
  });

  test.each([
    ['Tamil and Bengali', 'அருண்', 'অরুণ'],
    ['Ethiopic and Tamil', 'ሰላም', 'அருண்'],
    ['Hiragana and Han', 'やまだ', '山田'],
  ])('%s are not compared', (_scripts, a, b) => {
    expect(noPartAgrees(a, b)).toBe(false);
    expect(noPartAgrees(b, a)).toBe(false);
  });

  test('a name that is written in both scripts is compared in the common one', () => {
    expect(noPartAgrees('Ольга Olga', 'Olga')).toBe(false);
    expect(noPartAgrees('Ольга Olga', 'Grace')).toBe(true);
  });
});

describe('letters that are written in several ways', () => {
  test.each([
    ['Jørgen Łuk', 'Jorgen Luk'],
    ['Ægir Straße', 'Aegir Strasse'],
    ['Işıl', 'Isil'],
    ['Jürgen Müller', 'Juergen Mueller'],
    ['Ju\u0308rgen', 'Juergen'],
    ['Söre Åberg', 'Aaberg, Soere'],
    ['SØREN', 'Soeren'],
    ['Jürgen Müller', 'Jurgen Muller'],
  ])('%s is %s', (a, b) => {
    expect(isSameFullName(a, b)).toBe(true);
    expect(isSameFullName(b, a)).toBe(true);
    expect(fullNamesAgree(a, b)).toBe(true);
  });

  test('do not excuse an address that may have changed hands', () => {
    expect(noPartAgrees('Jürgen', 'Juergen')).toBe(true);
    expect(noPartAgrees('Jürgen', 'Jurgen')).toBe(false);
    expect(noPartAgrees('Søren', 'Soren')).toBe(true);
  });

  test('are not guessed where neither name has an umlaut', () => {
    expect(isSameFullName('Juergen', 'Jurgen')).toBe(false);
    expect(noPartAgrees('Juergen', 'Jurgen')).toBe(true);
  });
});

describe('initials and several given names', () => {
  test.each([
    ['A. Smith', 'Alice Smith'],
    ['Smith, A', 'Alice Smith'],
    ['Anna Rossi', 'Anna Maria Rossi'],
    ['Anna M. Rossi', 'Anna Maria Rossi'],
    ['M. K.', 'Maria Kovács'],
    ['J. Müller', 'Jo Mueller'],
    ['A. Anders', 'Anders Alm Anders'],
    ['A. B. Smith', 'Alice Smith'],
  ])('%s can be %s, though it is another full name', (a, b) => {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      expect(fullNamesAgree(one, other)).toBe(true);
      expect(isSameFullName(one, other)).toBe(false);
    }
  });

  test.each([
    ['Anna', 'Anna Rossi'],
    ['A. Khan', 'Anna Lopez'],
    ['B. Smith', 'Alice Smith'],
    ['M. K.', 'Maria Eva Kovács'],
    ['Anna Rossi', 'Anna Russo'],
    ['A. A. Smith', 'Alice Smith Jones'],
  ])('%s cannot be %s', (a, b) => {
    expect(fullNamesAgree(a, b)).toBe(false);
    expect(fullNamesAgree(b, a)).toBe(false);
  });

  test('initials alone do not make a part of two names agree', () => {
    expect(noPartAgrees('A. Khan', 'Anna Lopez')).toBe(true);
    expect(noPartAgrees('M. K.', 'Maria Kovács')).toBe(true);
  });
});
