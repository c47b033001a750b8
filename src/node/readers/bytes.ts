import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { type FileHandle, open as openFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { PreflightError } from '../../errors.ts';
import { MAX_HELD, MAX_WHOLE, sizeText, tooLarge } from './limits.ts';
import { ChunkedBytes, FileBytes, pieces, type StoredBytes } from './stored-bytes.ts';

/** Where users are read from: a path, `-` for standard input, a file URL, or a stream. */
export type Source = string | URL | Readable;

/** The bytes of a source while it is open. */
export interface Input {
  readonly bytes: StoredBytes;
  /** Hexadecimal SHA-256 of them. */
  readonly sha256: string;
}

/** How a source is named in reports and errors. */
export function nameOf(source: Source): string {
  if (typeof source === 'string') return source;
  return source instanceof URL ? source.href : 'stream';
}

/**
 * Opens a source. A large file is not held in memory: it has to stay as it is until all is read.
 *
 * @param use - reads its bytes; they are gone when it is done
 * @throws PreflightError ERR_INPUT_UNREADABLE, ERR_INPUT_TOO_LARGE for a stream, besides what `use` throws
 */
export async function withInput<T>(
  source: Source,
  use: (input: Input) => Promise<T>,
  file = nameOf(source),
): Promise<T> {
  if (source === '-' || source instanceof Readable) {
    const bytes = await held(source === '-' ? process.stdin : source, file);
    return use({ bytes, sha256: await hashOf(bytes) });
  }
  const handle = await openFile(source, 'r').catch((cause) => {
    throw unreadable(cause, file);
  });
  try {
    const stats = await handle.stat().catch((cause) => {
      throw unreadable(cause, file);
    });
    if (stats.isFile() && stats.size > MAX_WHOLE) return await useLarge(handle, stats, use, file);
    const bytes = await held(handle.createReadStream({ autoClose: false }), file);
    return await use({ bytes, sha256: await hashOf(bytes) });
  } finally {
    await handle.close();
  }
}

/**
 * Reads all bytes of a source.
 *
 * @throws PreflightError ERR_INPUT_UNREADABLE, ERR_INPUT_TOO_LARGE
 */
export function readBytes(source: Source): Promise<Buffer> {
  return withInput(source, async ({ bytes }) => bytes.read(0, bytes.length));
}

async function useLarge<T>(
  handle: FileHandle,
  before: Stats,
  use: (input: Input) => Promise<T>,
  file: string,
): Promise<T> {
  const stored = new FileBytes(handle.fd, before.size);
  const bytes: StoredBytes = {
    length: stored.length,
    piece: stored.piece,
    read: (from, to) => {
      try {
        return stored.read(from, to);
      } catch (cause) {
        throw unreadable(cause, file);
      }
    },
  };
  const used = await use({ bytes, sha256: await hashOf(bytes) });
  const after = await handle.stat();
  // What was hashed and what was read would be two different files.
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
    throw unreadable(new Error('it was changed while it was read'), file);
  }
  return used;
}

/** Collects a stream. */
async function held(stream: Readable, file: string): Promise<StoredBytes> {
  const bytes = new ChunkedBytes();
  try {
    for await (const chunk of stream) {
      bytes.add(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk));
      if (bytes.length > MAX_HELD) {
        throw tooLarge(
          `This is a stream of more than ${sizeText(MAX_HELD)}, which would have to be held in memory. Save it as a file, and name that.`,
          file,
        );
      }
    }
  } catch (cause) {
    throw cause instanceof PreflightError ? cause : unreadable(cause, file);
  }
  return bytes.settled(MAX_WHOLE);
}

async function hashOf(bytes: StoredBytes): Promise<string> {
  const hash = createHash('sha256');
  for (const piece of pieces(bytes)) {
    hash.update(piece);
    if (piece.length < bytes.length) await setImmediate();
  }
  return hash.digest('hex');
}

/** The error of a file that could not be read. */
export function unreadable(cause: unknown, file: string): PreflightError {
  return new PreflightError('ERR_INPUT_UNREADABLE', reason(cause), { file, cause });
}

function reason(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOENT') return 'There is no such file. Check the path.';
  if (code === 'EISDIR') return 'This is a directory. Name the file in it.';
  if (code === 'EACCES' || code === 'EPERM') return 'This file may not be read. Check its permissions.';
  return `This file could not be read: ${cause instanceof Error ? cause.message : String(cause)}`;
}
