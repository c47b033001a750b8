import type { Writable } from 'node:stream';

/** What a command has of the process that runs it. */
export interface CommandLine {
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  now(): Date;
}
