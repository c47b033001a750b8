import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readJournal } from '../../../src/gate/runbook/journal.ts';
import { sha256 } from '../certificate/opened.ts';
import { HOUR, Killed, World } from './kept.ts';

let whole: Uint8Array;
let world: World;

beforeAll(async () => {
  world = new World();
  const runbook = world.runbook();
  await runbook.start({ certificate: 'a.json', organizations: ['Claude', 'Console'] });
  await runbook.done(1, { note: 'switched off, “all three”' });
  world.now += HOUR;
  await runbook.done(2, { organization: 'Claude' });
  await runbook.done(2, { organization: 'Console' });
  await runbook.done(3);
  whole = world.store.bytes ?? new Uint8Array();
});

const read = (bytes: Uint8Array) => readJournal(bytes, 'journal', sha256);
const lineStarts = () => [0, ...[...whole.keys()].filter((at) => whole[at] === 10).map((at) => at + 1)];

describe('a journal', () => {
  it('reads back what was written', async () => {
    const { entries, torn, length } = await read(whole);
    expect(entries.map(({ type }) => type)).toEqual(['start', 'done', 'done', 'done', 'done']);
    expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(torn).toBe(null);
    expect(length).toBe(whole.length);
  });

  it('cut off anywhere has every entry before, and says what is torn', async () => {
    const starts = lineStarts();
    for (let end = 0; end <= whole.length; end += 1) {
      const complete = starts.filter((start) => start <= end).length - 1;
      const { entries, torn, length } = await read(whole.subarray(0, end));
      expect(entries).toHaveLength(complete);
      expect(length).toBe(starts[complete]);
      expect(torn?.bytes ?? 0).toBe(end - length);
    }
  });

  it('notices whatever bit is flipped; only one that takes the last line feed away looks like a torn line', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const flipped = Uint8Array.from(whole);
        flipped[at] = (flipped[at] ?? 0) ^ mask;
        if (at === whole.length - 1) {
          const { entries, torn } = await read(flipped);
          expect(entries).toHaveLength(4);
          expect(torn).not.toBe(null);
        } else await expect(read(flipped)).rejects.toMatchObject({ code: 'ERR_JOURNAL' });
      }),
      { numRuns: 2_000 },
    );
  });

  it('notices a line that is missing, moved, repeated or put in', async () => {
    const starts = lineStarts();
    const lines = starts.slice(0, -1).map((start, index) => [...whole.subarray(start, starts[index + 1])]);
    const joined = (...order: number[]) => read(Uint8Array.from(order.flatMap((index) => lines[index] ?? [])));
    for (const order of [
      [1, 2, 3, 4],
      [0, 2, 3, 4],
      [0, 1, 3, 2, 4],
      [0, 1, 1, 2, 3, 4],
      [0, 0, 1, 2, 3, 4],
    ]) {
      await expect(joined(...order), order.join()).rejects.toMatchObject({ code: 'ERR_JOURNAL' });
    }
    await expect(joined(0, 1, 2)).resolves.toMatchObject({ torn: null });
  });

  it('goes on after a line that was torn, and remembers it', async () => {
    const other = new World();
    const runbook = other.runbook();
    await runbook.start({ certificate: 'a.json', organizations: ['Claude'] });
    other.store.killAfter = 70;
    await expect(runbook.done(1)).rejects.toThrow(Killed);
    other.store.killAfter = null;
    expect(await runbook.status()).toMatchObject({ tornBytes: 70, entries: { length: 1 } });
    expect(await runbook.done(1)).toMatchObject({ torn: { bytes: 70 } });
    expect(await runbook.status()).toMatchObject({ tornBytes: 0, entries: { length: 2 } });
  });

  it('in which a step was done before its turn is refused, though every hash fits', async () => {
    const other = new World();
    const runbook = other.runbook();
    await runbook.start({ certificate: 'a.json', organizations: ['Claude'] });
    const { chained } = await import('../../../src/gate/runbook/journal.ts');
    const before = await read(other.store.bytes ?? new Uint8Array());
    const { line } = await chained(
      {
        type: 'done',
        at: '2026-06-01T12:00:00.000Z',
        by: 'x',
        step: 'reset-connection',
        organization: null,
        note: null,
        waitOverride: null,
        certificate: null,
      },
      before,
      sha256,
    );
    other.store.bytes = Uint8Array.from([...(other.store.bytes ?? []), ...line]);
    await expect(runbook.status()).rejects.toMatchObject({ code: 'ERR_JOURNAL', line: 2 });
  });
});
