import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TOPICS } from '../../src/explain/index.ts';
import { explainMarkdown, indexMarkdown } from '../../src/explain/markdown.ts';
import { ROOT } from '../architecture/sources.ts';

const FOLDER = join(ROOT, 'docs/findings');
const PAGES: Readonly<Record<string, string>> = {
  'README.md': indexMarkdown(),
  ...Object.fromEntries(TOPICS.map((topic) => [`${topic}.md`, explainMarkdown(topic)])),
};
/** `npm run docs` writes new pages when all tests are through. */
const isWriting = process.env.npm_lifecycle_event === 'docs';

describe('docs/findings', () => {
  // A snapshot that is missing would be written, and nobody would hear of it.
  it.skipIf(isWriting)('has a page of everything, and no other (npm run docs writes them)', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(PAGES).sort());
  });

  it.each(Object.entries(PAGES))('%s is current', async (page, text) => {
    await expect(text).toMatchFileSnapshot(join(FOLDER, page));
  });

  it.each(Object.entries(PAGES))('%s links to nothing that is not there', (_, text) => {
    for (const [, target = ''] of text.matchAll(/\]\(([^)]+)\)/g)) {
      const isThere = target.startsWith('../') ? existsSync(join(FOLDER, target)) : Object.hasOwn(PAGES, target);
      expect(isThere, target).toBe(true);
    }
  });

  it('README.md links to every page', () => {
    for (const topic of TOPICS) expect(PAGES['README.md']).toContain(`](${topic}.md)`);
  });
});
