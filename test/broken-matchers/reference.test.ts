/** Whether the reference finds out a broken matcher; `npm run e2e` asks the same of the real service providers. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { disagreements } from '../reference/every-way.ts';
import { organisation } from '../reference/organisation.ts';
import { BROKEN, PAIRS_BY_ADDRESS_ONLY } from './broken.ts';
import { loadBroken } from './load.ts';

const drawn = fc.sample(organisation, { numRuns: 300, seed: 7 });
/** In so many organisations a broken matcher has to differ. */
const ENOUGH = 3;

/** After how many organisations library and reference have differed in enough of them; null: in not so many. */
function foundOutAfter({ reconcile }: Awaited<ReturnType<typeof loadBroken>>): number | null {
  let found = 0;
  for (const [index, one] of drawn.entries()) {
    if (disagreements(one, reconcile).length > 0) found += 1;
    if (found === ENOUGH) return index + 1;
  }
  return null;
}

test('the matcher as it stands is found out in nothing', async () => {
  const library = await loadBroken({ what: 'as it stands', changes: [] });
  for (const one of drawn.slice(0, 40)) expect(disagreements(one, library.reconcile)).toEqual([]);
});

test.each([...BROKEN, PAIRS_BY_ADDRESS_ONLY])('a matcher that $what is found out', async (broken) => {
  expect(foundOutAfter(await loadBroken(broken))).not.toBeNull();
});

test('a snippet that is not there any more is no broken matcher', async () => {
  const file = 'src/matcher/creations.ts';
  const moved = { what: 'is out of date', changes: [{ file, snippet: 'return nothing like this;', instead: '' }] };
  await expect(loadBroken(moved)).rejects.toThrow('is out of date: not once in src/matcher/creations.ts');
  const gone = { what: 'is elsewhere', changes: [{ file: 'src/matcher/gone.ts', snippet: 'x', instead: 'y' }] };
  await expect(loadBroken(gone)).rejects.toThrow(
    'is elsewhere: a file that is to be changed is not part of the library',
  );
});
