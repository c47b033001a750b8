import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { FINDINGS } from '../../src/findings/index.ts';
import { explains } from '../../src/gate/explaining-findings.ts';
import { OUTCOMES } from '../../src/model/person.ts';
import { BUDGET_POPULATIONS, REQUIREMENTS } from '../../src/model/policy.ts';
import { readConfig } from '../../src/node/config/read-config.ts';
import { ROOT } from '../architecture/sources.ts';

const PAGES = ['README.md', 'docs/policy.md'];
const page = (name: string) => readFileSync(join(ROOT, name), 'utf8');
const POLICY = page('docs/policy.md');

/** The cells of a row of a table that begins with a word. */
function row(word: string): string[] {
  const line = POLICY.split('\n').find((one) => one.startsWith(`| \`${word}\``)) ?? '';
  return line.split('|').map((cell) => cell.trim());
}

const words = (text: string) => [...text.matchAll(/`([a-z-]+)`/g)].map(([, word = '']) => word);

describe('what the pages say of a policy', () => {
  const blocks = PAGES.flatMap((name) =>
    [...page(name).matchAll(/^```yaml\n(.*?)^```/gms)].map(([, text = '']) => ({ name, text })),
  );

  it.each(blocks)('may stand in a config: an example of $name', async ({ text }) => {
    expect(await readConfig(Readable.from([Buffer.from(text)]))).toBeTruthy();
  });

  it('has examples', () => {
    expect(blocks.filter(({ text }) => text.includes('budgets:'))).toHaveLength(2);
  });

  it.each(['duplicate-account', 'loses-access'] as const)(
    'names every finding that a budget of %s waives',
    (outcome) => {
      const kinds = FINDINGS.map(({ kind }) => kind).filter((kind) =>
        explains(outcome, { kind, severity: 'error', side: 'new', message: '', remedy: '' }),
      );
      expect(words(row(outcome)[3] ?? '').sort()).toEqual([...kinds].sort());
    },
  );

  it('names what a budget of blocked sign-ins waives besides those of a second account', () => {
    const finding = { severity: 'error', side: 'new', message: '', remedy: '' } as const;
    const more = FINDINGS.map(({ kind }) => kind).filter(
      (kind) =>
        explains('sign-in-blocked', { ...finding, kind }) && !explains('duplicate-account', { ...finding, kind }),
    );
    expect(words(row('sign-in-blocked')[3] ?? '').sort()).toEqual([...more].sort());
  });

  it('names every outcome, population and requirement', () => {
    const table = POLICY.slice(POLICY.indexOf('| outcome |'), POLICY.indexOf('- **Who counts.**'));
    for (const outcome of OUTCOMES) expect(table).toContain(`\`${outcome}\``);
    for (const of of BUDGET_POPULATIONS) expect(POLICY.split('- **Percent.**')[1]).toContain(`\`${of}\``);
    for (const requirement of REQUIREMENTS) expect(row(requirement).length, requirement).toBeGreaterThan(2);
  });
});
