import { PreflightError } from '../../errors.ts';
import { nameOf, readBytes, type Source } from './bytes.ts';

/**
 * Reads a document of JSON, such as a report; a byte order mark is no part of it.
 *
 * @throws PreflightError ERR_INPUT_UNREADABLE, ERR_BASELINE
 */
export async function readJsonDocument(source: Source): Promise<unknown> {
  const bytes = await readBytes(source);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new PreflightError(
      'ERR_BASELINE',
      'This is no JSON, or not all of it. Give the JSON report of check, as it was written: check … --all --report json=FILE.',
      { file: nameOf(source), cause },
    );
  }
}
