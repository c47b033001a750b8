import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../architecture/sources.ts';
import { EXPORTS, makeExports } from './make.ts';

const FOLDER = join(ROOT, 'examples/migration');
/** All of it together. */
const MOST_BYTES = 100_000;
const made = makeExports();
const isUpdate = () => expect.getState().snapshotState.snapshotUpdateState === 'all';

it.each([...made])('%s is what the script writes, byte for byte', (name, text) => {
  if (isUpdate()) writeFileSync(join(FOLDER, name), text);
  expect(readFileSync(join(FOLDER, name)).equals(Buffer.from(text))).toBe(true);
});

it('there is nothing else, and all of it is small', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(['README.md', 'idp-preflight.yaml', ...EXPORTS].sort());
  const bytes = [...made.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  expect(bytes).toBeLessThan(MOST_BYTES);
});

it('nobody has an address but at domains that are reserved for documentation', () => {
  const domains = new Set([...made.values()].flatMap((text) => [...text.matchAll(/@([^",\s]+)/g)].map(([, it]) => it)));
  expect([...domains].sort()).toEqual(['example.com', 'example.net']);
});
