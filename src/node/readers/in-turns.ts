import { setImmediate } from 'node:timers/promises';

/** Bytes after which a reader lets others have their turn: a signal, a line of progress. */
export const TURN = 1 << 18;

/** Runs a reader that yields the offset it has come to; the process stays responsive meanwhile. */
export async function inTurns(reader: Iterable<number>, onTurn: (bytes: number) => void): Promise<void> {
  for (const bytes of reader) {
    onTurn(bytes);
    await setImmediate();
  }
}
