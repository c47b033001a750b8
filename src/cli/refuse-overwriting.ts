import { fstatSync } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { PreflightError } from '../errors.ts';
import { isOpenFile } from '../node/writers/whole-file.ts';

/**
 * A report must not replace an export, or another report.
 *
 * @param sources - what is read; `-` is standard input
 * @param reports - where reports go; null is standard output
 * @throws PreflightError ERR_USAGE
 */
export async function refuseOverwriting(
  sources: readonly unknown[],
  reports: readonly (string | null)[],
): Promise<void> {
  const taken = new Map<string, string>();
  for (const source of sources) {
    const id = typeof source === 'string' ? await identity(source) : null;
    if (id !== null) taken.set(id, 'a file that is read');
  }
  for (const file of reports) {
    if (file === null || isOpenFile(file)) continue;
    const id = await identity(file);
    // Devices such as /dev/null take any number of reports.
    if (id === null) continue;
    const other = taken.get(id);
    if (other !== undefined) {
      throw new PreflightError('ERR_USAGE', `This file cannot be written: it is ${other} too.`, { file });
    }
    taken.set(id, 'another report');
  }
}

/** The same for every name of one file: links, other paths, standard input; null for what is no file. */
async function identity(file: string): Promise<string | null> {
  try {
    const found = file === '-' ? fstatSync(0) : await stat(file);
    return found.isFile() ? `${found.dev}:${found.ino}` : null;
  } catch {
    const directory = await realpath(dirname(file)).catch(() => resolve(dirname(file)));
    return join(directory, basename(file));
  }
}
