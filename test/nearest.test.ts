import { describe, expect, it } from 'vitest';
import { COMPARE_POLICIES } from '../src/email/compare.ts';
import { TOPICS } from '../src/explain/index.ts';
import { didYouMean, distance, nearest, unknownWord } from '../src/nearest.ts';

describe('nearest', () => {
  it.each([
    ['sso-email-mismach', 'sso-email-mismatch'],
    ['tombstones', 'tombstone'],
    ['TOMBSTONE', 'tombstone'],
    ['takeover', 'account-takeover'],
    ['guest', 'guest-account'],
  ])('topics to %s', (word, topic) => expect(nearest(word, TOPICS)[0]).toBe(topic));

  it('are few', () => expect(nearest('account', TOPICS)).toHaveLength(3));

  it.each(['', 'xyzzy', 'a'.repeat(100_000)])('are none to nonsense', (word) =>
    expect(nearest(word, TOPICS)).toEqual([]),
  );

  it('are found whatever the letter case of either', () => {
    expect(nearest('MAIL adress', ['Display name', 'Mail Address', 'Office'])).toEqual(['Mail Address']);
  });

  it('are found where theirs is part of what was written', () => {
    expect(nearest('Mail address', ['userPrincipalName', 'mail'])).toEqual(['mail']);
  });

  it('are not those that are further away than the best', () => {
    expect(nearest('jsn', ['text', 'json', 'csv', 'jsx'])).toEqual(['json', 'jsx']);
  });

  it('are all that hold what was written, if nothing is spelt like it', () => {
    expect(nearest('lower', COMPARE_POLICIES)).toEqual(['unicode-lower', 'nfkc-lower-strip']);
  });

  it('are not those that hold no more than a letter or two of it', () => {
    expect(nearest('x', ['exact', 'text'])).toEqual([]);
  });
});

describe('distance', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['abc', 'abd', 1],
    ['abc', 'ab', 1],
    ['nwe', 'new', 1],
    ['exmaple', 'example', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('from %j to %j', (a, b, away) => {
    expect(distance(a, b)).toBe(away);
    expect(distance(b, a)).toBe(away);
    for (const limit of [0, 1, 2, 3, 4]) expect(distance(a, b, limit)).toBe(Math.min(away, limit + 1));
  });
});

describe('in words', () => {
  it('didYouMean asks, or is empty', () => {
    expect(didYouMean('chek', ['check', 'inspect'])).toBe(' Did you mean check?');
    expect(didYouMean('nwe', ['new'], (name) => `--${name}`)).toBe(' Did you mean --new?');
    expect(didYouMean('xyzzy', ['check', 'inspect'])).toBe('');
  });

  it('unknownWord names what is known', () => {
    expect(unknownWord('mode', 'jti', ['scim', 'jit', 'manual'])).toBe(
      'Unknown mode "jti". Did you mean jit? Known: scim, jit, manual.',
    );
  });
});
