import { expect } from 'vitest';
import { inMemory, type StoredBytes } from '../../src/node/readers/stored-bytes.ts';

/** Bytes that can be had a few at a time, as those of a large file. */
export function inPieces(buffer: Buffer, piece: number): StoredBytes {
  return { length: buffer.length, piece, read: (from, to) => Buffer.from(buffer.subarray(from, to)) };
}

/** What a reader makes of bytes at hand; of the same in pieces it has to make the same. */
export async function readEveryWay<T>(buffer: Buffer, read: (bytes: StoredBytes) => Promise<T>): Promise<T> {
  const whole = await settled(read(inMemory(buffer)));
  for (const piece of [1, 7]) expect(await settled(read(inPieces(buffer, piece)))).toEqual(whole);
  if ('fault' in whole) throw whole.fault;
  return whole.value;
}

async function settled<T>(promise: Promise<T>): Promise<{ value: T } | { fault: unknown }> {
  try {
    return { value: await promise };
  } catch (fault) {
    return { fault };
  }
}
