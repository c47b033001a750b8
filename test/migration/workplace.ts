import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../architecture/sources.ts';
import { EXPORTS } from './make.ts';

/** Where the example is. */
export const FOLDER = join(ROOT, 'examples/migration');

/** A folder of its own with the exports of the example, to work in. */
export class Workplace {
  readonly #folder = mkdtempSync(join(tmpdir(), 'idp-preflight-migration-'));

  /** @param files - what of the example is there, beside the exports */
  constructor(...files: readonly string[]) {
    for (const name of [...EXPORTS, ...files]) copyFileSync(join(FOLDER, name), join(this.#folder, name));
  }

  /** Does something with this folder as the current one. */
  async inside<Result>(work: () => Promise<Result>): Promise<Result> {
    const home = process.cwd();
    process.chdir(this.#folder);
    try {
      return await work();
    } finally {
      process.chdir(home);
    }
  }

  /** A file of it, as text. */
  read(name: string): string {
    return readFileSync(join(this.#folder, name), 'utf8');
  }

  /** Copies one of its files over another, or a new one. */
  copy(from: string, to: string): void {
    copyFileSync(join(this.#folder, from), join(this.#folder, to));
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
