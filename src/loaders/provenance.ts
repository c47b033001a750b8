import type { LoadedInput } from '../model/input.ts';
import type { UserRecord } from '../model/user.ts';

/** Shared by every copy of this package in a process; enumerable, so that copies of a record keep it. */
const INPUT = Symbol.for('idp-preflight.input');

type Tied = UserRecord & { readonly [INPUT]?: LoadedInput };

/**
 * Ties a record to the input it was read from, so that whoever reconciles it, in whatever list, still learns of rejected
 * records and assumed columns.
 */
export function tieToInput<R extends UserRecord>(record: R, input: LoadedInput): R {
  return { ...record, [INPUT]: input };
}

/** The inputs that records were read from, each once; none for records made by a caller. */
export function inputsBehind(records: readonly UserRecord[]): LoadedInput[] {
  const inputs = new Set<LoadedInput>();
  for (const record of records) {
    const input = (record as Tied)[INPUT];
    if (input !== undefined) inputs.add(input);
  }
  return [...inputs];
}
