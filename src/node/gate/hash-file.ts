import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Sha256 } from '../../gate/cryptography.ts';
import { unreadable } from '../readers/bytes.ts';

/** SHA-256 of bytes by Node, for `issueCertificate` and its like. */
export const hashBytes: Sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * What a file is now, without holding it in memory.
 *
 * @param file - its path
 * @returns SHA-256 of its bytes as 64 hexadecimal digits, and its size
 * @throws PreflightError ERR_INPUT_UNREADABLE
 */
export async function hashFile(file: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (cause) {
    throw unreadable(cause, file);
  }
  return { sha256: hash.digest('hex'), bytes };
}
