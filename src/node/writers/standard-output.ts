import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { PreflightError } from '../../errors.ts';

/**
 * Writes text to a stream such as standard output. A reader that has gone away ends it quietly.
 *
 * @throws PreflightError ERR_OUTPUT_UNWRITABLE for any other fault
 */
export async function writeTo(stream: Writable, chunks: AsyncIterable<string>): Promise<void> {
  let fault: NodeJS.ErrnoException | undefined;
  const keep = (error: NodeJS.ErrnoException) => {
    fault ??= error;
  };
  stream.on('error', keep);
  try {
    for await (const chunk of chunks) {
      if (fault !== undefined) break;
      if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), once(stream, 'close')]);
    }
    if (fault === undefined) {
      await new Promise<void>((resolve) =>
        stream.write('', (error) => {
          if (error) keep(error);
          resolve();
        }),
      );
    }
  } catch (cause) {
    if (fault === undefined) throw cause;
  } finally {
    // The handler stays where a fault was seen: a second one must not crash the process.
    if (fault === undefined) stream.off('error', keep);
  }
  if (fault !== undefined && fault.code !== 'EPIPE') {
    throw new PreflightError('ERR_OUTPUT_UNWRITABLE', `Standard output could not be written: ${fault.message}.`, {
      cause: fault,
    });
  }
}
