import type { User } from '../model/user.ts';
import type { Doubt } from './doubts.ts';

/**
 * Puts doubts that have a record in common, or are linked by others that have, next to one another: they are decided
 * together. What comes first stays first.
 */
export function together(doubts: readonly Doubt[]): Doubt[] {
  const groups = new Groups();
  for (const { old, new: next, app } of doubts) {
    const [first, ...others] = [old, next, app].filter((user) => user !== null).map(placeOf);
    if (first !== undefined) for (const other of others) groups.join(first, other);
  }
  const sorted = new Map<string, Doubt[]>();
  for (const doubt of doubts) {
    const user = doubt.old ?? doubt.new ?? doubt.app;
    const group = user === null ? '' : groups.of(placeOf(user));
    const known = sorted.get(group);
    if (known === undefined) sorted.set(group, [doubt]);
    else known.push(doubt);
  }
  return [...sorted.values()].flat();
}

/** Which records hang together, each group known by one of them. */
class Groups {
  readonly #parent = new Map<string, string>();

  of(place: string): string {
    let top = place;
    for (let parent = this.#parent.get(top); parent !== undefined; parent = this.#parent.get(top)) top = parent;
    // The next one who asks has a short way.
    if (top !== place) this.#parent.set(place, top);
    return top;
  }

  join(one: string, other: string): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a !== b) this.#parent.set(b, a);
  }
}

function placeOf({ side, file, line }: User): string {
  return JSON.stringify([side, file, line]);
}
