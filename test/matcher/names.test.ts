import { describe, expect, test } from 'vitest';
import { usersFromRecords } from '../../src/loaders/from-records.ts';
import { fullNameKey, fullNamesAgree, NameConflicts, nameParts, noPartAgrees } from '../../src/matcher/names.ts';
import type { UserRecord } from '../../src/model/user.ts';

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

describe('NameConflicts', () => {
  const user = (name: string | null, active = true): UserRecord => ({ sso: 'a@example.com', name, active });
  const conflicts = (old: UserRecord[], next: UserRecord[]) =>
    new NameConflicts({ old: usersFromRecords('old', old), new: usersFromRecords('new', next) });
  const has = (old: UserRecord[], next: UserRecord[]) => conflicts(old, next).has(0, 0);

  test('no part agrees', () => {
    expect(has([user('Ada Lovelace')], [user('Grace Hopper')])).toBe(true);
    expect(has([user('Ada Lovelace')], [user('Ada King')])).toBe(false);
    expect(has([user('Ada Lovelace')], [user('Lovelace, ADA')])).toBe(false);
  });

  test('the old user need not be active, the new one has to be', () => {
    expect(has([user('Ada Lovelace', false)], [user('Grace Hopper')])).toBe(true);
    expect(has([user('Ada Lovelace')], [user('Grace Hopper', false)])).toBe(false);
  });

  test.each([null, ' ', '-'])('without a name (%j) there is none', (nobody) => {
    expect(has([user(nobody)], [user('Grace Hopper')])).toBe(false);
    expect(has([user('Ada Lovelace')], [user(nobody)])).toBe(false);
  });

  test('either name is that of another active user of the opposite side', () => {
    const [king, lovelace] = [user('Ada King'), user('Ada Lovelace')];
    expect(has([king], [lovelace, user('King Ada')])).toBe(true);
    expect(has([king, user('LOVELACE Ada')], [lovelace])).toBe(true);
    expect(has([king, user('Ada King')], [lovelace, user('Ada Lovelace')])).toBe(false);
    expect(has([king], [lovelace, user('Ada King', false)])).toBe(false);
    expect(has([king, user('Ada Lovelace', false)], [lovelace])).toBe(false);
  });
});
