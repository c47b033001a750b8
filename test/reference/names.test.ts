import { describe, expect, test } from 'vitest';
import { fullNamesAgree, named, noPartAgrees, sameFullName, sameLiteralName } from './names.ts';

test('a name has at least a letter or a digit', () => {
  expect(named({ name: 'Ann' })).toBe(true);
  expect(named({ name: null })).toBe(false);
  expect(named({ name: ' - ' })).toBe(false);
});

describe('taken literally', () => {
  test('marks, case and order do not count', () => {
    expect(sameLiteralName('Zoë Lee', 'LEE, Zoe')).toBe(true);
    expect(sameLiteralName('Max Müller', 'Max Mueller')).toBe(false);
    expect(sameLiteralName(null, null)).toBe(false);
  });

  test('no part agrees, where there is one script to compare', () => {
    expect(noPartAgrees('Ann Lee', 'Bo Ng')).toBe(true);
    expect(noPartAgrees('Ann Lee', 'Bo Lee')).toBe(false);
    expect(noPartAgrees('Ann Lee', 'A. Ng')).toBe(true);
    expect(noPartAgrees('Ann Lee', 'Анна Ли')).toBe(false);
    expect(noPartAgrees('Ann Lee', null)).toBe(false);
  });
});

describe('the same full name', () => {
  test('also where a letter cannot be had', () => {
    expect(sameFullName('Max Müller', 'MUELLER, Max')).toBe(true);
    expect(sameFullName('Max Müller', 'Max Muller')).toBe(true);
    expect(sameFullName('Søren Groß', 'Soeren Gross')).toBe(true);
    expect(sameFullName('Max Muller', 'Max Mueller')).toBe(false);
  });

  test('is no part of a name, and no initial', () => {
    expect(sameFullName('Ann Lee', 'Ann')).toBe(false);
    expect(sameFullName('Ann Lee', 'A. Lee')).toBe(false);
    expect(sameFullName(null, null)).toBe(false);
  });
});

describe('names that agree', () => {
  test('one may be short for the other', () => {
    expect(fullNamesAgree('Ann Lee', 'A. Lee')).toBe(true);
    expect(fullNamesAgree('Lee, Ann Mary', 'Ann Lee')).toBe(true);
    expect(fullNamesAgree('A. M. Lee', 'Ann Mary Lee')).toBe(true);
  });

  test('one part alone is no full name, and every part has to find its own', () => {
    expect(fullNamesAgree('Ann', 'Ann Lee')).toBe(false);
    expect(fullNamesAgree('Ann Lee', 'Ann Ng')).toBe(false);
    expect(fullNamesAgree('Ann Lee', 'B. Lee')).toBe(false);
    expect(fullNamesAgree('Ann Ann', 'Ann Lee')).toBe(false);
  });
});
