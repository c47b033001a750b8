import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A directory that is gone when the test is over. */
export function tempDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'idp-preflight-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Writes files into a directory that is gone when the test is over; returns the path of each. */
export function tempFiles<Name extends string>(
  files: Readonly<Record<Name, string | Uint8Array>>,
): Record<Name, string> {
  const directory = tempDirectory();
  const paths = {} as Record<Name, string>;
  for (const name of Object.keys(files) as Name[]) {
    paths[name] = join(directory, name);
    writeFileSync(paths[name], files[name]);
  }
  return paths;
}
