import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { PreflightError } from '../../errors.ts';
import { MAX_HELD } from './limits.ts';
import type { StoredBytes } from './stored-bytes.ts';
import { collected, damaged, tooMuch } from './unpack.ts';

/** What is in an archive, and how to get at it. */
export interface Archive {
  readonly zip: ZipFile;
  /** Without folders, and without what macOS adds of its own. */
  readonly members: readonly Entry[];
}

/** More than that are no export, and no workbook either. */
const MOST_MEMBERS = 10_000;
/** Names that an error lists. */
const MOST_NAMED = 8;
const OF_MACOS = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._)/;

/**
 * Opens an archive; `zip.close()` is not needed, as it holds nothing.
 *
 * @throws PreflightError ERR_INPUT_BINARY, ERR_INPUT_TOO_LARGE
 */
export async function openZip(bytes: StoredBytes, file: string): Promise<Archive> {
  // Opened on demand: most exports are not packed.
  const { fromRandomAccessReaderPromise, RandomAccessReader } = (await import('yauzl')).default;
  class Reader extends RandomAccessReader {
    override _readStreamForRange(start: number, end: number): Readable {
      return Readable.from(range(bytes, start, end));
    }
  }
  try {
    const zip = await fromRandomAccessReaderPromise(new Reader(), bytes.length, {
      autoClose: false,
      lazyEntries: true,
    });
    if (zip.entryCount > MOST_MEMBERS) throw damaged(file, `it says that it holds ${zip.entryCount} files`);
    const members: Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.endsWith('/') && !OF_MACOS.test(entry.fileName)) members.push(entry);
    }
    return { zip, members };
  } catch (cause) {
    throw cause instanceof PreflightError ? cause : damaged(file, (cause as Error).message, cause);
  }
}

/**
 * Unpacks an archive that holds one file.
 *
 * @throws PreflightError ERR_INPUT_BINARY where it holds none, several or an encrypted one, or is damaged; ERR_INPUT_TRUNCATED; ERR_INPUT_TOO_LARGE
 */
export async function unzipped({ zip, members }: Archive, file: string): Promise<StoredBytes> {
  const [member, ...others] = members;
  if (member === undefined) {
    throw new PreflightError('ERR_INPUT_EMPTY', 'There is no file in this archive. Export the users again.', { file });
  }
  if (others.length > 0) {
    const names = members.slice(0, MOST_NAMED).map(({ fileName }) => `"${fileName}"`);
    const more = members.length > MOST_NAMED ? ` and ${members.length - MOST_NAMED} more` : '';
    throw new PreflightError(
      'ERR_INPUT_BINARY',
      `This archive holds ${members.length} files: ${names.join(', ')}${more}. Unpack it, and name the one with the users; all of them, where they are its pages.`,
      { file },
    );
  }
  return collected(await openMember(zip, member, file), file);
}

/**
 * The bytes of one member, of which no more come than it says.
 *
 * @throws PreflightError ERR_INPUT_BINARY, ERR_INPUT_TOO_LARGE
 */
export async function openMember(zip: ZipFile, member: Entry, file: string): Promise<AsyncIterable<Buffer>> {
  if (member.isEncrypted()) {
    throw new PreflightError(
      'ERR_INPUT_BINARY',
      `"${member.fileName}" in this archive is encrypted. Unpack it with its password, and name what comes out.`,
      { file },
    );
  }
  if (!member.canDecodeFileData()) {
    throw new PreflightError(
      'ERR_INPUT_BINARY',
      `"${member.fileName}" in this archive is packed in a way that is not read (method ${member.compressionMethod}). Unpack it, and name what comes out.`,
      { file },
    );
  }
  if (member.uncompressedSize > MAX_HELD) throw tooMuch(file);
  try {
    return checked(await zip.openReadStreamPromise(member), member.crc32, file);
  } catch (cause) {
    throw damaged(file, (cause as Error).message, cause);
  }
}

async function* checked(stream: AsyncIterable<Buffer>, expected: number, file: string): AsyncGenerator<Buffer> {
  let sum = 0;
  for await (const chunk of stream) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum !== expected) throw damaged(file, 'its checksum is another one');
}

function* range(bytes: StoredBytes, start: number, end: number): Generator<Buffer> {
  for (let at = start; at < end; at += PIECE) yield bytes.read(at, Math.min(at + PIECE, end));
}

const PIECE = 2 ** 18;
