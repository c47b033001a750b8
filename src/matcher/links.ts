import { bothSides, otherSide, type PairedSide, type Sides } from './sides.ts';

/** Who is a candidate of whom, in one tier and pass. */
export class Links {
  readonly #of: Sides<Map<number, number[]>> = bothSides(() => new Map());

  add(oldIndex: number, newIndex: number): void {
    if (push(this.#of.old, oldIndex, newIndex)) push(this.#of.new, newIndex, oldIndex);
  }

  of(side: PairedSide, index: number): readonly number[] {
    return this.#of[side].get(index) ?? [];
  }

  users(side: PairedSide): Iterable<number> {
    return this.#of[side].keys();
  }

  /** Whether the two are each other's only candidate. */
  isOnlyPair(oldIndex: number, newIndex: number): boolean {
    return this.of('old', oldIndex).length === 1 && this.of('new', newIndex).length === 1;
  }

  /** Everybody who is connected with a user, over any number of candidates. */
  group(side: PairedSide, index: number): Sides<Set<number>> {
    const group = bothSides(() => new Set<number>());
    const queue: [PairedSide, number][] = [[side, index]];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const [at, user] = next;
      if (group[at].has(user)) continue;
      group[at].add(user);
      for (const candidate of this.of(at, user)) queue.push([otherSide(at), candidate]);
    }
    return group;
  }
}

function push(lists: Map<number, number[]>, key: number, value: number): boolean {
  const list = lists.get(key);
  if (list === undefined) {
    lists.set(key, [value]);
    return true;
  }
  if (list.includes(value)) return false;
  list.push(value);
  return true;
}
