import { createGunzip } from 'node:zlib';
import { PreflightError } from '../../errors.ts';
import { MAX_HELD, MAX_WHOLE, sizeText, tooLarge } from './limits.ts';
import { ChunkedBytes, pieces, type StoredBytes } from './stored-bytes.ts';

/** What a file is besides text, as its first bytes tell. */
export type Packing = 'gzip' | 'zip';

const GZIP = Buffer.from('1F8B', 'hex');
const ZIPS = ['504B0304', '504B0506', '504B0708'].map((hex) => Buffer.from(hex, 'hex'));

/** How a file is packed; null where it is not. */
export function packingOf(bytes: StoredBytes): Packing | null {
  const head = bytes.read(0, 4);
  if (head.subarray(0, 2).equals(GZIP)) return 'gzip';
  return ZIPS.some((magic) => head.equals(magic)) ? 'zip' : null;
}

/**
 * Unpacks what gzip has packed, also several files one behind the other.
 *
 * @see RFC 1952
 * @throws PreflightError ERR_INPUT_TRUNCATED, ERR_INPUT_BINARY where it is damaged, ERR_INPUT_TOO_LARGE
 */
export async function gunzipped(bytes: StoredBytes, file: string): Promise<StoredBytes> {
  const gunzip = createGunzip({ chunkSize: 2 ** 18 });
  const feeding = feed();
  // Its fault is that of the stream, or comes of it.
  feeding.catch(() => {});
  const unpacked = await collected(gunzip, file).catch((fault: unknown) => {
    gunzip.destroy();
    throw fault;
  });
  await feeding;
  // What stands behind the last of them is passed over by the decoder; only zeros may be.
  for (const piece of pieces(bytes, gunzip.bytesWritten)) {
    if (piece.some((byte) => byte !== 0)) throw damaged(file, 'other bytes follow what is packed');
  }
  return unpacked;

  async function feed() {
    for (const piece of pieces(bytes)) {
      for (let at = 0; at < piece.length && !gunzip.destroyed; at += PIECE) {
        if (gunzip.write(piece.subarray(at, at + PIECE))) continue;
        await new Promise<void>((resolve) => {
          gunzip.once('drain', resolve);
          gunzip.once('close', resolve);
        });
      }
    }
    gunzip.end();
  }
}

const PIECE = 2 ** 18;

/**
 * What comes out of a decoder; a bomb is noticed before it has filled the memory.
 *
 * @throws PreflightError ERR_INPUT_TRUNCATED, ERR_INPUT_BINARY where it is damaged, ERR_INPUT_TOO_LARGE
 */
export async function* limited(decoder: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  let length = 0;
  try {
    for await (const chunk of decoder) {
      length += chunk.length;
      if (length > MAX_HELD) throw tooMuch(file);
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof PreflightError ? cause : damage(file, cause);
  }
}

/**
 * Collects what comes out of a decoder, which is not packed once more.
 *
 * @throws PreflightError as `limited`
 */
export async function collected(decoder: AsyncIterable<Buffer>, file: string): Promise<StoredBytes> {
  const unpacked = new ChunkedBytes();
  for await (const chunk of limited(decoder, file)) unpacked.add(chunk);
  const settled = unpacked.settled(MAX_WHOLE);
  if (packingOf(settled) !== null) {
    throw new PreflightError(
      'ERR_INPUT_BINARY',
      'What is packed in this file is packed once more, or a spreadsheet. Unpack it, and name what comes out.',
      { file },
    );
  }
  return settled;
}

/** A file is larger than may be unpacked in memory. */
export function tooMuch(file: string): PreflightError {
  return tooLarge(
    `What is packed in this file is larger than ${sizeText(MAX_HELD)}, and has to be held in memory. Unpack it, and name what comes out: that may be of any size.`,
    file,
  );
}

/** An archive is damaged. */
export function damaged(file: string, what: string, cause?: unknown): PreflightError {
  return new PreflightError(
    'ERR_INPUT_BINARY',
    `This file is packed and damaged: ${what}. Download or export it again.`,
    cause === undefined ? { file } : { file, cause },
  );
}

function damage(file: string, cause: unknown): PreflightError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') {
    return new PreflightError(
      'ERR_INPUT_TRUNCATED',
      'This packed file ends too early: the download was cut off. Download or export it again.',
      { file, cause },
    );
  }
  return damaged(file, message, cause);
}
