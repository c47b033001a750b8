import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { PreflightError } from '../../errors.ts';

/** Where users are read from: a path, `-` for standard input, a file URL, or a stream. */
export type Source = string | URL | Readable;

/** How a source is named in reports and errors. */
export function nameOf(source: Source): string {
  if (typeof source === 'string') return source;
  return source instanceof URL ? source.href : 'stream';
}

/**
 * Reads all bytes of a source.
 *
 * @throws PreflightError ERR_INPUT_UNREADABLE
 */
export async function readBytes(source: Source): Promise<Buffer> {
  const file = nameOf(source);
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of open(source)) chunks.push(Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk));
    return Buffer.concat(chunks);
  } catch (cause) {
    throw unreadable(cause, file);
  }
}

/** The error of a file that could not be read. */
export function unreadable(cause: unknown, file: string): PreflightError {
  return new PreflightError('ERR_INPUT_UNREADABLE', reason(cause), { file, cause });
}

function open(source: Source): Readable {
  if (source === '-') return process.stdin;
  return typeof source === 'string' || source instanceof URL ? createReadStream(source) : source;
}

function reason(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOENT') return 'There is no such file. Check the path.';
  if (code === 'EISDIR') return 'This is a directory. Name the file in it.';
  if (code === 'EACCES' || code === 'EPERM') return 'This file may not be read. Check its permissions.';
  return `This file could not be read: ${cause instanceof Error ? cause.message : String(cause)}`;
}
