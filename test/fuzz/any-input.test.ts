import { Readable } from 'node:stream';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadUsers } from '../../src/node/load-users.ts';
import { HangWatch } from './hang-watch.ts';
import { fixtures, inputOf, type Recipe } from './inputs.ts';
import { assertAccounted, assertReadOrRefused, type Fate } from './invariants.ts';
import { CHANGE_NAMES, type Change } from './mutations.ts';

/** `npm run fuzz` raises the number of inputs; a seed makes a failure come again. */
const RUNS = Number(process.env.INPUTS ?? 2000);
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

const OFTEN: readonly Fate[] = [
  ...['csv', 'json', 'ldif', 'xlsx'],
  ...(['ERR_INPUT_BINARY', 'ERR_INPUT_JSON', 'ERR_INPUT_HEADER', 'ERR_NO_EMAIL_COLUMN'] as const),
];

const change: fc.Arbitrary<Change> = fc.tuple(fc.constantFrom(...CHANGE_NAMES), fc.nat(), fc.nat(), fc.nat());
const recipe = fc.record<Recipe>({
  file: fc.nat(),
  other: fc.nat(),
  inside: fc.array(change, { maxLength: 4 }),
  packing: fc.oneof(
    { weight: 4, arbitrary: fc.constant('none') },
    { weight: 1, arbitrary: fc.constantFrom('gzip', 'zip') },
    { weight: 1, arbitrary: fc.constant('workbook') },
  ),
  part: fc.nat(),
  outside: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(change, { minLength: 1, maxLength: 2 }) },
  ),
  isInspected: fc.oneof({ weight: 2, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

it(`${RUNS} inputs of changed exports are read or refused, and every record is accounted for`, async () => {
  const all = await fixtures();
  const fates = new Map<Fate, number>();
  const watch = new HangWatch(`SEED=${SEED} INPUTS=${RUNS} npx vitest run test/fuzz`);
  try {
    await fc.assert(
      fc.asyncProperty(recipe, async (how) => {
        watch.nextCase();
        const fate = await assertReadOrRefused(inputOf(how, all), how.isInspected);
        fates.set(fate, (fates.get(fate) ?? 0) + 1);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  } finally {
    await watch.end();
  }
  // Inputs that are all refused, or none, or of one format, would show nothing.
  for (const fate of OFTEN) {
    expect(fates.get(fate) ?? 0, fate).toBeGreaterThan(RUNS / 1000);
  }
}, 3_600_000);

it('notices a line that is not in the file, and a record that is not accounted for', async () => {
  const bytes = Buffer.from('email,note\na@example.com,1\n"b@example.com"x,2\nc@example.com,3\n');
  const lines = bytes.toString().split('\n').length;
  const whole = { bytes, mostLines: lines, text: bytes };
  for (const isInspected of [true, false]) expect(await assertReadOrRefused(whole, isInspected)).toBe('csv');
  await expect(assertReadOrRefused({ ...whole, mostLines: 3 }, false)).rejects.toThrow('line 4 of 3');
  const longer = Buffer.concat([bytes, Buffer.from('d@example.com,4')]);
  await expect(assertReadOrRefused({ ...whole, text: longer }, false)).rejects.toThrow('line 5 is in no record');
  const { users, inputs } = await loadUsers(Readable.from([bytes]), { side: 'new' });
  const [input] = inputs;
  if (input === undefined) throw new Error('no input');
  assertAccounted(input, users, lines);
  for (const wrong of [
    { ...input, records: 4 },
    { ...input, rejected: 0 },
    { ...input, bytes: Number.NaN },
  ]) {
    expect(() => assertAccounted(wrong, users, lines)).toThrow('expected');
  }
  expect(() => assertAccounted(input, users.slice(1), lines)).toThrow('expected');
});
