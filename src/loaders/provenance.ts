import type { LoadedInput } from '../model/input.ts';

/** Shared by every copy of this package in a process. */
const INPUTS = Symbol.for('idp-preflight.inputs');

/**
 * Ties a list of users to the inputs it was read from, so that whoever reconciles the list without naming them
 * still learns of rejected records and assumed columns.
 */
export function rememberInputs(users: object, inputs: readonly LoadedInput[]): void {
  Object.defineProperty(users, INPUTS, { value: inputs });
}

/** The inputs that a list of users was read from; none for a list made by a caller. */
export function inputsBehind(users: object): readonly LoadedInput[] {
  return (users as { readonly [INPUTS]?: readonly LoadedInput[] })[INPUTS] ?? [];
}
