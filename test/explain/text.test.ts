import { describe, expect, it } from 'vitest';
import { sensesOf, TOPICS } from '../../src/explain/index.ts';
import { explainText, listText } from '../../src/explain/text.ts';
import { wrap } from '../../src/explain/wrap.ts';
import { LIVE } from '../../src/reporters/live-characters.ts';
import { styleFor } from '../../src/reporters/terminal.ts';

const PAGES = [
  ...TOPICS.map((topic) => ({ name: topic as string, text: explainText(topic) })),
  { name: 'the list', text: listText() },
];

describe.each(PAGES)('$name', ({ text }) => {
  it('has no line over 100 columns, and none that ends in a space', () => {
    for (const line of text.split('\n')) {
      expect([...line].length, line).toBeLessThanOrEqual(100);
      expect(line).not.toMatch(/\s$/);
    }
  });

  it('has nothing live in it, and no marks of a literal', () => {
    expect(text.replaceAll('\n', '').match(LIVE)).toBeNull();
    expect(text).not.toContain('`');
  });

  it('ends in one line end', () => expect(text).toMatch(/[^\n]\n$/));
});

describe('explainText', () => {
  it('has every section', () => {
    for (const topic of TOPICS) {
      const text = explainText(topic);
      const hasExample = sensesOf(topic).some(({ explanation }) => explanation.example !== null);
      for (const heading of ['How it arises', 'How to fix it', ...(hasExample ? ['Example'] : []), 'See also']) {
        expect(text, topic).toMatch(new RegExp(`^${heading}$`, 'm'));
      }
    }
  });

  it('explains both senses of a word', () => {
    const text = explainText('account-takeover');
    expect(text).toContain('account-takeover (a finding)\n');
    expect(text).toContain('account-takeover (an outcome)\n');
  });

  it('does not break a command', () => {
    expect(explainText('email-missing')).toContain("Update-MgUser -UserId ID -Mail 'ann@example.com'");
  });

  it('sets headings off where a terminal can', () => {
    expect(explainText('tombstone', styleFor(true))).toContain('\u001b[1mHow it arises\u001b[22m');
  });
});

it('lists everything, a line each', () => {
  const lines = listText().split('\n');
  for (const topic of TOPICS)
    expect(lines.filter((line) => line.startsWith(`  ${topic} `)).length, topic).toBeGreaterThan(0);
  expect(lines.filter((line) => line.startsWith('  ')).length).toBe(TOPICS.length + 1);
});

describe('wrap', () => {
  it.each([
    ['breaks at spaces', 'one two three', 7, ['one two', 'three']],
    ['keeps a literal on one line', 'do `a b` now', 6, ['do a b', 'now']],
    ['moves a literal to the next line', 'please `a b` now', 8, ['please', 'a b now']],
    ['keeps what is written on to a literal', 'say (`a b`), now', 8, ['say', '(a b),', 'now']],
    ['breaks a literal that is too long', '`a b c d`', 3, ['a b', 'c d']],
    ['leaves a long word whole', 'abcdefgh i', 4, ['abcdefgh', 'i']],
    ['makes nothing of nothing', '', 4, []],
  ] as const)('%s', (_, text, width, lines) => expect(wrap(text, width)).toEqual(lines));
});
