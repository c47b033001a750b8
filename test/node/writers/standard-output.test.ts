import { createWriteStream } from 'node:fs';
import { PassThrough, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { writeTo } from '../../../src/node/writers/standard-output.ts';

const CHUNKS = ['a', 'é', '\u{1F600}', 'z'];

async function* chunks(...texts: string[]): AsyncGenerator<string> {
  for (const text of texts) yield text;
}

const fault = (code: string) => Object.assign(new Error(`fault ${code}`), { code });
const unwritable = expect.objectContaining({ name: 'PreflightError', code: 'ERR_OUTPUT_UNWRITABLE' });

/** A stream that takes some chunks and then fails; at once, or later as a pipe does. */
function failing(code: string, after: number, isLater: boolean, highWaterMark = 16_384): Writable {
  let taken = 0;
  return new Writable({
    highWaterMark,
    write(_chunk, _encoding, done) {
      const answer = () => done(taken++ < after ? null : fault(code));
      if (isLater) setImmediate(answer);
      else answer();
    },
  });
}

describe('writes', () => {
  test('everything in order, and leaves the stream open', async () => {
    const stream = new PassThrough();
    await writeTo(stream, chunks(...CHUNKS));
    expect(stream.writableEnded).toBe(false);
    expect(stream.read()?.toString('utf8')).toBe(CHUNKS.join(''));
    expect(stream.listenerCount('error')).toBe(0);
  });

  test('waits for a slow reader', async () => {
    let waiting = 0;
    let most = 0;
    const stream = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        setImmediate(() => {
          waiting -= 1;
          done();
        });
      },
    });
    async function* counting(): AsyncGenerator<string> {
      for (let n = 0; n < 20; n += 1) {
        waiting += 1;
        most = Math.max(most, waiting);
        yield 'x';
      }
    }
    await writeTo(stream, counting());
    expect(most).toBeLessThanOrEqual(2);
  });

  test('is done when the last chunk is', async () => {
    let written = '';
    const stream = new Writable({
      write(chunk, _encoding, done) {
        setTimeout(() => {
          written += chunk.toString('utf8');
          done();
        }, 5);
      },
    });
    await writeTo(stream, chunks('a', 'b', 'c'));
    expect(written).toBe('abc');
  });
});

describe.each([
  ['at once', false],
  ['later', true],
])('a fault that shows %s', (_name, isLater) => {
  test.each([0, 1, 3])('EPIPE after %i chunks ends it quietly', async (after) => {
    for (const highWaterMark of [1, 16_384]) {
      await writeTo(failing('EPIPE', after, isLater, highWaterMark), chunks(...CHUNKS));
    }
  });

  test.each([0, 1, 3])('any other after %i chunks is thrown', async (after) => {
    for (const highWaterMark of [1, 16_384]) {
      const writing = writeTo(failing('ENOSPC', after, isLater, highWaterMark), chunks(...CHUNKS));
      await expect(writing).rejects.toThrow(unwritable);
    }
  });
});

test('after EPIPE no more is asked for', async () => {
  let made = 0;
  async function* endless(): AsyncGenerator<string> {
    for (;;) {
      made += 1;
      yield 'x'.repeat(1000);
    }
  }
  await writeTo(failing('EPIPE', 1, true), endless());
  expect(made).toBeLessThan(100);
});

test('a fault of whoever makes the text is passed on as it is', async () => {
  async function* broken(): AsyncGenerator<string> {
    yield 'a';
    throw new TypeError('the reporter broke');
  }
  await expect(writeTo(new PassThrough(), broken())).rejects.toThrow(TypeError);
});

test.skipIf(process.platform !== 'linux')('a full disk is an error, although a file shows it late', async () => {
  const stream = createWriteStream('/dev/full');
  stream.on('error', () => {});
  await expect(writeTo(stream, chunks(...CHUNKS))).rejects.toThrow(unwritable);
});
